package frontdesk.tenancy;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class TenantStore {

  private final JdbcClient jdbc;

  TenantStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when another tenant has the slug. */
  boolean claimSlug(String slug, TenantId tenant) {
    return jdbc.sql(
                """
                INSERT INTO control.slug (slug, tenant_id) VALUES (:slug, :tenant)
                ON CONFLICT DO NOTHING
                """)
            .param("slug", slug)
            .param("tenant", tenant.value())
            .update()
        == 1;
  }

  Optional<TenantId> findBySlug(String slug) {
    return jdbc.sql("SELECT tenant_id FROM control.slug WHERE slug = :slug")
        .param("slug", slug)
        .query(UUID.class)
        .optional()
        .map(TenantId::new);
  }

  /** Rows that belong to it can be made meanwhile. */
  void lock(TenantId tenant) {
    jdbc.sql("SELECT tenant_id FROM tenant WHERE tenant_id = :tenant FOR NO KEY UPDATE")
        .param("tenant", tenant.value())
        .query(UUID.class)
        .single();
  }

  void insert(Tenant tenant, Instant now) {
    jdbc.sql(
            """
            INSERT INTO tenant (tenant_id, slug, name, zone, country, currency, locale, plan, status,
              pause_hours, created_at)
            VALUES (:tenant, :slug, :name, :zone, :country, :currency, :locale, :plan, :status,
              :pause, :now)
            """)
        .param("tenant", tenant.id().value())
        .param("slug", tenant.slug())
        .param("name", tenant.name())
        .param("zone", tenant.zone().getId())
        .param("country", tenant.country())
        .param("currency", tenant.currency().getCurrencyCode())
        .param("locale", tenant.locale().toLanguageTag())
        .param("plan", tenant.plan())
        .param("status", tenant.status())
        .param("pause", tenant.pause().toHours())
        .param("now", now.atOffset(UTC))
        .update();
  }

  @Transactional(readOnly = true)
  Tenant get(TenantId tenant) {
    return jdbc.sql(
            """
            SELECT slug, name, zone, country, currency, locale, plan, status,
                   industry, address, phone, email, website, disclosure_en, disclosure_it,
                   pause_hours
            FROM tenant WHERE tenant_id = :tenant
            """)
        .param("tenant", tenant.value())
        .query(
            (row, n) ->
                new Tenant(
                    tenant,
                    row.getString("slug"),
                    row.getString("name"),
                    ZoneId.of(row.getString("zone")),
                    row.getString("country"),
                    Currency.getInstance(row.getString("currency")),
                    Locale.forLanguageTag(row.getString("locale")),
                    row.getString("plan"),
                    row.getString("status"),
                    new Tenant.Profile(
                        Optional.ofNullable(row.getString("industry")),
                        Optional.ofNullable(row.getString("address")),
                        Optional.ofNullable(row.getString("phone")),
                        Optional.ofNullable(row.getString("email")),
                        Optional.ofNullable(row.getString("website")),
                        new Tenant.Disclosure(
                            Optional.ofNullable(row.getString("disclosure_en")),
                            Optional.ofNullable(row.getString("disclosure_it")))),
                    Duration.ofHours(row.getInt("pause_hours"))))
        .single();
  }

  @Transactional(readOnly = true)
  boolean assistantOn(TenantId tenant) {
    return jdbc.sql("SELECT assistant_on FROM tenant WHERE tenant_id = :tenant")
        .param("tenant", tenant.value())
        .query(Boolean.class)
        .single();
  }

  /** False when it was so already. */
  boolean switchAssistant(TenantId tenant, boolean on) {
    return jdbc.sql(
                """
                UPDATE tenant SET assistant_on = :on
                WHERE tenant_id = :tenant AND assistant_on <> :on
                """)
            .param("on", on)
            .param("tenant", tenant.value())
            .update()
        == 1;
  }

  void update(Tenant tenant) {
    jdbc.sql(
            """
            UPDATE tenant SET name = :name, zone = :zone, country = :country, currency = :currency,
              locale = :locale, industry = :industry, address = :address, phone = :phone,
              email = :email, website = :website, disclosure_en = :disclosureEn,
              disclosure_it = :disclosureIt, pause_hours = :pause
            WHERE tenant_id = :tenant
            """)
        .param("name", tenant.name())
        .param("zone", tenant.zone().getId())
        .param("country", tenant.country())
        .param("currency", tenant.currency().getCurrencyCode())
        .param("locale", tenant.locale().toLanguageTag())
        .param("industry", orNull(tenant.profile().industry()))
        .param("address", orNull(tenant.profile().address()))
        .param("phone", orNull(tenant.profile().phone()))
        .param("email", orNull(tenant.profile().email()))
        .param("website", orNull(tenant.profile().website()))
        .param("disclosureEn", orNull(tenant.profile().disclosure().en()))
        .param("disclosureIt", orNull(tenant.profile().disclosure().it()))
        .param("pause", tenant.pause().toHours())
        .param("tenant", tenant.id().value())
        .update();
  }

  private static @Nullable String orNull(Optional<String> value) {
    return value.orElse(null);
  }
}
