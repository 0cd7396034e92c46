/** Outside models as tests need them. */
@NullMarked
package frontdesk.agent.models;

import org.jspecify.annotations.NullMarked;
