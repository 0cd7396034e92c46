package frontdesk;

import frontdesk.live.PublishedEvents;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole server on a real database, migrated, as the runtime role. Every test makes a
 * tenant of its own with {@link TestTenants}; the clock is {@link TestClock}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "frontdesk.jobs=false",
      "FRONTDESK_DEBOUNCE_MS=0",
      "FRONTDESK_DEMO=false",
      "FRONTDESK_RATE_LIMIT_FACTOR=1000"
    })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({TestTenants.class, TestClock.class, TestApi.class, PublishedEvents.class})
@ExtendWith(EventsAsDocumented.class)
public @interface DatabaseTest {}
