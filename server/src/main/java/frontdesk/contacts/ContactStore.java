package frontdesk.contacts;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import frontdesk.database.Pipeline;
import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactStore {

  static final String COLUMNS =
      "c.id, c.name, c.phone, c.phone_said, c.email, c.language, c.notes, c.blocked, c.created_at,"
          + " c.last_seen_at";

  /** Short enough for an index, whatever somebody calls themselves. */
  static final String SORT_NAME =
      "coalesce(nullif(left(lower(unaccent(%s)), 100), ''), chr(1114111))";

  private static final String WORDS =
      """
       AND (c.sort_name LIKE lower(unaccent(:like)) OR :inAll AND (
            c.email ILIKE :like OR :digits <> '' AND c.phone LIKE :phone))
      """;

  private static final String CHANNEL =
      """
       AND EXISTS (SELECT 1 FROM contact_identity i WHERE i.tenant_id = :tenant
            AND i.contact_id = c.id AND i.channel_id = :channel)
      """;

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

  /**
   * Who has taken this one's place, if it was merged; who it is stays so until the transaction
   * ends.
   */
  Optional<UUID> lockMergedInto(UUID contact) {
    return mergedInto(contact, " FOR SHARE");
  }

  Optional<UUID> findMergedInto(UUID contact) {
    return mergedInto(contact, "");
  }

  private Optional<UUID> mergedInto(UUID contact, String lock) {
    return jdbc.sql("SELECT merged_into FROM contact WHERE tenant_id = :tenant AND id = :id" + lock)
        .param("tenant", tenant())
        .param("id", contact)
        .query((row, n) -> Optional.ofNullable(row.getObject("merged_into", UUID.class)))
        .optional()
        .flatMap(into -> into);
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

  /**
   * Empty when nobody has the phone, or more than one does: then nothing says which. Who merely
   * said that it is theirs does not have it.
   */
  Optional<Contact> findOneByPhone(String phone) {
    var found =
        jdbc.sql(
                "SELECT "
                    + COLUMNS
                    + " FROM contact c WHERE c.tenant_id = :tenant AND c.phone = :phone"
                    + " AND NOT c.phone_said AND c.merged_into IS NULL LIMIT 2")
            .param("tenant", tenant())
            .param("phone", phone)
            .query(ContactStore::contact)
            .list();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /**
   * Whoever calls this later with one of the same waits until this transaction has ended. To be
   * called before a contact is made, then looked for again: no constraint could refuse the second.
   *
   * @param marks addresses and phones; an address that is a phone without its plus is the same
   */
  void takeTurns(Stream<String> marks) {
    jdbc.sql(
            """
            SELECT pg_advisory_xact_lock(hashtextextended(:tenant || ' ' || mark, 0))
            FROM unnest(:marks) AS mark
            """)
        .param("tenant", tenant().toString())
        .param(
            "marks",
            marks
                .map(mark -> mark.replaceFirst("^\\+", ""))
                .distinct()
                .sorted()
                .toArray(String[]::new))
        .query((row, n) -> n)
        .list();
  }

  void insert(Contact contact) {
    jdbc.sql(
            """
            INSERT INTO contact (tenant_id, id, name, sort_name, phone, email, language, notes,
              created_at, last_seen_at)
            VALUES (:tenant, :id, :name, %s, :phone, :email, :language, :notes, :at, :at)
            """
                .formatted(SORT_NAME.formatted(":name")))
        .param("tenant", tenant())
        .param("id", contact.id())
        .param("name", contact.name())
        .param("phone", contact.phone().orElse(null))
        .param("email", contact.email().orElse(null))
        .param("language", contact.language().orElse(null))
        .param("notes", contact.notes())
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

  /**
   * A row of a list, and where the list goes on after it.
   *
   * @param cursor of the order it was asked in
   */
  record Listed(Contact contact, String cursor) {}

  List<Listed> list(ContactList asked, Optional<String> cursor, int limit) {
    var by = asked.order().by();
    var down = asked.order().descending();
    var after = by.after(cursor);
    var sql =
        "SELECT %s, c.sort_name FROM contact c WHERE c.tenant_id = :tenant AND c.merged_into IS NULL%s%s%s ORDER BY c.%s %s, c.id %6$s LIMIT :limit"
            .formatted(
                COLUMNS,
                asked.words().isEmpty() ? "" : WORDS,
                asked.channel().isEmpty() ? "" : CHANNEL,
                after.isEmpty()
                    ? ""
                    : " AND (c.%s, c.id) %s (:after, :id)".formatted(by.column, down ? "<" : ">"),
                by.column,
                down ? "DESC" : "ASC");
    var statement = jdbc.sql(sql).param("tenant", tenant()).param("limit", limit);
    if (!asked.words().isEmpty()) {
      var digits = asked.words().replaceAll("\\D", "");
      statement
          .param("like", "%" + asked.words().replaceAll("([%_\\\\])", "\\\\$1") + "%")
          .param("inAll", asked.inAll())
          .param("digits", digits)
          .param("phone", "%" + digits + "%");
    }
    asked.channel().ifPresent(channel -> statement.param("channel", channel));
    after.ifPresent(place -> statement.param("after", place.value()).param("id", place.id()));
    return statement
        .query(
            (row, n) -> {
              var contact = contact(row, n);
              return new Listed(contact, by.cursor(contact, row.getString("sort_name")));
            })
        .list();
  }

  /** The channels that know each of these. */
  Map<UUID, List<UUID>> channelsOf(List<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            SELECT DISTINCT contact_id, channel_id FROM contact_identity
            WHERE tenant_id = :tenant AND contact_id IN (:ids)
            """)
        .param("tenant", tenant())
        .param("ids", ids)
        .query(
            (row, n) ->
                Map.entry(
                    row.getObject("contact_id", UUID.class),
                    row.getObject("channel_id", UUID.class)))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /** Those seen since are left alone: most of what is written costs no write here. */
  void seen(Pipeline pipeline, UUID contact, Instant now, Instant since) {
    pipeline.update(
        """
        UPDATE contact SET last_seen_at = :now
        WHERE tenant_id = :tenant AND id = :id AND last_seen_at < :since
        """,
        new MapSqlParameterSource("tenant", tenant())
            .addValue("id", contact)
            .addValue("now", now.atOffset(UTC))
            .addValue("since", since.atOffset(UTC)));
  }

  void known(UUID contact, Instant since, Instant seen) {
    jdbc.sql(
            """
            UPDATE contact SET created_at = LEAST(created_at, :since), last_seen_at = :seen
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("tenant", tenant())
        .param("id", contact)
        .param("since", since.atOffset(UTC))
        .param("seen", seen.atOffset(UTC))
        .update();
  }

  /** False when all of it was known already. */
  boolean learn(
      UUID contact, Optional<String> name, Optional<String> phone, Optional<String> email) {
    return jdbc.sql(
                """
                UPDATE contact SET name = CASE WHEN name = '' THEN coalesce(:name, '') ELSE name END,
                  sort_name = CASE WHEN name = '' THEN %s ELSE sort_name END,
                  phone = coalesce(phone, :phone),
                  phone_said = phone_said OR phone IS NULL AND :phone IS NOT NULL,
                  email = coalesce(email, :email)
                WHERE tenant_id = :tenant AND id = :id
                  AND (name = '' AND :name <> '' OR phone IS NULL AND :phone IS NOT NULL
                    OR email IS NULL AND :email IS NOT NULL)
                """
                    .formatted(SORT_NAME.formatted("coalesce(:name, '')")))
            .param("name", name.orElse(null), Types.VARCHAR)
            .param("phone", phone.orElse(null), Types.VARCHAR)
            .param("email", email.orElse(null), Types.VARCHAR)
            .param("tenant", tenant())
            .param("id", contact)
            .update()
        == 1;
  }

  /** One that somebody else is changing just now is not waited for: the next turn says it again. */
  void speaks(Pipeline pipeline, UUID contact, String language) {
    pipeline.update(
        """
        UPDATE contact SET language = :language
        WHERE tenant_id = :tenant AND id = (
          SELECT id FROM contact
          WHERE tenant_id = :tenant AND id = :id AND language IS DISTINCT FROM :language
          FOR NO KEY UPDATE SKIP LOCKED)
        """,
        new MapSqlParameterSource("tenant", tenant())
            .addValue("id", contact)
            .addValue("language", language));
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

  static Contact contact(ResultSet row, int n) throws SQLException {
    return new Contact(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Optional.ofNullable(row.getString("phone")),
        row.getBoolean("phone_said"),
        Optional.ofNullable(row.getString("email")),
        Optional.ofNullable(row.getString("language")),
        row.getString("notes"),
        row.getBoolean("blocked"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
  }
}
