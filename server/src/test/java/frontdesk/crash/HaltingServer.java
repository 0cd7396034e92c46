package frontdesk.crash;

import frontdesk.Frontdesk;
import frontdesk.OnlyTheProduct;
import frontdesk.TestClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Scanner;
import org.springframework.boot.SpringApplication;

/**
 * The server, told on its standard input after how many commits to halt. Its settings are its
 * arguments; the clock is ahead by {@code minutes}, so that what waits for time to pass need not.
 */
final class HaltingServer {

  private HaltingServer() {}

  static void main(String[] arguments) {
    var halts = new Halts();
    var settings = new HashMap<String, Object>();
    Arrays.stream(arguments)
        .map(argument -> argument.split("=", 2))
        .forEach(pair -> settings.put(pair[0], pair[1]));
    var application = new SpringApplication(Frontdesk.class, TestClock.class);
    application.setDefaultProperties(settings);
    application.addInitializers(
        context -> {
          context.getBeanFactory().registerSingleton("onlyTheProduct", new OnlyTheProduct());
          context.getBeanFactory().addBeanPostProcessor(halts);
        });
    var context = application.run();
    context
        .getBean(TestClock.class)
        .advance(Duration.ofMinutes(Long.parseLong((String) settings.get("minutes"))));
    try (var input = new Scanner(System.in)) {
      while (input.hasNextLine()) {
        halts.after(Integer.parseInt(input.nextLine()));
        System.err.println("armed");
      }
    }
    // whoever started it is gone
    Runtime.getRuntime().halt(0);
  }
}
