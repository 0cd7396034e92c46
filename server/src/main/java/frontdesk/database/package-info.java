/**
 * The database this process uses: its own or one named by URL, migrated and reached as the runtime
 * role.
 */
@NullMarked
package frontdesk.database;

import org.jspecify.annotations.NullMarked;
