/** Conversations and their messages: received, answered in turn, sent; who owns them; the inbox. */
@NullMarked
package frontdesk.conversations;

import org.jspecify.annotations.NullMarked;
