/**
 * What every HTTP shell shares: problems in the caller's language, correlation ids, strict JSON,
 * limits of bodies and rates, pages and cursors, repeats of a request by its idempotency key.
 */
@NullMarked
package frontdesk.http;

import org.jspecify.annotations.NullMarked;
