/** Model servers (OpenAI-compatible, Anthropic, Gemini) that answer from a script. */
@NullMarked
package frontdesk.simulators.models;

import org.jspecify.annotations.NullMarked;
