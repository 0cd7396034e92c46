package frontdesk.mail;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A mail that somebody asked for: whom it goes to and what it is about, not yet its words. Links
 * are made when it is written, so no secret lies in the outbox.
 *
 * @param kind which writer knows the words
 * @param about what the writer needs to find the rest
 */
public record MailOrder(
    UUID id, String kind, String address, Map<String, String> about, Instant askedAt) {}
