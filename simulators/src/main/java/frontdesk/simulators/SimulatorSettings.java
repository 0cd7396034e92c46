package frontdesk.simulators;

import frontdesk.simulators.whatsapp.WhatsAppSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the simulators start.
 *
 * @param port where they listen; 0 picks a free one
 * @param smtpPort where the mail server listens; 0 picks a free one
 * @param numbers the businesses' names by phone number id, for the phone page to list
 * @param talks a file of what the models' receptionist understands; without it there is none
 */
public record SimulatorSettings(
    int port,
    int smtpPort,
    WhatsAppSettings whatsapp,
    Map<String, String> numbers,
    Optional<Path> talks) {

  /** A free port, no callback yet, quick statuses: for tests. */
  public static SimulatorSettings onAnyPort() {
    return onPort(0);
  }

  /** The same where it is known beforehand. */
  public static SimulatorSettings onPort(int port) {
    return of(new String[] {"--port", Integer.toString(port)}, Map.of());
  }

  /**
   * {@code --app-secret x} on the command line, else {@code SIMULATORS_APP_SECRET} in the
   * environment.
   */
  static SimulatorSettings of(String[] arguments, Map<String, String> environment) {
    var options = new Options(arguments, environment);
    return new SimulatorSettings(
        Integer.parseInt(options.get("port", "8090")),
        Integer.parseInt(options.get("smtp-port", "0")),
        new WhatsAppSettings(
            options.get("callback", ""),
            options.get("app-secret", ""),
            options.get("verify-token", ""),
            options.get("mode", "open").equals("strict"),
            Duration.ofMillis(Long.parseLong(options.get("status-delay-ms", "50"))),
            Duration.ofMillis(Long.parseLong(options.get("retry-delay-ms", "500"))),
            Integer.parseInt(options.get("retry-limit", "12")),
            Duration.ofMillis(Long.parseLong(options.get("callback-timeout-ms", "10000")))),
        numbers(options.get("numbers", "")),
        Optional.of(options.get("talks", "")).filter(file -> !file.isEmpty()).map(Path::of));
  }

  /** {@code id=name} separated by commas. */
  private static Map<String, String> numbers(String option) {
    var numbers = new LinkedHashMap<String, String>();
    for (var pair : option.split(",")) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        numbers.put(parts[0].strip(), parts[1].strip());
      }
    }
    return numbers;
  }

  private record Options(String[] arguments, Map<String, String> environment) {
    String get(String name, String otherwise) {
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i].equals("--" + name) && i + 1 < arguments.length) {
          return arguments[i + 1];
        }
        if (arguments[i].startsWith("--" + name + "=")) {
          return arguments[i].substring(name.length() + 3);
        }
      }
      return environment.getOrDefault(
          "SIMULATORS_" + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_'), otherwise);
    }
  }
}
