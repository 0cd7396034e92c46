/**
 * What every simulator stands on: HTTP, JSON, the faults switched on and the ledger of what was
 * seen.
 */
@NullMarked
package frontdesk.simulators.wire;

import org.jspecify.annotations.NullMarked;
