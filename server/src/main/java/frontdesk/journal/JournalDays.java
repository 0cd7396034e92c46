package frontdesk.journal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the journal's partitions a week ahead, so that old days can be dropped whole. */
@Configuration(proxyBeanMethods = false)
class JournalDays {

  private static final int DAYS_AHEAD = 7;

  @Bean
  RecurringTask<Void> journalDaysAhead(JdbcClient jdbc, Clock clock) {
    return Tasks.recurring("journal-days", FixedDelay.ofHours(6))
        .execute(
            (instance, context) ->
                jdbc.sql("SELECT crossing.make_journal_days(:first, :days)")
                    .param("first", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .param("days", DAYS_AHEAD)
                    .query((row, n) -> true)
                    .list());
  }
}
