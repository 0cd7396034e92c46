/** What the operator sets from outside, read once and checked at start. */
@NullMarked
package frontdesk.settings;

import org.jspecify.annotations.NullMarked;
