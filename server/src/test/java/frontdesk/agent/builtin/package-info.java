/** The built-in assistant, each recogniser alone and all together in conversations with a goal. */
@NullMarked
package frontdesk.agent.builtin;

import org.jspecify.annotations.NullMarked;
