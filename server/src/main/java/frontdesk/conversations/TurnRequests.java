package frontdesk.conversations;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a turn is asked: which messages of a conversation wait for an answer. */
@Component
class TurnRequests {

  /** How much of what was said before is read. */
  static final int HISTORY = 20;

  /** Of what came since the last answer; who writes more at once is answered to the end of it. */
  static final int MOST = 200;

  private final ChannelDirectory channels;
  private final MessageStore messages;

  TurnRequests(ChannelDirectory channels, MessageStore messages) {
    this.channels = channels;
    this.messages = messages;
  }

  /**
   * @param recent what was sent last in it, in any order
   */
  TurnRequest of(Conversation conversation, List<Message> recent) {
    var answered = answered(conversation, recent);
    // where all that was read waits, more may
    boolean cut = recent.size() == HISTORY && recent.stream().allMatch(m -> m.seq() > answered);
    if (!cut) {
      return request(conversation, recent, answered);
    }
    var more = messages.spoken(conversation.id(), MOST);
    return request(conversation, more, answered(conversation, more));
  }

  private long answered(Conversation conversation, List<Message> recent) {
    var byPerson = recent.stream().filter(Message::answersAsMember).mapToLong(Message::seq).max();
    var byAi =
        conversation.modeIn(channels).equals("suggest")
            ? lastSent(recent)
            : conversation.answeredSeq();
    return Math.max(byAi, byPerson.orElse(0));
  }

  private TurnRequest request(Conversation conversation, List<Message> recent, long answered) {
    var ordered = recent.stream().sorted(Comparator.comparingLong(Message::seq)).toList();
    var fresh =
        ordered.stream().filter(m -> m.author().equals("contact") && m.seq() > answered).toList();
    var before =
        ordered.stream()
            .filter(m -> !fresh.contains(m) && !m.status().equals("cancelled"))
            .filter(m -> m.seq() >= conversation.talkFromSeq())
            .map(TurnRequests::said)
            .toList();
    return new TurnRequest(
        conversation.id(),
        conversation.contact(),
        conversation.channelType(),
        conversation.contactName(),
        conversation.contactPhone(),
        conversation.contactLanguage(),
        fresh.stream().map(TurnRequests::said).toList(),
        before.subList(Math.max(0, before.size() - HISTORY), before.size()),
        fresh.isEmpty() ? 0 : fresh.getLast().seq(),
        conversation.aiReplies() == 0,
        conversation.modeIn(channels),
        fresh.isEmpty() ? "" : fresh.getLast().correlationId());
  }

  /** A draft that nobody used has answered nothing: the next one is for those messages too. */
  private static long lastSent(List<Message> recent) {
    return recent.stream()
        .filter(m -> m.author().equals("ai") && !m.status().equals("cancelled"))
        .mapToLong(Message::seq)
        .max()
        .orElse(0);
  }

  private static TurnRequest.Said said(Message message) {
    return new TurnRequest.Said(
        message.id(),
        message.seq(),
        message.author(),
        message.kind(),
        message.text(),
        message.at());
  }
}
