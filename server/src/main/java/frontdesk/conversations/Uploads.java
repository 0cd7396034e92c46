package frontdesk.conversations;

import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Texts;
import frontdesk.tenancy.Ids;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that members and customers choose to send. Each waits here, for who uploaded it alone,
 * until the message is written that it goes with.
 */
@Service
public class Uploads {

  /** Of a caption: what the narrowest of our channels carries. */
  public static final int LONGEST_CAPTION = 1024;

  /** Forgotten after this when no message was sent with it. */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final int MIB = 1024 * 1024;

  private final AttachmentStore files;
  private final ConversationStore conversations;
  private final ChannelTypes types;
  private final Clock clock;

  Uploads(AttachmentStore files, ConversationStore conversations, ChannelTypes types, Clock clock) {
    this.files = files;
    this.conversations = conversations;
    this.types = types;
    this.clock = clock;
  }

  /**
   * A file that is kept and not sent yet.
   *
   * @param kind of the message that it makes: image, audio, video or file
   * @param size in bytes
   */
  public record Upload(
      UUID id,
      String name,
      String contentType,
      @Schema(allowableValues = {"image", "audio", "video", "file"}) String kind,
      long size) {

    Message.Details details() {
      return new Message.Details(List.of(), List.of(), List.of(attachment()), Map.of());
    }

    Message.Attachment attachment() {
      return new Message.Attachment(id, name, contentType, "", Message.Attachment.KEPT, size);
    }
  }

  /** Who may send it: a member, in the conversation it was uploaded for. */
  static String by(UUID member) {
    return "member " + member;
  }

  /** A member's file for a conversation, as its channel can carry it. */
  @Transactional
  public Upload add(UUID conversation, UUID member, String name, byte[] content) {
    var channel = conversations.find(conversation).orElseThrow(() -> new NotFound("conversation"));
    return add(Optional.of(conversation), channel.channelType(), by(member), name, content);
  }

  /** Who may send it: a customer, over this channel. */
  private static String by(UUID channel, String address) {
    return "customer " + channel + " " + address;
  }

  /** A customer's file for what they write next, perhaps the first that is heard of them. */
  @Transactional
  public Upload add(String channelType, UUID channel, String address, String name, byte[] content) {
    return add(Optional.empty(), channelType, by(channel, address), name, content);
  }

  /** A customer's file that is not sent yet; empty when it was, or is another's. */
  @Transactional(readOnly = true)
  public Optional<Upload> find(UUID id, UUID channel, String address) {
    return files.find(id, by(channel, address));
  }

  private Upload add(
      Optional<UUID> conversation, String channelType, String by, String name, byte[] content) {
    if (content.length == 0) {
      throw new Invalid("file", Texts.say("file.empty"));
    }
    if (content.length > FileType.LARGEST) {
      throw tooLarge(FileType.LARGEST);
    }
    var type =
        FileType.of(content, name).orElseThrow(() -> new Invalid("file", Texts.say("file.type")));
    var most = types.get(channelType).carries(type.contentType());
    if (most == 0) {
      throw new Invalid("file", Texts.say("file.not-on-channel"));
    }
    if (content.length > most) {
      throw tooLarge(most);
    }
    var now = clock.instant();
    files.forgetUnsent(now.minus(KEPT));
    var upload =
        new Upload(Ids.next(), type.name(name), type.contentType(), type.kind(), content.length);
    files.upload(upload, conversation, by, content, now);
    return upload;
  }

  private static Invalid tooLarge(int most) {
    return new Invalid("file", Texts.say("file.too-large", most / MIB));
  }

  /**
   * Within the transaction that sends it; empty when it was sent, or forgotten, or is another's.
   */
  Optional<Upload> take(UUID id, String by, UUID conversation) {
    return files.unsent(id, by, conversation);
  }

  /** The message's files are its own from now on. */
  void sent(Message message) {
    message.details().attachments().forEach(file -> files.sent(file.id(), message));
  }
}
