/** What the assistant may look up and do for one contact, whichever model asks for it. */
@NullMarked
package frontdesk.agent.tools;

import org.jspecify.annotations.NullMarked;
