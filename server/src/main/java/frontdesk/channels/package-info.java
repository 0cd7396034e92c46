/** Connected channels and their routing; one folder per type: a webhook and a dispatcher. */
@NullMarked
package frontdesk.channels;

import org.jspecify.annotations.NullMarked;
