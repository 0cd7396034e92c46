/**
 * From nothing to a working business: registration, the set-up wizard with its industry templates,
 * the business's own data, the demo. Works through the others' front doors; may use all, nobody
 * uses it.
 */
@NullMarked
package frontdesk.onboarding;

import org.jspecify.annotations.NullMarked;
