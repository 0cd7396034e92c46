/**
 * Stand-ins for the outside services: their wire formats, their limits, their faults. A process of
 * its own.
 */
@NullMarked
package frontdesk.simulators;

import org.jspecify.annotations.NullMarked;
