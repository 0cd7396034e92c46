package frontdesk.conversations;

import frontdesk.live.LiveEvents;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns messages and conversations into what members see, and tells those who watch. */
@Component
class MessageViews {

  static final String SEE = "inbox.see";

  private final MessageStore messages;
  private final InboxQueries inbox;
  private final MemberNames members;
  private final LiveEvents live;

  MessageViews(MessageStore messages, InboxQueries inbox, MemberNames members, LiveEvents live) {
    this.messages = messages;
    this.inbox = inbox;
    this.members = members;
    this.live = live;
  }

  MessageView view(Message message) {
    var details = message.details();
    return new MessageView(
        message.id(),
        message.seq(),
        message.author(),
        message.kind(),
        message.text(),
        message.status(),
        message.at(),
        orNull(message.sentAt()),
        orNull(message.member().map(id -> new MessageView.Person(id, members.of(id)))),
        details.attachments().stream()
            .map(
                file ->
                    new MessageView.File(
                        file.id(),
                        file.name(),
                        file.contentType(),
                        file.size(),
                        file.state(),
                        "/api/conversations/%s/attachments/%s"
                            .formatted(message.conversation(), file.id())))
            .toList(),
        details.choices(),
        details.sources(),
        details.event().isEmpty() ? null : details.event(),
        orNull(
            message
                .failureCode()
                .map(code -> new MessageView.Failure(code, message.failureReason().orElse("")))),
        orNull(message.run().map(MessageView.Run::new)));
  }

  Map<String, Object> created(UUID conversation, Message message) {
    return Map.of("conversationId", conversation, "message", view(message));
  }

  /** Tells who watches that a message's delivery went on. */
  void status(Message message) {
    live.publish(
        "message.status",
        SEE,
        Optional.of(message.conversation()),
        () -> {
          var now = view(messages.find(message.id()).orElse(message));
          return now.failure() == null
              ? Map.of(
                  "conversationId",
                  message.conversation(),
                  "messageId",
                  now.id(),
                  "status",
                  now.status())
              : Map.of(
                  "conversationId",
                  message.conversation(),
                  "messageId",
                  now.id(),
                  "status",
                  now.status(),
                  "failure",
                  now.failure());
        });
  }

  /** Tells who watches how a conversation stands now. */
  void changed(UUID conversation) {
    live.publish(
        "conversation.changed",
        SEE,
        Optional.of(conversation),
        () ->
            Map.of(
                "conversation",
                inbox.one(conversation, Optional.empty(), Seeing.ALL).orElseThrow()));
    live.publish("counts.changed", SEE, Map::of);
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
