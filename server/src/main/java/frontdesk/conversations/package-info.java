/**
 * Conversations, their messages and who answers them. Front doors: what a channel brings goes in,
 * what is to be said goes out; whoever answers turns implements {@link
 * frontdesk.conversations.TurnHandler}.
 */
@NullMarked
package frontdesk.conversations;

import org.jspecify.annotations.NullMarked;
