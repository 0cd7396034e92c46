/** What bench/run starts to measure parts of the server by themselves. */
@NullMarked
package frontdesk.bench;

import org.jspecify.annotations.NullMarked;
