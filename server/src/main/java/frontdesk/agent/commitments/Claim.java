package frontdesk.agent.commitments;

/**
 * Something a reply claims.
 *
 * @param words as they stand in the reply
 */
public record Claim(Kind kind, String words) {

  /** What it is about. */
  public enum Kind {
    TIME,
    PRICE,
    DURATION,
    ACTION,
    CONTACT
  }
}
