package frontdesk.conversations;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One contact's thread on one channel.
 *
 * @param handler ai or person, as stored; {@link #answeredByAi} says who answers at a time
 * @param mode of its own; empty for the channel's
 * @param aiPausedUntil after a person wrote; the assistant goes on by itself then
 * @param answeredSeq of the newest inbound message that a turn has seen
 * @param talkFromSeq what was said earlier led to a handoff that is settled
 */
record Conversation(
    UUID id,
    UUID contact,
    UUID channel,
    String channelType,
    String address,
    String status,
    String handler,
    Optional<String> mode,
    Optional<Instant> aiPausedUntil,
    Optional<UUID> assignee,
    Optional<Instant> needsPersonSince,
    Optional<String> needsPersonReason,
    Optional<Instant> snoozedUntil,
    boolean blocked,
    long ownershipVersion,
    long answeredSeq,
    long talkFromSeq,
    int aiReplies,
    Optional<Instant> lastInboundAt,
    Instant lastAt,
    String contactName,
    Optional<String> contactPhone,
    Optional<Locale> contactLanguage) {

  /** A pause that has run out leaves the conversation to the assistant again. */
  boolean answeredByAi(Instant now) {
    return handler.equals("ai") || aiPausedUntil.isPresent() && !aiPausedUntil.get().isAfter(now);
  }

  /** Its own mode, or else that of its channel: auto, suggest or off. */
  String modeIn(ChannelDirectory channels) {
    return mode.or(() -> channels.find(channel).map(ChannelDirectory.ChannelInfo::mode))
        .orElse("off");
  }
}
