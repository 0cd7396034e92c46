/**
 * The built-in assistant: no key, no model, the last of every chain. A dialogue state updated by
 * separate recognisers; front door {@link frontdesk.agent.builtin.BuiltInAssistant}.
 */
@NullMarked
package frontdesk.agent.builtin;

import org.jspecify.annotations.NullMarked;
