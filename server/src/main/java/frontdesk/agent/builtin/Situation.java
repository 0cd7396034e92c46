package frontdesk.agent.builtin;

import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * What the assistant knows of the moment beside the words.
 *
 * @param now the moment of the turn, in the business's zone
 * @param locale the business's language, used until the customer shows another
 * @param knownName of the contact, where the channel or an earlier talk gave it
 * @param knownPhone of the contact, where the channel gave it; then it is not asked for
 * @param firstReply nothing has been answered in this conversation yet
 * @param answerIn the language to answer in whatever the customer speaks; empty for theirs
 */
public record Situation(
    ZonedDateTime now,
    Locale locale,
    Optional<String> knownName,
    Optional<String> knownPhone,
    boolean firstReply,
    Optional<Locale> answerIn) {

  public Situation(
      ZonedDateTime now,
      Locale locale,
      Optional<String> knownName,
      Optional<String> knownPhone,
      boolean firstReply) {
    this(now, locale, knownName, knownPhone, firstReply, Optional.empty());
  }
}
