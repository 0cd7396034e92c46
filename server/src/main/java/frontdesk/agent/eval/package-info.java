/** The command line's measurements: the code that serves customers, asked line by line. */
@NullMarked
package frontdesk.agent.eval;

import org.jspecify.annotations.NullMarked;
