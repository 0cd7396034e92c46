/** What words mean, in English and Italian: times, and the claims a reply makes. Pure code. */
@NullMarked
package frontdesk.agent.language;

import org.jspecify.annotations.NullMarked;
