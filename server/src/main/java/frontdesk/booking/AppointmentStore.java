package frontdesk.booking;

import static java.time.ZoneOffset.UTC;

import frontdesk.booking.Appointment.Maker;
import frontdesk.identity.MemberNames;
import frontdesk.tenancy.Money;
import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class AppointmentStore {

  private static final String COLUMNS =
      """
      SELECT a.*, s.name AS service_name, p.name AS provider_name,
        a.contact_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM appointment e
          WHERE e.tenant_id = :tenant AND e.contact_id = a.contact_id
            AND e.starts_at < a.starts_at AND e.status NOT IN ('no-show', 'cancelled')
        ) AS first_visit
      FROM appointment a
      JOIN service s ON s.tenant_id = a.tenant_id AND s.id = a.service_id
      JOIN provider p ON p.tenant_id = a.tenant_id AND p.id = a.provider_id
      WHERE a.tenant_id = :tenant AND s.tenant_id = :tenant AND p.tenant_id = :tenant
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final MemberNames members;

  AppointmentStore(JdbcClient jdbc, Tenancy tenancy, MemberNames members) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.members = members;
  }

  Optional<Appointment> find(UUID id) {
    return sql(COLUMNS + "AND a.id = :id").param("id", id).query(this::read).optional();
  }

  /** The same, and nobody else changes it until this transaction ends. */
  Optional<Appointment> lock(UUID id) {
    return sql(COLUMNS + "AND a.id = :id FOR UPDATE OF a")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /**
   * A provider's that are still to come and overlap the span, soonest first; nobody else changes
   * them until this transaction ends.
   */
  List<Appointment> lockOpen(UUID provider, Span span) {
    return sql(COLUMNS
            + """
            AND a.provider_id = :provider AND a.starts_at < :to AND a.ends_at > :from
            AND a.status IN ('requested', 'confirmed')
            ORDER BY a.starts_at, a.id FOR UPDATE OF a
            """)
        .param("provider", provider)
        .param("from", span.start().atOffset(UTC))
        .param("to", span.end().atOffset(UTC))
        .query(this::read)
        .list();
  }

  /**
   * What is not over and still open, soonest first.
   *
   * @param provider empty for everybody's
   */
  List<Appointment> openAfter(Instant now, Optional<UUID> provider) {
    return sql(COLUMNS
            + """
            AND a.ends_at > :now AND a.status IN ('requested', 'confirmed')
            AND (CAST(:provider AS uuid) IS NULL OR a.provider_id = :provider)
            ORDER BY a.starts_at, a.id
            """)
        .param("now", now.atOffset(UTC))
        .param("provider", provider.orElse(null))
        .query(this::read)
        .list();
  }

  Optional<Appointment> findByKey(String key) {
    return sql(COLUMNS + "AND a.request_key = :key").param("key", key).query(this::read).optional();
  }

  /** Newest first. */
  List<Appointment> list(Appointments.Filter filter, Optional<UUID> before, int limit) {
    return sql(COLUMNS
            + """
            AND (CAST(:before AS uuid) IS NULL OR a.id < :before)
            AND (CAST(:from AS timestamptz) IS NULL OR a.ends_at > :from)
            AND (CAST(:to AS timestamptz) IS NULL OR a.starts_at < :to)
            AND (CAST(:status AS text) IS NULL OR a.status = :status)
            AND (CAST(:provider AS uuid) IS NULL OR a.provider_id = :provider)
            AND (CAST(:contact AS uuid) IS NULL OR a.contact_id = :contact)
            AND (CAST(:like AS text) IS NULL OR unaccent(a.name) ILIKE unaccent(:like)
              OR :inPhones AND a.phone LIKE :like)
            ORDER BY a.id DESC LIMIT :limit
            """)
        .param("before", before.orElse(null))
        .param("from", filter.from().map(at -> at.atOffset(UTC)).orElse(null))
        .param("to", filter.to().map(at -> at.atOffset(UTC)).orElse(null))
        .param("status", filter.status().map(Status::word).orElse(null))
        .param("provider", filter.provider().orElse(null))
        .param("contact", filter.contact().orElse(null))
        .param("like", filter.words().map(AppointmentStore::containing).orElse(null))
        .param("inPhones", filter.words().map(Appointments.Words::inPhones).orElse(false))
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  private static String containing(Appointments.Words words) {
    return "%" + words.text().strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
  }

  /** A contact's, soonest first. */
  List<Appointment> of(UUID contact) {
    return sql(COLUMNS + "AND a.contact_id = :contact ORDER BY a.starts_at, a.id")
        .param("contact", contact)
        .query(this::read)
        .list();
  }

  /** False when an appointment with this key is there already. */
  boolean insert(Appointment appointment, Optional<String> phoneSaid, Optional<String> key) {
    return sql("""
    INSERT INTO appointment (tenant_id, id, service_id, provider_id, contact_id,
      conversation_id, status, starts_at, ends_at, buffer_before_minutes,
      buffer_after_minutes, price_amount, price_currency, name, phone_said, phone,
      email, note, source, made_by, request_key, version, created_at)
    VALUES (:tenant, :id, :service, :provider, :contact, :conversation, :status,
      :start, :end, :before, :after, :amount, :currency, :name, :phoneSaid, :phone,
      :email, :note, :source, :madeBy, :key, :version, :now)
    ON CONFLICT (tenant_id, request_key) DO NOTHING
    """)
            .param("id", appointment.id())
            .param("service", appointment.service())
            .param("provider", appointment.provider())
            .param("contact", appointment.contact().orElse(null))
            .param("conversation", appointment.conversation().orElse(null))
            .param("status", appointment.status().word())
            .param("start", appointment.start().atOffset(UTC))
            .param("end", appointment.end().atOffset(UTC))
            .param("before", appointment.bufferBefore())
            .param("after", appointment.bufferAfter())
            .param("amount", appointment.price().map(Money::amount).orElse(null))
            .param(
                "currency",
                appointment.price().map(price -> price.currency().getCurrencyCode()).orElse(null))
            .param("name", appointment.guest().name())
            .param("phoneSaid", phoneSaid.orElse(null))
            .param("phone", appointment.guest().phone().orElse(null))
            .param("email", appointment.guest().email().orElse(null))
            .param("note", appointment.note().orElse(null))
            .param("source", appointment.source().word())
            .param("madeBy", appointment.maker().map(Maker::id).orElse(null))
            .param("key", key.orElse(null))
            .param("version", appointment.version())
            .param("now", appointment.createdAt().atOffset(UTC))
            .update()
        == 1;
  }

  /** For an appointment whose time turned out to be taken, in the transaction that made it. */
  void delete(UUID id) {
    sql("DELETE FROM appointment WHERE tenant_id = :tenant AND id = :id").param("id", id).update();
  }

  void link(UUID id, UUID contact) {
    sql("""
    UPDATE appointment SET contact_id = :contact
    WHERE tenant_id = :tenant AND id = :id
    """)
        .param("id", id)
        .param("contact", contact)
        .update();
  }

  List<UUID> pass(UUID from, UUID to) {
    return sql("""
    UPDATE appointment SET contact_id = :to
    WHERE tenant_id = :tenant AND contact_id = :from RETURNING id
    """)
        .param("to", to)
        .param("from", from)
        .query(UUID.class)
        .list();
  }

  /** What was made in these conversations since goes along. */
  void giveBack(UUID[] ids, UUID[] conversations, UUID from, UUID to) {
    sql("""
    UPDATE appointment SET contact_id = :to
    WHERE tenant_id = :tenant AND contact_id = :from
      AND (id = ANY(:ids) OR conversation_id = ANY(:conversations))
    """)
        .param("to", to)
        .param("from", from)
        .param("ids", ids)
        .param("conversations", conversations)
        .update();
  }

  void move(UUID id, Slot to) {
    sql("""
    UPDATE appointment
    SET provider_id = :provider, starts_at = :start, ends_at = :end, version = version + 1
    WHERE tenant_id = :tenant AND id = :id
    """)
        .param("id", id)
        .param("provider", to.provider())
        .param("start", to.start().atOffset(UTC))
        .param("end", to.end().atOffset(UTC))
        .update();
  }

  void setStatus(UUID id, Status status, Optional<String> cancelReason) {
    sql("""
    UPDATE appointment SET status = :status, version = version + 1,
      cancel_reason = coalesce(CAST(:reason AS text), cancel_reason)
    WHERE tenant_id = :tenant AND id = :id
    """)
        .param("id", id)
        .param("status", status.word())
        .param("reason", cancelReason.orElse(null))
        .update();
  }

  private StatementSpec sql(String text) {
    return jdbc.sql(text).param("tenant", tenancy.current().value());
  }

  private Appointment read(ResultSet row, int n) throws SQLException {
    var currency = row.getString("price_currency");
    return new Appointment(
        row.getObject("id", UUID.class),
        Status.of(row.getString("status")),
        row.getObject("service_id", UUID.class),
        row.getString("service_name"),
        row.getObject("provider_id", UUID.class),
        row.getString("provider_name"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getInt("buffer_before_minutes"),
        row.getInt("buffer_after_minutes"),
        currency == null
            ? Optional.empty()
            : Optional.of(Money.of(row.getLong("price_amount"), currency)),
        new Guest(row.getString("name"), text(row, "phone"), text(row, "email")),
        id(row, "contact_id"),
        id(row, "conversation_id"),
        text(row, "note"),
        Source.of(row.getString("source")),
        id(row, "made_by").map(member -> new Maker(member, members.of(member))),
        row.getInt("version"),
        instant(row, "created_at"),
        row.getBoolean("first_visit"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
    @Nullable UUID id = row.getObject(column, UUID.class);
    return Optional.ofNullable(id);
  }
}
