package frontdesk.database;

import frontdesk.settings.BadSetting;
import java.sql.Connection;
import java.sql.SQLException;

/** The role the server works as: it must own nothing and see nothing without a tenant. */
final class RuntimeRole {

  private RuntimeRole() {}

  /**
   * Asked before anything is migrated too: what is granted and revoked there must not hit the
   * owner.
   *
   * @param owner the role that migrates
   */
  static void requireHarmless(Connection runtime, String owner) throws SQLException {
    try (var statement =
        runtime.prepareStatement(
            """
            SELECT r.rolsuper OR r.rolbypassrls
                OR EXISTS (SELECT 1 FROM pg_roles o
                           WHERE o.rolname = ? AND pg_has_role(r.oid, o.oid, 'MEMBER'))
                OR EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid)
                OR EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                           WHERE n.nspname IN ('public', 'control') AND c.relkind = 'r'
                             AND pg_has_role(r.oid, c.relowner, 'MEMBER'))
            FROM pg_roles r WHERE r.rolname = current_user
            """)) {
      statement.setString(1, owner);
      try (var found = statement.executeQuery()) {
        if (!found.next() || found.getBoolean(1)) {
          throw new BadSetting(
              "FRONTDESK_DATABASE_USER names a role that could see past row-level security; it must"
                  + " be no superuser, have no BYPASSRLS, and neither own a table nor belong to a"
                  + " role that does");
        }
      }
    }
  }
}
