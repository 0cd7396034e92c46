package frontdesk.contacts;

import java.util.Optional;
import java.util.UUID;

/**
 * How one channel knows a contact.
 *
 * @param address what the channel calls them: a WhatsApp id, a visitor's id
 */
public record Identity(UUID channel, String address, String name, Optional<String> phone) {}
