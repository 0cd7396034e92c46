/**
 * What the figures say: the first look of the day. Asks the others' front doors; nobody uses it.
 */
@NullMarked
package frontdesk.analytics;

import org.jspecify.annotations.NullMarked;
