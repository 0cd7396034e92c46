/**
 * Whether what a reply promises is borne out by the records. Front door: {@link
 * frontdesk.agent.commitments.Commitments}. Pure code over words and plain data.
 */
@NullMarked
package frontdesk.agent.commitments;

import org.jspecify.annotations.NullMarked;
