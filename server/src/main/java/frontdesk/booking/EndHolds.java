package frontdesk.booking;

import static java.time.ZoneOffset.UTC;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for holds that ran out, so that no calendar goes on showing them. */
@Configuration(proxyBeanMethods = false)
class EndHolds {

  @Bean
  RecurringTask<Void> endingHolds(JdbcClient jdbc, Holds holds, Tenancy tenancy, Clock clock) {
    return Tasks.recurring("end-holds", FixedDelay.ofSeconds(10))
        .execute(
            (instance, context) -> {
              var now = clock.instant();
              jdbc.sql("SELECT tenant_id FROM crossing.tenants_with_holds_over(:now, :longAgo)")
                  .param("now", now.atOffset(UTC))
                  .param("longAgo", now.minus(Holds.REMEMBERED).atOffset(UTC))
                  .query(UUID.class)
                  .list()
                  .forEach(tenant -> tenancy.as(new TenantId(tenant), holds::end));
            });
  }
}
