package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends what was written for later, when it is later. */
@Configuration(proxyBeanMethods = false)
class SendScheduled {

  private static final Logger log = LoggerFactory.getLogger(SendScheduled.class);

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

  /** One that cannot be sent now keeps neither the others nor the other businesses waiting. */
  private static void sendAll(ScheduledMessages scheduled) {
    for (var id : scheduled.due()) {
      try {
        scheduled.send(id);
      } catch (RuntimeException e) {
        log.error("Message {} was to be sent now and was not; trying again", id, e);
      }
    }
  }
}
