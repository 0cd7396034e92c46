package frontdesk.contacts;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactStore {

  private static final String COLUMNS =
      "c.id, c.name, c.phone, c.email, c.language, c.notes, c.blocked, c.created_at";

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  ContactStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  Optional<Contact> find(UUID id) {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM contact c WHERE c.tenant_id = :tenant AND c.id = :id")
        .param("tenant", tenant())
        .param("id", id)
        .query(ContactStore::contact)
        .optional();
  }

  Optional<Contact> findByIdentity(UUID channel, String address) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM contact_identity i
                JOIN contact c ON c.tenant_id = i.tenant_id AND c.id = i.contact_id
                WHERE i.tenant_id = :tenant AND i.channel_id = :channel AND i.address = :address
                """)
        .param("tenant", tenant())
        .param("channel", channel)
        .param("address", address)
        .query(ContactStore::contact)
        .optional();
  }

  /** Empty when nobody has the phone, or more than one does: then nothing says which. */
  Optional<Contact> findOneByPhone(String phone) {
    var found =
        jdbc.sql(
                "SELECT "
                    + COLUMNS
                    + " FROM contact c WHERE c.tenant_id = :tenant AND c.phone = :phone LIMIT 2")
            .param("tenant", tenant())
            .param("phone", phone)
            .query(ContactStore::contact)
            .list();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  void insert(Contact contact) {
    jdbc.sql(
            """
            INSERT INTO contact (tenant_id, id, name, phone, email, created_at)
            VALUES (:tenant, :id, :name, :phone, :email, :at)
            """)
        .param("tenant", tenant())
        .param("id", contact.id())
        .param("name", contact.name())
        .param("phone", contact.phone().orElse(null))
        .param("email", contact.email().orElse(null))
        .param("at", contact.createdAt().atOffset(UTC))
        .update();
  }

  /** False when the address is taken already. */
  boolean insertIdentity(Identity identity, UUID contact, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO contact_identity
                  (tenant_id, channel_id, address, contact_id, name, phone, created_at)
                VALUES (:tenant, :channel, :address, :contact, :name, :phone, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("tenant", tenant())
            .param("channel", identity.channel())
            .param("address", identity.address())
            .param("contact", contact)
            .param("name", identity.name())
            .param("phone", identity.phone().orElse(null))
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  /** One for each channel: by number where there is one, the newest. */
  List<Identity> identitiesOf(UUID contact) {
    return jdbc.sql(
            """
            SELECT DISTINCT ON (channel_id) channel_id, address, name, phone FROM contact_identity
            WHERE tenant_id = :tenant AND contact_id = :contact
            ORDER BY channel_id, phone IS NULL, created_at DESC
            """)
        .param("tenant", tenant())
        .param("contact", contact)
        .query(
            (row, n) ->
                new Identity(
                    row.getObject("channel_id", UUID.class),
                    row.getString("address"),
                    row.getString("name"),
                    Optional.ofNullable(row.getString("phone"))))
        .list();
  }

  List<Contact> search(String words, boolean inAll, Optional<UUID> before, int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM contact c
                WHERE c.tenant_id = :tenant
                  AND (:words = '' OR unaccent(c.name) ILIKE unaccent(:like) OR :inAll AND (
                       c.email ILIKE :like OR :digits <> '' AND c.phone LIKE :phone))
                  AND (:before::uuid IS NULL OR (c.created_at, c.id) <
                    (SELECT b.created_at, b.id FROM contact b
                     WHERE b.tenant_id = :tenant AND b.id = :before::uuid))
                ORDER BY c.created_at DESC, c.id DESC LIMIT :limit
                """)
        .param("tenant", tenant())
        .param("words", words)
        .param("inAll", inAll)
        .param("like", "%" + words.replaceAll("([%_\\\\])", "\\\\$1") + "%")
        .param("digits", words.replaceAll("\\D", ""))
        .param("phone", "%" + words.replaceAll("\\D", "") + "%")
        .param("before", before.map(UUID::toString).orElse(null))
        .param("limit", limit)
        .query(ContactStore::contact)
        .list();
  }

  void learn(UUID contact, Optional<String> name, Optional<String> email) {
    jdbc.sql(
            """
            UPDATE contact SET name = CASE WHEN name = '' THEN coalesce(:name, '') ELSE name END,
              email = coalesce(email, :email)
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("name", name.orElse(null))
        .param("email", email.orElse(null))
        .param("tenant", tenant())
        .param("id", contact)
        .update();
  }

  void changePhone(UUID contact, String before, String now) {
    jdbc.sql(
            """
            UPDATE contact SET phone = :now
            WHERE tenant_id = :tenant AND id = :id AND phone = :before
            """)
        .param("now", now)
        .param("before", before)
        .param("tenant", tenant())
        .param("id", contact)
        .update();
  }

  void block(UUID contact, boolean blocked) {
    jdbc.sql("UPDATE contact SET blocked = :blocked WHERE tenant_id = :tenant AND id = :id")
        .param("blocked", blocked)
        .param("tenant", tenant())
        .param("id", contact)
        .update();
  }

  void keepNotes(UUID contact, String notes) {
    jdbc.sql("UPDATE contact SET notes = :notes WHERE tenant_id = :tenant AND id = :id")
        .param("notes", notes)
        .param("tenant", tenant())
        .param("id", contact)
        .update();
  }

  private UUID tenant() {
    return tenancy.current().value();
  }

  private static Contact contact(ResultSet row, int n) throws SQLException {
    return new Contact(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Optional.ofNullable(row.getString("phone")),
        Optional.ofNullable(row.getString("email")),
        Optional.ofNullable(row.getString("language")),
        row.getString("notes"),
        row.getBoolean("blocked"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
