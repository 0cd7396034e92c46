package frontdesk.conversations;

import java.util.UUID;

/**
 * A word that a business sorts its conversations by.
 *
 * @param color 1 to 8, of the palette
 */
record Label(UUID id, String name, int color) {}
