package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Conversations: their state, their owner, their next number. */
@Repository
class ConversationStore {

  static final String COLUMNS =
      """
      v.id, v.contact_id, v.channel_id, v.channel_type, v.address, v.status, v.handler, v.ai_mode,
      v.ai_paused_until, v.assignee_id, v.needs_person_since, v.needs_person_reason,
      v.snoozed_until, (v.blocked OR c.blocked) AS blocked, v.ownership_version,
      v.answered_seq, v.talk_from_seq, v.ai_replies, v.last_inbound_at, v.last_at, c.name, c.phone,
      c.language
      """;

  static final String FROM =
      " FROM conversation v JOIN contact c ON c.tenant_id = v.tenant_id AND c.id = v.contact_id ";

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  ConversationStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  Optional<Conversation> find(UUID id) {
    return jdbc.sql("SELECT " + COLUMNS + FROM + "WHERE v.tenant_id = :tenant AND v.id = :id")
        .param("tenant", tenant())
        .param("id", id)
        .query(ConversationStore::conversation)
        .optional();
  }

  Optional<UUID> findByAddress(UUID channel, String address) {
    return jdbc.sql(
            """
            SELECT id FROM conversation
            WHERE tenant_id = :tenant AND channel_id = :channel AND address = :address
            """)
        .param("tenant", tenant())
        .param("channel", channel)
        .param("address", address)
        .query(UUID.class)
        .optional();
  }

  Optional<UUID> findByContact(UUID channel, UUID contact) {
    return jdbc.sql(
            """
            SELECT id FROM conversation
            WHERE tenant_id = :tenant AND contact_id = :contact AND channel_id = :channel
            ORDER BY last_at DESC LIMIT 1
            """)
        .param("tenant", tenant())
        .param("contact", contact)
        .param("channel", channel)
        .query(UUID.class)
        .optional();
  }

  /** In one order, so that nobody who writes in several waits for another in a circle. */
  List<UUID> ofContact(UUID contact) {
    return jdbc.sql(
            """
            SELECT id FROM conversation WHERE tenant_id = :tenant AND contact_id = :contact
            ORDER BY id
            """)
        .param("tenant", tenant())
        .param("contact", contact)
        .query(UUID.class)
        .list();
  }

  /** The same, without those that are closed; and the newest, even so. */
  List<UUID> currentOfContact(UUID contact) {
    return jdbc.sql(
            """
            SELECT id FROM conversation
            WHERE tenant_id = :tenant AND contact_id = :contact AND (status <> 'closed'
              OR id = (SELECT id FROM conversation
                WHERE tenant_id = :tenant AND contact_id = :contact
                ORDER BY last_at DESC LIMIT 1))
            ORDER BY id
            """)
        .param("tenant", tenant())
        .param("contact", contact)
        .query(UUID.class)
        .list();
  }

  List<UUID> pass(UUID from, UUID to) {
    return jdbc.sql(
            """
            UPDATE conversation SET contact_id = :to
            WHERE tenant_id = :tenant AND contact_id = :from RETURNING id
            """)
        .param("to", to)
        .param("tenant", tenant())
        .param("from", from)
        .query(UUID.class)
        .list();
  }

  /**
   * @param identities channel and address; what was begun with one of them since goes along
   */
  void giveBack(UUID[] ids, String[] identities, UUID from, UUID to) {
    jdbc.sql(
            """
            UPDATE conversation SET contact_id = :to
            WHERE tenant_id = :tenant AND contact_id = :from
              AND (id = ANY(:ids) OR channel_id || ' ' || address = ANY(:identities))
            """)
        .param("to", to)
        .param("tenant", tenant())
        .param("from", from)
        .param("ids", ids)
        .param("identities", identities)
        .update();
  }

  /** The customer has another address now; one that has a conversation already keeps it. */
  void readdress(UUID conversation, UUID channel, String address) {
    jdbc.sql(
            """
            UPDATE conversation SET address = :address
            WHERE tenant_id = :tenant AND id = :id AND NOT EXISTS (SELECT 1 FROM conversation o
              WHERE o.tenant_id = :tenant AND o.channel_id = :channel AND o.address = :address)
            """)
        .param("address", address)
        .param("tenant", tenant())
        .param("id", conversation)
        .param("channel", channel)
        .update();
  }

  /** The id given, or that of the twin which was first. */
  UUID insert(
      UUID id, UUID contact, UUID channel, String channelType, String address, Instant now) {
    var inserted =
        jdbc.sql(
                """
                INSERT INTO conversation (tenant_id, id, contact_id, channel_id, channel_type,
                  address, status, handler, last_at, created_at)
                VALUES (:tenant, :id, :contact, :channel, :type, :address, 'open', 'ai', :now, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("tenant", tenant())
            .param("id", id)
            .param("contact", contact)
            .param("channel", channel)
            .param("type", channelType)
            .param("address", address)
            .param("now", now.atOffset(UTC))
            .update();
    return inserted == 1 ? id : findByAddress(channel, address).orElseThrow();
  }

  /**
   * Who answers from now on; every call is a change of owner. When nobody is needed any more, what
   * led there is over: the assistant begins afresh.
   */
  void own(
      UUID conversation,
      String handler,
      Optional<Instant> pausedUntil,
      Optional<String> reason,
      Instant now) {
    jdbc.sql(
            """
            UPDATE conversation SET handler = :handler, ai_paused_until = :paused,
              needs_person_since = CASE WHEN :reason::text IS NULL THEN NULL
                ELSE coalesce(needs_person_since, :now) END,
              talk_from_seq = CASE WHEN :reason::text IS NULL AND needs_person_since IS NOT NULL
                THEN next_seq ELSE talk_from_seq END,
              escalate_at = NULL,
              needs_person_reason = :reason, ownership_version = ownership_version + 1
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("handler", handler)
        .param("paused", at(pausedUntil))
        .param("reason", reason.orElse(null))
        .param("now", now.atOffset(UTC))
        .param("tenant", tenant())
        .param("id", conversation)
        .update();
  }

  void mode(UUID conversation, Optional<String> mode) {
    jdbc.sql(
            """
            UPDATE conversation SET ai_mode = :mode, ownership_version = ownership_version + 1
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("mode", mode.orElse(null))
        .param("tenant", tenant())
        .param("id", conversation)
        .update();
  }

  /** Those that are neither closed nor spam. */
  List<UUID> assignedTo(UUID member) {
    return jdbc.sql(
            """
            SELECT id FROM conversation
            WHERE tenant_id = :tenant AND assignee_id = :member AND status NOT IN ('closed', 'spam')
            ORDER BY id
            """)
        .param("tenant", tenancy.current().value())
        .param("member", member)
        .query(UUID.class)
        .list();
  }

  void assign(UUID conversation, Optional<UUID> member) {
    jdbc.sql(
            """
            UPDATE conversation SET assignee_id = :member, escalate_at = NULL
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("member", member.orElse(null))
        .param("tenant", tenant())
        .param("id", conversation)
        .update();
  }

  /** Unless somebody opens it before then, {@link #takeEscalation} finds it. */
  void escalateAt(UUID conversation, Instant at) {
    jdbc.sql(
            """
            UPDATE conversation SET escalate_at = :at WHERE tenant_id = :tenant AND id = :id
            """)
        .param("at", at.atOffset(UTC))
        .param("tenant", tenant())
        .param("id", conversation)
        .update();
  }

  /** Somebody has opened it. */
  void opened(UUID conversation) {
    jdbc.sql(
            """
            UPDATE conversation SET escalate_at = NULL
            WHERE tenant_id = :tenant AND id = :id AND escalate_at IS NOT NULL
            """)
        .param("tenant", tenant())
        .param("id", conversation)
        .update();
  }

  /** True once for a conversation that nobody opened in time. */
  boolean takeEscalation(UUID conversation, Instant now) {
    return jdbc.sql(
                """
                UPDATE conversation SET escalate_at = NULL
                WHERE tenant_id = :tenant AND id = :id AND escalate_at <= :now
                """)
            .param("tenant", tenant())
            .param("id", conversation)
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  void ledToBooking(UUID conversation) {
    jdbc.sql(
            """
            UPDATE conversation SET led_to_booking = true
            WHERE tenant_id = :tenant AND id = :id AND NOT led_to_booking
            """)
        .param("tenant", tenant())
        .param("id", conversation)
        .update();
  }

  /** How many open conversations each member looks after. */
  Map<UUID, Integer> assigned() {
    return jdbc
        .sql(
            """
            SELECT assignee_id, count(*) AS n FROM conversation
            WHERE tenant_id = :tenant AND status = 'open' AND assignee_id IS NOT NULL
            GROUP BY assignee_id
            """)
        .param("tenant", tenant())
        .query((row, n) -> Map.entry(row.getObject("assignee_id", UUID.class), row.getInt("n")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void status(UUID conversation, String status, Optional<Instant> snoozedUntil) {
    jdbc.sql(
            """
            UPDATE conversation SET status = :status, snoozed_until = :until, escalate_at = NULL,
              ownership_version = ownership_version + 1
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("status", status)
        .param("until", at(snoozedUntil))
        .param("tenant", tenant())
        .param("id", conversation)
        .update();
  }

  void block(UUID conversation, boolean blocked) {
    jdbc.sql(
            """
            UPDATE conversation SET blocked = :blocked, ownership_version = ownership_version + 1
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("blocked", blocked)
        .param("tenant", tenant())
        .param("id", conversation)
        .update();
  }

  private UUID tenant() {
    return tenancy.current().value();
  }

  private static @Nullable OffsetDateTime at(Optional<Instant> instant) {
    return instant.map(i -> i.atOffset(UTC)).orElse(null);
  }

  static Conversation conversation(ResultSet row, int n) throws SQLException {
    return new Conversation(
        row.getObject("id", UUID.class),
        row.getObject("contact_id", UUID.class),
        row.getObject("channel_id", UUID.class),
        row.getString("channel_type"),
        row.getString("address"),
        row.getString("status"),
        row.getString("handler"),
        Optional.ofNullable(row.getString("ai_mode")),
        instant(row, "ai_paused_until"),
        Optional.ofNullable(row.getObject("assignee_id", UUID.class)),
        instant(row, "needs_person_since"),
        Optional.ofNullable(row.getString("needs_person_reason")),
        instant(row, "snoozed_until"),
        row.getBoolean("blocked"),
        row.getLong("ownership_version"),
        row.getLong("answered_seq"),
        row.getLong("talk_from_seq"),
        row.getInt("ai_replies"),
        instant(row, "last_inbound_at"),
        row.getObject("last_at", OffsetDateTime.class).toInstant(),
        row.getString("name"),
        Optional.ofNullable(row.getString("phone")),
        Optional.ofNullable(row.getString("language")).map(Locale::forLanguageTag));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
