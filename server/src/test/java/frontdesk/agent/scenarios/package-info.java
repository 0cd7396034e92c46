/** Conversations with a goal, the customers in them, and how they must end. */
@NullMarked
package frontdesk.agent.scenarios;

import org.jspecify.annotations.NullMarked;
