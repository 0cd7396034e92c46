/**
 * What just happened, pushed to the browsers that may see it; kept in memory only, resumed by id.
 */
@NullMarked
package frontdesk.live;

import org.jspecify.annotations.NullMarked;
