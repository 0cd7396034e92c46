/** What the team shares among itself: the replies it has saved. Uses tenancy, identity. */
@NullMarked
package frontdesk.teamwork;

import org.jspecify.annotations.NullMarked;
