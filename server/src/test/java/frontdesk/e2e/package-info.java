/** The server as the browser tests of {@code web/e2e} run it. */
@NullMarked
package frontdesk.e2e;

import org.jspecify.annotations.NullMarked;
