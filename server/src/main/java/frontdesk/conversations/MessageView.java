package frontdesk.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as members see it.
 *
 * @param seq its place in the conversation, which neither id nor times tell
 * @param at when we stored it
 * @param sentAt the vendor's time of it
 * @param quote the message that this one answers
 * @param appointment what was changed in the books with it; of a suggestion, what would be; of a
 *     line that tells of an appointment, how it is since, for those who see everybody's calendar
 * @param event what happened, in a line of the system
 * @param run the attempt of the assistant that wrote it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
    UUID id,
    long seq,
    @Schema(allowableValues = {"contact", "ai", "member", "system"}) String author,
    @Schema(
            allowableValues = {
              "text",
              "image",
              "audio",
              "video",
              "file",
              "location",
              "order",
              "unsupported",
              "note",
              "event",
              "suggestion"
            })
        String kind,
    String text,
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
        String status,
    Instant at,
    @Nullable Instant sentAt,
    @Nullable Person member,
    List<File> attachments,
    List<TurnResult.Choice> choices,
    List<TurnResult.Source> sources,
    TurnResult.@Nullable AppointmentCard appointment,
    @Nullable Quote quote,
    @Nullable Event event,
    @Nullable Failure failure,
    @Nullable Run run) {

  /** As those read it who see none but their own calendar: that something was booked, not what. */
  MessageView discreet() {
    return event == null || appointment == null
        ? this
        : new MessageView(
            id,
            seq,
            author,
            kind,
            text,
            status,
            at,
            sentAt,
            member,
            attachments,
            choices,
            sources,
            null,
            quote,
            event,
            failure,
            run);
  }

  public record Person(UUID id, String name) {}

  /**
   * @param state waiting until it is fetched, then kept; failed when it could not be
   * @param size in bytes, 0 until it is kept
   */
  public record File(
      UUID id,
      String name,
      String contentType,
      long size,
      @Schema(allowableValues = {"waiting", "kept", "failed"}) String state,
      String url) {}

  /**
   * @param seq its place in the conversation
   * @param text its beginning; empty for a file without words
   */
  public record Quote(
      UUID id,
      long seq,
      @Schema(allowableValues = {"contact", "ai", "member", "system"}) String author,
      String kind,
      String text) {}

  /**
   * @param reason why it was handed to people
   * @param memberId who took it, or whose it is now, or who changed the appointment
   * @param by through whom an appointment was changed
   * @param text what the customer did it with
   * @param expectedBy when a person will have answered, by the business's hours
   * @param times how many appointments were booked at once, of which the message has the first
   * @param everyWeeks how many weeks lie between two of them
   */
  public record Event(
      @Schema(
              allowableValues = {
                "handoff",
                "escalated",
                "takeover",
                "paused",
                "resumed",
                "suggesting",
                "assigned",
                "unassigned",
                "phone",
                "notice",
                "reaction",
                "reaction-removed",
                "edited",
                "deleted",
                "discarded",
                "referral",
                "number-changed",
                "id-changed",
                "identity-changed",
                "appointment-booked",
                "appointment-confirmed",
                "appointment-moved",
                "appointment-cancelled"
              })
          String type,
      @Nullable String reason,
      @Nullable UUID memberId,
      @Nullable String text,
      @Nullable Instant expectedBy,
      @Schema(allowableValues = {"member", "assistant", "public", "api"}) @Nullable String by,
      @Nullable Integer times,
      @Nullable Integer everyWeeks) {}

  public record Failure(String code, String reason) {}

  public record Run(UUID id) {}
}
