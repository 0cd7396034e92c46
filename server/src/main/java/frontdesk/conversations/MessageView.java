package frontdesk.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as members see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
    UUID id,
    long seq,
    String author,
    String kind,
    String text,
    String status,
    Instant at,
    @Nullable Instant sentAt,
    @Nullable Person member,
    List<File> attachments,
    List<TurnResult.Choice> choices,
    List<TurnResult.Source> sources,
    @Nullable Map<String, Object> event,
    @Nullable Failure failure,
    @Nullable Run run) {

  public record Person(UUID id, String name) {}

  /**
   * @param state waiting until it is fetched, then kept; failed when it could not be
   * @param size in bytes, 0 until it is kept
   */
  public record File(
      UUID id, String name, String contentType, long size, String state, String url) {}

  public record Failure(String code, String reason) {}

  public record Run(UUID id) {}
}
