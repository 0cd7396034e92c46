/** Tenants and the context that leads every statement to one tenant's rows. */
@NullMarked
package frontdesk.tenancy;

import org.jspecify.annotations.NullMarked;
