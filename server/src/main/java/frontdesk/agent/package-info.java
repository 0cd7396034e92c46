/**
 * The agent: answers a conversation's new messages by looking things up, proposing and, after a
 * yes, committing. Front door: {@link frontdesk.agent.Agent}, behind the conversations'
 * TurnHandler.
 */
@NullMarked
package frontdesk.agent;

import org.jspecify.annotations.NullMarked;
