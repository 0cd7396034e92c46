package frontdesk.contacts;

import frontdesk.tenancy.Tenancy;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is asked before a contact is entered or changed by hand. */
@Repository
class EntryStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  EntryStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /** Who has taken this one's place, if it was merged; nobody else changes it until the end. */
  Optional<UUID> lock(UUID contact) {
    return jdbc.sql(
            """
            SELECT merged_into FROM contact WHERE tenant_id = :tenant AND id = :id
            FOR NO KEY UPDATE
            """)
        .param("tenant", tenancy.current().value())
        .param("id", contact)
        .query((row, n) -> Optional.ofNullable(row.getObject("merged_into", UUID.class)))
        .optional()
        .flatMap(into -> into);
  }

  /** Whoever else has the phone, the longest known of several; who merely said so does not. */
  Optional<Contact> findOtherByPhone(String phone, UUID than) {
    return findOther("c.phone = :value AND NOT c.phone_said", phone, than);
  }

  Optional<Contact> findOtherByEmail(String email, UUID than) {
    return findOther("lower(c.email) = lower(:value)", email, than);
  }

  private Optional<Contact> findOther(String has, String value, UUID than) {
    return jdbc.sql(
            "SELECT "
                + ContactStore.COLUMNS
                + " FROM contact c WHERE c.tenant_id = :tenant AND c.merged_into IS NULL"
                + " AND c.id <> :than AND "
                + has
                + " ORDER BY c.created_at, c.id LIMIT 1")
        .param("tenant", tenancy.current().value())
        .param("than", than)
        .param("value", value)
        .query(ContactStore::contact)
        .optional();
  }
}
