package frontdesk.teamwork;

import java.util.UUID;

/**
 * A text that is written again and again.
 *
 * @param text with variables as {@code {{name}}}, which the screen fills
 */
record SavedReply(UUID id, String title, String text) {}
