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

  TurnRequests(ChannelDirectory channels) {
    this.channels = channels;
  }

  /**
   * @param recent what was sent last in it, in any order
   */
  TurnRequest of(Conversation conversation, List<Message> recent) {
    var ordered = recent.stream().sorted(Comparator.comparingLong(Message::seq)).toList();
    var answeredByPerson =
        ordered.stream().filter(Message::answersAsMember).mapToLong(Message::seq).max();
    var mode = conversation.modeIn(channels);
    var answeredByAi = mode.equals("suggest") ? lastSent(ordered) : conversation.answeredSeq();
    var answered = Math.max(answeredByAi, answeredByPerson.orElse(0));
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
        mode,
        fresh.isEmpty() ? "" : fresh.getLast().correlationId());
  }

  /** A draft that nobody used has answered nothing: the next one is for those messages too. */
  private static long lastSent(List<Message> ordered) {
    return ordered.stream()
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
