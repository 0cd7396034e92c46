/** Webhooks in and calls out, as they were, with their correlation id. */
@NullMarked
package frontdesk.journal;

import org.jspecify.annotations.NullMarked;
