/** The rules of the wires that the simulators keep. */
@NullMarked
package frontdesk.simulators;

import org.jspecify.annotations.NullMarked;
