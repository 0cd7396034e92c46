package frontdesk.booking;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Money;
import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class ServiceStore {

  private static final String COLUMNS =
      """
      SELECT s.*, ARRAY(SELECT p.id FROM provider_service ps
                        JOIN provider p ON p.tenant_id = ps.tenant_id AND p.id = ps.provider_id
                        WHERE ps.tenant_id = :tenant AND p.tenant_id = :tenant
                          AND ps.service_id = s.id AND NOT p.archived
                        ORDER BY p.id) AS providers
      FROM service s
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  ServiceStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  Optional<BookableService> find(UUID id) {
    return sql(COLUMNS + "WHERE s.tenant_id = :tenant AND s.id = :id")
        .param("id", id)
        .query(ServiceStore::read)
        .optional();
  }

  /** In the order they were made. */
  List<BookableService> active() {
    return sql(COLUMNS + "WHERE s.tenant_id = :tenant AND NOT s.archived ORDER BY s.id")
        .query(ServiceStore::read)
        .list();
  }

  /** Newest first, archived ones among them. */
  List<BookableService> all(Optional<UUID> before, int limit) {
    return sql(COLUMNS
            + """
            WHERE s.tenant_id = :tenant AND (CAST(:before AS uuid) IS NULL OR s.id < :before)
            ORDER BY s.id DESC LIMIT :limit
            """)
        .param("before", before.orElse(null))
        .param("limit", limit)
        .query(ServiceStore::read)
        .list();
  }

  void insert(UUID id, BookableService.Details details, Instant now) {
    details(
            sql(
                """
                INSERT INTO service (tenant_id, id, name, description, duration_minutes,
                  price_amount, price_currency, buffer_before_minutes, buffer_after_minutes,
                  notice_minutes, horizon_days, granularity_minutes, confirmation, online,
                  hours_days, hours_open, hours_close, archived, created_at)
                VALUES (:tenant, :id, :name, :description, :minutes, :amount, :currency, :before,
                  :after, :notice, :horizon, :granularity, :confirmation, :online,
                  CAST(:days AS smallint[]), CAST(:open AS smallint[]), CAST(:close AS smallint[]),
                  false, :now)
                """),
            details)
        .param("id", id)
        .param("now", now.atOffset(UTC))
        .update();
  }

  void update(UUID id, BookableService.Details details, boolean archived) {
    details(
            sql(
                """
                UPDATE service SET name = :name, description = :description,
                  duration_minutes = :minutes, price_amount = :amount, price_currency = :currency,
                  buffer_before_minutes = :before, buffer_after_minutes = :after,
                  notice_minutes = :notice, horizon_days = :horizon,
                  granularity_minutes = :granularity, confirmation = :confirmation,
                  online = :online, hours_days = CAST(:days AS smallint[]),
                  hours_open = CAST(:open AS smallint[]), hours_close = CAST(:close AS smallint[]),
                  archived = :archived
                WHERE tenant_id = :tenant AND id = :id
                """),
            details)
        .param("id", id)
        .param("archived", archived)
        .update();
  }

  void setProviders(UUID service, Collection<UUID> providers) {
    sql("DELETE FROM provider_service WHERE tenant_id = :tenant AND service_id = :service")
        .param("service", service)
        .update();
    providers.forEach(provider -> link(provider, service));
  }

  void setServices(UUID provider, Collection<UUID> services) {
    sql("DELETE FROM provider_service WHERE tenant_id = :tenant AND provider_id = :provider")
        .param("provider", provider)
        .update();
    services.forEach(service -> link(provider, service));
  }

  private void link(UUID provider, UUID service) {
    sql("""
    INSERT INTO provider_service (tenant_id, provider_id, service_id)
    VALUES (:tenant, :provider, :service) ON CONFLICT DO NOTHING
    """)
        .param("provider", provider)
        .param("service", service)
        .update();
  }

  private StatementSpec sql(String text) {
    return jdbc.sql(text).param("tenant", tenancy.current().value());
  }

  private static StatementSpec details(StatementSpec statement, BookableService.Details details) {
    return statement
        .param("name", details.name())
        .param("description", details.description().orElse(null))
        .param("minutes", details.minutes())
        .param("amount", details.price().map(Money::amount).orElse(null))
        .param("currency", details.price().map(p -> p.currency().getCurrencyCode()).orElse(null))
        .param("before", details.bufferBefore())
        .param("after", details.bufferAfter())
        .param("notice", details.notice())
        .param("horizon", details.horizonDays())
        .param("granularity", details.granularity())
        .param("confirmation", details.automatic() ? "automatic" : "manual")
        .param("online", details.online())
        .param("days", hours(details, (day, stretch) -> day.getValue()))
        .param("open", hours(details, (day, stretch) -> stretch.opens()))
        .param("close", hours(details, (day, stretch) -> stretch.closes()));
  }

  /** One number of each stretch, in the same order every time; null without hours of its own. */
  private static Short @Nullable [] hours(
      BookableService.Details details, ToIntBiFunction<DayOfWeek, Stretch> number) {
    return details
        .hours()
        .map(
            hours ->
                new TreeMap<>(hours)
                    .entrySet().stream()
                        .flatMap(
                            day ->
                                day.getValue().stream()
                                    .map(
                                        stretch ->
                                            (short) number.applyAsInt(day.getKey(), stretch)))
                        .toArray(Short[]::new))
        .orElse(null);
  }

  private static Optional<Map<DayOfWeek, List<Stretch>>> hours(ResultSet row) throws SQLException {
    var days = row.getArray("hours_days");
    if (days == null) {
      return Optional.empty();
    }
    var weekdays = (Short[]) days.getArray();
    var opens = (Short[]) row.getArray("hours_open").getArray();
    var closes = (Short[]) row.getArray("hours_close").getArray();
    var hours = new EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
    for (int i = 0; i < weekdays.length; i++) {
      hours
          .computeIfAbsent(DayOfWeek.of(weekdays[i]), day -> new ArrayList<>())
          .add(Stretch.ofMinutes(opens[i], closes[i]));
    }
    return Optional.of(hours);
  }

  private static BookableService read(ResultSet row, int n) throws SQLException {
    var currency = row.getString("price_currency");
    var details =
        new BookableService.Details(
            row.getString("name"),
            Optional.ofNullable(row.getString("description")),
            row.getInt("duration_minutes"),
            currency == null
                ? Optional.empty()
                : Optional.of(Money.of(row.getLong("price_amount"), currency)),
            row.getInt("buffer_before_minutes"),
            row.getInt("buffer_after_minutes"),
            row.getInt("notice_minutes"),
            row.getInt("horizon_days"),
            row.getInt("granularity_minutes"),
            row.getString("confirmation").equals("automatic"),
            row.getBoolean("online"),
            hours(row));
    return new BookableService(
        row.getObject("id", UUID.class),
        details,
        Arrays.asList((UUID[]) row.getArray("providers").getArray()),
        row.getBoolean("archived"));
  }
}
