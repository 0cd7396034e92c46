package frontdesk.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the inbox lists it.
 *
 * @param handler who answers now
 * @param aiMode in effect: its own or the channel's
 * @param unread how many of the customer's messages this member has not seen; left out in events,
 *     which go to everybody
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(
    UUID id,
    ChannelView channel,
    ContactView contact,
    String status,
    String handler,
    String aiMode,
    @Nullable Instant aiPausedUntil,
    MessageView.@Nullable Person assignee,
    @Nullable NeedsPerson needsPerson,
    @Nullable Instant snoozedUntil,
    @Nullable Long unread,
    @Nullable Window window,
    @Nullable LastMessage lastMessage,
    long ownershipVersion,
    boolean blocked,
    Instant lastAt) {

  public record ChannelView(UUID id, String type, String name) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ContactView(
      UUID id,
      String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String language) {}

  public record NeedsPerson(Instant since, String reason) {}

  /** Until when free text may be sent. */
  public record Window(Instant closesAt) {}

  public record LastMessage(UUID id, String author, String text, Instant at, String status) {}
}
