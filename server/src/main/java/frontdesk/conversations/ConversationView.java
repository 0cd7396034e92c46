package frontdesk.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the inbox lists it.
 *
 * @param handler who answers now
 * @param aiMode in effect: its own or the channel's
 * @param unread how many of the customer's messages this member has not seen; left out in events,
 *     which go to everybody
 * @param draft what this member has begun to write to the customer; left out in events too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(
    UUID id,
    ChannelView channel,
    ContactView contact,
    @Schema(allowableValues = {"open", "snoozed", "closed", "spam"}) String status,
    @Schema(allowableValues = {"ai", "person"}) String handler,
    @Schema(allowableValues = {"auto", "suggest", "off"}) String aiMode,
    @Nullable Instant aiPausedUntil,
    MessageView.@Nullable Person assignee,
    @Nullable NeedsPerson needsPerson,
    @Nullable Instant snoozedUntil,
    @Nullable Long unread,
    List<UUID> labelIds,
    @Nullable String draft,
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

  public record LastMessage(
      UUID id,
      @Schema(allowableValues = {"contact", "ai", "member", "system"}) String author,
      String text,
      Instant at,
      @Schema(
              allowableValues = {
                "received",
                "queued",
                "sending",
                "sent",
                "delivered",
                "read",
                "failed",
                "uncertain",
                "cancelled"
              })
          String status) {}
}
