package frontdesk.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.Frontdesk;
import frontdesk.TestDatabase;
import frontdesk.crash.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DemoLogTests {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @Test
  void aLogInJsonHoldsTheSignInsAsOneOfItsObjects() throws IOException {
    var lines = logOfAStart("json");

    assertThat(lines)
        .allSatisfy(line -> assertThat(JSON.readTree(line).path("message").asString()).isNotEmpty())
        .filteredOn(line -> line.contains("giulia@studio-aurora.example"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(JSON.readTree(line).path("message").asString())
                    .contains("Frontdesk runs at http://localhost:", "frontdesk-demo"));
  }

  @Test
  void aLogInTextHasThemOnLinesOfTheirOwn() throws IOException {
    assertThat(logOfAStart("text"))
        .anyMatch(line -> line.startsWith("Frontdesk runs at http://localhost:"))
        .anyMatch(line -> line.matches(" +giulia@studio-aurora.example +owner +Studio Aurora"));
  }

  private List<String> logOfAStart(String format) throws IOException {
    var port = ServerProcess.freePort();
    var log = folder.resolve("server.log");
    var settings = new HashMap<>(TestDatabase.properties());
    settings.put("FRONTDESK_PORT", Integer.toString(port));
    settings.put("FRONTDESK_DATA_DIR", folder.toString());
    settings.put("FRONTDESK_DEMO", "true");
    settings.put("FRONTDESK_LOG_FORMAT", format);
    try (var server =
        ServerProcess.start(Frontdesk.class.getName(), port, settings, List.of(), log)) {
      server.end();
    }
    return Files.readAllLines(log);
  }
}
