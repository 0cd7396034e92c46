package frontdesk.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a turn is about.
 *
 * @param contactName as the channel or a member gave it; may be empty
 * @param contactPhone E.164, only as the channel or a member gave it
 * @param newMessages inbound, not yet answered, in order
 * @param history what was said before them, oldest first, the last thirty
 * @param newestSeq of the new messages; an answer to a later one is another turn
 * @param firstReply nothing has been answered by the assistant in this conversation yet
 * @param mode auto or suggest
 */
public record TurnRequest(
    UUID conversation,
    UUID contact,
    String channelType,
    String contactName,
    Optional<String> contactPhone,
    List<Said> newMessages,
    List<Said> history,
    long newestSeq,
    boolean firstReply,
    String mode,
    String correlationId) {

  /**
   * @param author contact, ai, member or system
   */
  public record Said(UUID id, long seq, String author, String text, Instant at) {}
}
