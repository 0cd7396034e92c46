/** The operator of the platform: what happened in it, over all tenants. */
@NullMarked
package frontdesk.platform;

import org.jspecify.annotations.NullMarked;
