package frontdesk.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The messages of a conversation that wait for an answer, and what was said before.
 *
 * @param contactName may be empty
 * @param contactPhone as given by the channel, by a member or by the contact
 * @param contactLanguage in which the contact was last answered
 * @param newMessages inbound, not yet answered, in order
 * @param history what was said before, oldest first, at most the last 20
 * @param newestSeq of the new messages
 * @param firstReply the AI has said nothing in this conversation yet
 * @param mode auto or suggest
 * @param answerIn the language a member wants the answer in; empty for the customer's own
 */
public record TurnRequest(
    UUID conversation,
    UUID contact,
    String channelType,
    String contactName,
    Optional<String> contactPhone,
    Optional<Locale> contactLanguage,
    List<Said> newMessages,
    List<Said> history,
    long newestSeq,
    boolean firstReply,
    String mode,
    Optional<Locale> answerIn,
    String correlationId) {

  public TurnRequest(
      UUID conversation,
      UUID contact,
      String channelType,
      String contactName,
      Optional<String> contactPhone,
      Optional<Locale> contactLanguage,
      List<Said> newMessages,
      List<Said> history,
      long newestSeq,
      boolean firstReply,
      String mode,
      String correlationId) {
    this(
        conversation,
        contact,
        channelType,
        contactName,
        contactPhone,
        contactLanguage,
        newMessages,
        history,
        newestSeq,
        firstReply,
        mode,
        Optional.empty(),
        correlationId);
  }

  /** The same, asked of a draft in this language. */
  TurnRequest draftedIn(Locale language) {
    return new TurnRequest(
        conversation,
        contact,
        channelType,
        contactName,
        contactPhone,
        contactLanguage,
        newMessages,
        history,
        newestSeq,
        firstReply,
        "suggest",
        Optional.of(language),
        correlationId);
  }

  /** A person chooses what is sent, if anything. */
  public boolean suggests() {
    return mode.equals("suggest");
  }

  /**
   * @param author contact, ai, member or system
   * @param kind text, or what else was sent: image, audio, video, file, location, order,
   *     unsupported
   * @param text what was written, or the caption of a file
   */
  public record Said(UUID id, long seq, String author, String kind, String text, Instant at) {
    public Said(UUID id, long seq, String author, String text, Instant at) {
      this(id, seq, author, "text", text, at);
    }
  }
}
