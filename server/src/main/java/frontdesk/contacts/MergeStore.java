package frontdesk.contacts;

import static java.time.ZoneOffset.UTC;

import frontdesk.contacts.Belongings.Passed;
import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The merges, and the rows of contacts that they change. */
@Repository
class MergeStore {

  private static final String MERGES =
      """
      SELECT m.id, m.kept_id, m.gone_id, c.name, m.at
      FROM contact_merge m JOIN contact c ON c.tenant_id = m.tenant_id AND c.id = m.gone_id
      WHERE m.tenant_id = :tenant AND m.kept_id = :kept
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final JsonMapper json;

  MergeStore(JdbcClient jdbc, Tenancy tenancy, JsonMapper json) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.json = json;
  }

  record Locked(Contact contact, boolean merged) {}

  /** What a merge did, as it is kept for its undo. */
  record Kept(Traits before, Traits after, Passed passed) {}

  /**
   * In one order, so that two merges of the same contacts wait for each other; whoever adds
   * something to one of them waits too.
   */
  Map<UUID, Locked> lock(UUID one, UUID other) {
    return jdbc
        .sql(
            "SELECT "
                + ContactStore.COLUMNS
                + """
                , c.merged_into FROM contact c
                WHERE c.tenant_id = :tenant AND c.id IN (:one, :other)
                ORDER BY c.id FOR UPDATE
                """)
        .param("tenant", tenant())
        .param("one", one)
        .param("other", other)
        .query(
            (row, n) ->
                new Locked(ContactStore.contact(row, n), row.getObject("merged_into") != null))
        .list()
        .stream()
        .collect(Collectors.toMap(locked -> locked.contact().id(), locked -> locked));
  }

  List<String> passIdentities(UUID from, UUID to) {
    return jdbc.sql(
            """
            UPDATE contact_identity SET contact_id = :to
            WHERE tenant_id = :tenant AND contact_id = :from
            RETURNING channel_id || ' ' || address
            """)
        .param("to", to)
        .param("tenant", tenant())
        .param("from", from)
        .query(String.class)
        .list();
  }

  void giveIdentitiesBack(String[] identities, UUID from, UUID to) {
    jdbc.sql(
            """
            UPDATE contact_identity SET contact_id = :to
            WHERE tenant_id = :tenant AND contact_id = :from
              AND channel_id || ' ' || address = ANY(:identities)
            """)
        .param("to", to)
        .param("tenant", tenant())
        .param("from", from)
        .param("identities", identities)
        .update();
  }

  void write(UUID contact, Traits traits) {
    jdbc.sql(
            """
            UPDATE contact SET name = :name, sort_name = %s, phone = :phone,
              phone_said = :said, email = :email, language = :language, notes = :notes, blocked = :blocked, last_seen_at = :seen
            WHERE tenant_id = :tenant AND id = :id
            """
                .formatted(ContactStore.SORT_NAME.formatted(":name")))
        .param("name", traits.name())
        .param("phone", traits.phone().orElse(null))
        .param("said", traits.phoneSaid())
        .param("email", traits.email().orElse(null))
        .param("language", traits.language().orElse(null))
        .param("notes", traits.notes())
        .param("blocked", traits.blocked())
        .param("seen", traits.lastSeenAt().atOffset(UTC))
        .param("tenant", tenant())
        .param("id", contact)
        .update();
  }

  void pointTo(UUID gone, UUID kept) {
    jdbc.sql("UPDATE contact SET merged_into = :kept WHERE tenant_id = :tenant AND id = :gone")
        .param("kept", kept)
        .param("tenant", tenant())
        .param("gone", gone)
        .update();
  }

  void release(UUID gone) {
    jdbc.sql("UPDATE contact SET merged_into = NULL WHERE tenant_id = :tenant AND id = :gone")
        .param("tenant", tenant())
        .param("gone", gone)
        .update();
  }

  void insert(Merge merge, Kept kept) {
    jdbc.sql(
            """
            INSERT INTO contact_merge (tenant_id, id, kept_id, gone_id, before, after, passed, at)
            VALUES (:tenant, :id, :kept, :gone, :before::jsonb, :after::jsonb, :passed::jsonb, :at)
            """)
        .param("tenant", tenant())
        .param("id", merge.id())
        .param("kept", merge.kept())
        .param("gone", merge.gone())
        .param("before", json.writeValueAsString(kept.before()))
        .param("after", json.writeValueAsString(kept.after()))
        .param("passed", json.writeValueAsString(kept.passed()))
        .param("at", merge.at().atOffset(UTC))
        .update();
  }

  Optional<Merge> find(UUID kept, UUID id, Duration undo) {
    return jdbc.sql(MERGES + " AND m.id = :id")
        .param("tenant", tenant())
        .param("kept", kept)
        .param("id", id)
        .query((row, n) -> merge(row, undo))
        .optional();
  }

  Kept kept(UUID id) {
    return jdbc.sql(
            """
            SELECT before, after, passed FROM contact_merge WHERE tenant_id = :tenant AND id = :id
            """)
        .param("tenant", tenant())
        .param("id", id)
        .query(
            (row, n) ->
                new Kept(
                    json.readValue(row.getString("before"), Traits.class),
                    json.readValue(row.getString("after"), Traits.class),
                    json.readValue(row.getString("passed"), Passed.class)))
        .single();
  }

  /** False when it was undone before. */
  boolean undo(UUID id, Instant now) {
    return jdbc.sql(
                """
                UPDATE contact_merge SET undone_at = :now
                WHERE tenant_id = :tenant AND id = :id AND undone_at IS NULL
                """)
            .param("now", now.atOffset(UTC))
            .param("tenant", tenant())
            .param("id", id)
            .update()
        == 1;
  }

  List<Merge> since(UUID kept, Instant since, Duration undo) {
    return jdbc.sql(MERGES + " AND m.undone_at IS NULL AND m.at > :since ORDER BY m.at DESC, m.id")
        .param("tenant", tenant())
        .param("kept", kept)
        .param("since", since.atOffset(UTC))
        .query((row, n) -> merge(row, undo))
        .list();
  }

  private static Merge merge(ResultSet row, Duration undo) throws SQLException {
    var at = row.getObject("at", OffsetDateTime.class).toInstant();
    return new Merge(
        row.getObject("id", UUID.class),
        row.getObject("kept_id", UUID.class),
        row.getObject("gone_id", UUID.class),
        row.getString("name"),
        at,
        at.plus(undo));
  }

  private UUID tenant() {
    return tenancy.current().value();
  }
}
