package frontdesk.conversations;

import frontdesk.contacts.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer's message as a channel gave it.
 *
 * @param from who sent it, and on which of the tenant's channels
 * @param externalId the sender's message id; a repeat is stored once
 * @param kind text, image, audio, video, file, location or unsupported
 * @param text what was written, or a caption; may be empty where there is a file
 * @param files to be fetched from the channel
 * @param sentAt the vendor's time, empty when it gave none
 * @param upload a file that is here already
 * @param quotes the channel's id of the message that this one answers
 */
public record InboundMessage(
    String channelType,
    Identity from,
    String externalId,
    String kind,
    String text,
    List<File> files,
    Optional<Instant> sentAt,
    Optional<Uploads.Upload> upload,
    Optional<String> quotes) {

  /** Words, or files that the channel has, answering no message in particular. */
  public InboundMessage(
      String channelType,
      Identity from,
      String externalId,
      String kind,
      String text,
      List<File> files,
      Optional<Instant> sentAt) {
    this(
        channelType,
        from,
        externalId,
        kind,
        text,
        files,
        sentAt,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * When the customer wrote it. A vendor's clock may be ahead of ours; a webhook may come long
   * after what it tells of.
   */
  Instant writtenBefore(Instant now) {
    return sentAt.filter(at -> at.isBefore(now)).orElse(now);
  }

  /**
   * A file to be fetched later from the channel.
   *
   * @param reference the channel's id of it
   */
  public record File(String reference, String name, String contentType) {}
}
