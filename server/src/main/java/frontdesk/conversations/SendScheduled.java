package frontdesk.conversations;

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

/** Sends what was written for later, when it is later. */
@Configuration(proxyBeanMethods = false)
class SendScheduled {

  @Bean
  RecurringTask<Void> sendingScheduled(
      JdbcClient jdbc, ScheduledMessages scheduled, Tenancy tenancy, Clock clock) {
    return Tasks.recurring("send-scheduled", FixedDelay.ofSeconds(10))
        .execute(
            (instance, context) ->
                jdbc.sql("SELECT tenant_id FROM crossing.tenants_with_scheduled(:now)")
                    .param("now", clock.instant().atOffset(UTC))
                    .query(UUID.class)
                    .list()
                    .forEach(tenant -> tenancy.as(new TenantId(tenant), () -> sendAll(scheduled))));
  }

  private static void sendAll(ScheduledMessages scheduled) {
    var more = true;
    while (more) {
      more = scheduled.sendNext();
    }
  }
}
