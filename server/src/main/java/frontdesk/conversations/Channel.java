package frontdesk.conversations;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One type of channel: what it can carry and how it sends. */
public interface Channel {

  /** As in URLs and rows: whatsapp, webchat, sandbox. */
  String type();

  /** How long after a customer's message free text may be sent; empty when always. */
  Optional<Duration> window();

  /**
   * The reply is seen where it is stored: nothing is sent outside, and nothing can be uncertain.
   */
  boolean local();

  /**
   * Sends one message outside; called without a transaction, after {@code sending} was committed.
   */
  Delivery send(Outgoing message);

  /**
   * Shows the customer that this message was read and an answer is being written; called beside the
   * turn, which neither waits for it nor fails with it.
   */
  default void seen(UUID channel, String externalId) {}

  /** The largest file of this type that it can send, in bytes; 0 when it carries none. */
  default int carries(String contentType) {
    return 0;
  }

  /** Fetches a file that came with a message; called without a transaction. */
  default Fetched fetch(UUID channel, String reference) {
    return new Fetched.Never("This channel carries no files");
  }

  /**
   * @param reference our id of the message, given along where the channel carries one
   * @param text the file's caption where there is one, and then perhaps empty
   * @param choices quick replies, as many as the channel can show
   * @param quotes the channel's id of the message that this one answers
   */
  record Outgoing(
      UUID channel,
      String address,
      UUID reference,
      String text,
      List<TurnResult.Choice> choices,
      Optional<File> file,
      Optional<String> quotes,
      String correlationId) {}

  /** A file to be sent. */
  record File(String name, String contentType, byte[] content) {}

  /** What came of fetching a file. */
  sealed interface Fetched {
    record Content(byte[] content) implements Fetched {}

    /** Worth another try. */
    record NotNow(String reason) implements Fetched {}

    record Never(String reason) implements Fetched {}
  }

  /** How a call to send ended. */
  sealed interface Delivery {
    /** Accepted by the provider under its id. */
    record Accepted(String externalId) implements Delivery {}

    /** Refused for now: worth another try, not before {@code after}. */
    record Later(String code, String reason, Duration after) implements Delivery {}

    /**
     * Refused until somebody mends the channel: it waits, however long its window lets it, and is
     * asked for again now and then in case it was mended elsewhere.
     */
    record Held(String code, String reason) implements Delivery {}

    /** Refused for good. */
    record Rejected(String code, String reason) implements Delivery {}

    /** Sent, but no answer came: it may have been accepted. */
    record Unknown(String reason) implements Delivery {}
  }
}
