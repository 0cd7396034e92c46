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

/** Opens again what was snoozed, and gives back to the assistant what was paused. */
@Configuration(proxyBeanMethods = false)
class WakeConversations {

  private static final int AT_ONCE = 500;

  @Bean
  RecurringTask<Void> wakingConversations(
      JdbcClient jdbc, Conversations conversations, Tenancy tenancy, Clock clock) {
    return Tasks.recurring("wake-conversations", FixedDelay.ofSeconds(20))
        .execute(
            (instance, context) ->
                jdbc.sql("SELECT * FROM crossing.conversations_to_wake(:now, :most)")
                    .param("now", clock.instant().atOffset(UTC))
                    .param("most", AT_ONCE)
                    .query(
                        (row, n) ->
                            new Asleep(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("conversation_id", UUID.class)))
                    .list()
                    .forEach(
                        asleep ->
                            tenancy.as(
                                asleep.tenant(), () -> conversations.wake(asleep.conversation()))));
  }

  private record Asleep(TenantId tenant, UUID conversation) {}
}
