/**
 * Outside models: how they are reached, what they cost, and how a call to one is kept in bounds.
 */
@NullMarked
package frontdesk.agent.models;

import org.jspecify.annotations.NullMarked;
