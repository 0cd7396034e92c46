package frontdesk;

import frontdesk.settings.BadSetting;
import frontdesk.settings.Settings;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The server: web, worker or both, by FRONTDESK_ROLES. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
public class Frontdesk {

  static void main(String[] args) {
    try {
      new Settings(System.getenv()::get).checked(System.getenv().keySet());
    } catch (BadSetting e) {
      System.err.println("Frontdesk does not start: " + e.getMessage() + ".");
      System.exit(2);
    }
    var application = new SpringApplication(Frontdesk.class);
    if (System.getenv().getOrDefault("FRONTDESK_LOG_FORMAT", "text").equals("json")) {
      application.setDefaultProperties(Map.of("logging.structured.format.console", "logstash"));
    }
    application.run(args);
  }

  @Bean
  Settings settings(Environment environment) {
    return new Settings(environment::getProperty);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
