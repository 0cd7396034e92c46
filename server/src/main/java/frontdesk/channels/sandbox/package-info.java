/** Try it as a customer: a channel every tenant has, for its own members. */
@NullMarked
package frontdesk.channels.sandbox;

import org.jspecify.annotations.NullMarked;
