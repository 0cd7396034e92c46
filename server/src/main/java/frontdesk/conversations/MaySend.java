package frontdesk.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** May this be sent now? Decided here alone, at the moment of sending. */
final class MaySend {

  /** The vendor's clock and the way there: inside this margin the window counts as closed. */
  static final Duration MARGIN = Duration.ofSeconds(30);

  private MaySend() {}

  enum Answer {
    YES,
    BLOCKED,
    CHANNEL_OFF,
    PERSON_ANSWERS,
    WINDOW_CLOSED;

    /** The reason as it is stored and shown. */
    String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @param byAi the assistant wants to send, not a member
   * @param ownedByAi the conversation is still the assistant's, in the version it answered
   * @param window of the channel; only the customer's messages open it
   */
  record Facts(
      boolean byAi,
      boolean ownedByAi,
      boolean blocked,
      boolean channelSending,
      Optional<Duration> window,
      Optional<Instant> lastInboundAt,
      Instant now) {}

  static Answer decide(Facts facts) {
    if (facts.blocked()) {
      return Answer.BLOCKED;
    }
    if (facts.byAi() && !facts.ownedByAi()) {
      return Answer.PERSON_ANSWERS;
    }
    if (!facts.channelSending()) {
      return Answer.CHANNEL_OFF;
    }
    var closes = closesAt(facts.window(), facts.lastInboundAt());
    if (facts.window().isPresent()
        && closes.map(at -> !facts.now().isBefore(at.minus(MARGIN))).orElse(true)) {
      return Answer.WINDOW_CLOSED;
    }
    return Answer.YES;
  }

  static Optional<Instant> closesAt(Optional<Duration> window, Optional<Instant> lastInboundAt) {
    return window.flatMap(length -> lastInboundAt.map(at -> at.plus(length)));
  }
}
