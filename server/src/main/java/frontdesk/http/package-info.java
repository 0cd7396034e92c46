/** What every HTTP shell shares: problems, correlation ids, pages. */
@NullMarked
package frontdesk.http;

import org.jspecify.annotations.NullMarked;
