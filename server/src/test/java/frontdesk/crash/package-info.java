/**
 * The server as a process of its own, ended at the worst moments; what it acknowledged must last.
 */
@NullMarked
package frontdesk.crash;

import org.jspecify.annotations.NullMarked;
