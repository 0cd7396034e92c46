package frontdesk.conversations;

import frontdesk.identity.MemberNames;
import frontdesk.live.LiveEvents;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns messages and conversations into what members see, and tells those who watch. */
@Component
class MessageViews {

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
        details.appointment(),
        quote(details.quote()),
        event(details.event()),
        orNull(
            message
                .failureCode()
                .map(code -> new MessageView.Failure(code, message.failureReason().orElse("")))),
        orNull(message.run().map(MessageView.Run::new)));
  }

  private static MessageView.@Nullable Quote quote(Message.@Nullable Quote quote) {
    return quote == null
        ? null
        : new MessageView.Quote(
            quote.id(), quote.seq(), quote.author(), quote.kind(), quote.text());
  }

  private static MessageView.@Nullable Event event(Map<String, Object> event) {
    return !event.containsKey("type")
        ? null
        : new MessageView.Event(
            String.valueOf(event.get("type")),
            (String) event.get("reason"),
            event.get("memberId") == null
                ? null
                : UUID.fromString(String.valueOf(event.get("memberId"))),
            (String) event.get("text"),
            event.get("expectedBy") == null
                ? null
                : Instant.parse(String.valueOf(event.get("expectedBy"))),
            (String) event.get("by"),
            (Integer) event.get("times"),
            (Integer) event.get("everyWeeks"));
  }

  InboxEvents.MessageCreated created(UUID conversation, Message message) {
    return new InboxEvents.MessageCreated(conversation, view(message));
  }

  /** Tells who watches that a message's delivery went on. */
  void status(Message message) {
    live.publish(
        InboxEvents.MESSAGE_STATUS,
        Optional.of(message.conversation()),
        () -> {
          var now = view(messages.find(message.id()).orElse(message));
          return new InboxEvents.MessageStatus(
              message.conversation(), now.id(), now.status(), now.failure());
        });
  }

  /** Tells who watches how a conversation stands now. */
  void changed(UUID conversation) {
    live.publish(
        InboxEvents.CONVERSATION_CHANGED,
        Optional.of(conversation),
        () ->
            new InboxEvents.ConversationChanged(
                inbox.one(conversation, Optional.empty(), Seeing.ALL).orElseThrow()));
    live.publish(InboxEvents.COUNTS_CHANGED, InboxEvents.CountsChanged::new);
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
