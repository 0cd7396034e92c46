package frontdesk.conversations;

import frontdesk.contacts.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody of the business wrote in the phone's own app, as the channel tells afterwards.
 *
 * @param to the customer, and on which of the tenant's channels
 * @param externalId the provider's message id; a repeat is stored once
 * @param kind as of an {@link InboundMessage}
 * @param quotes as of an {@link InboundMessage}
 */
public record PhoneReply(
    String channelType,
    Identity to,
    String externalId,
    String kind,
    String text,
    List<InboundMessage.File> files,
    Optional<Instant> sentAt,
    Optional<String> quotes) {}
