package frontdesk.onboarding;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SetupStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  SetupStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /**
   * @param madeServices those that the template brought; madeProviders too
   * @param checklistAway put away by hand
   */
  record Progress(
      String step,
      List<String> completed,
      Optional<String> template,
      List<UUID> madeServices,
      List<UUID> madeProviders,
      Optional<Instant> liveAt,
      boolean checklistAway) {

    static final Progress START =
        new Progress(
            "business", List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), false);

    Progress at(String newStep, List<String> nowCompleted) {
      return new Progress(
          newStep, nowCompleted, template, madeServices, madeProviders, liveAt, checklistAway);
    }

    Progress opened(String newTemplate, List<UUID> services, List<UUID> providers) {
      return new Progress(
          step, completed, Optional.of(newTemplate), services, providers, liveAt, checklistAway);
    }

    Progress live(Instant now) {
      return new Progress(
          step,
          completed,
          template,
          madeServices,
          madeProviders,
          liveAt.or(() -> Optional.of(now)),
          checklistAway);
    }

    Progress withChecklistAway(boolean away) {
      return new Progress(step, completed, template, madeServices, madeProviders, liveAt, away);
    }
  }

  Progress get() {
    return jdbc.sql(
            """
            SELECT step, completed, template, made_services, made_providers, live_at,
              checklist_away
            FROM setup
            WHERE tenant_id = :tenant
            """)
        .param("tenant", tenancy.current().value())
        .query(
            (row, n) ->
                new Progress(
                    row.getString("step"),
                    List.of((String[]) row.getArray("completed").getArray()),
                    Optional.ofNullable(row.getString("template")),
                    ids(row.getArray("made_services")),
                    ids(row.getArray("made_providers")),
                    Optional.ofNullable(row.getObject("live_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                    row.getBoolean("checklist_away")))
        .optional()
        .orElse(Progress.START);
  }

  void put(Progress progress) {
    jdbc.sql(
            """
            INSERT INTO setup
              (tenant_id, step, completed, template, made_services, made_providers, live_at,
               checklist_away)
            VALUES (:tenant, :step, :completed, :template, :services, :providers, :live, :away)
            ON CONFLICT (tenant_id) DO UPDATE SET step = excluded.step,
              completed = excluded.completed, template = excluded.template,
              made_services = excluded.made_services, made_providers = excluded.made_providers,
              live_at = excluded.live_at, checklist_away = excluded.checklist_away
            """)
        .param("tenant", tenancy.current().value())
        .param("step", progress.step())
        .param("completed", progress.completed().toArray(String[]::new))
        .param("template", progress.template().orElse(null))
        .param("services", progress.madeServices().toArray(UUID[]::new))
        .param("providers", progress.madeProviders().toArray(UUID[]::new))
        .param("live", progress.liveAt().map(at -> at.atOffset(UTC)).orElse(null))
        .param("away", progress.checklistAway())
        .update();
  }

  private static List<UUID> ids(Array array) throws SQLException {
    return List.of((UUID[]) array.getArray());
  }
}
