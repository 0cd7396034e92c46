package frontdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTests {

  @ParameterizedTest
  @CsvSource({
    "FRONTDESK_COLOUR, red",
    "FRONTDESK_PORT, abc",
    "FRONTDESK_PORT, 65536",
    "FRONTDESK_DEBOUNCE_MS, -5",
    "FRONTDESK_RATE_LIMIT_FACTOR, lots",
    "FRONTDESK_DEMO, yes",
    "FRONTDESK_ROLES, 'web,cook'",
    "FRONTDESK_LOG_FORMAT, xml",
    "FRONTDESK_MODEL_CHAIN, oracle",
    "FRONTDESK_EMBEDDINGS, none",
    "FRONTDESK_META_GRAPH_URL, graph.facebook.com",
    "FRONTDESK_PUBLIC_URL, http://example.com",
    "FRONTDESK_DATABASE_URL, postgres://example.com/frontdesk",
    "FRONTDESK_MASTER_KEY, short",
    "FRONTDESK_META_APP_SECRET_FILE, /no/such/file"
  })
  void namesWhatIsUnknownOrMalformed(String variable, String value) {
    assertThatThrownBy(() -> settings(Map.of(variable, value)))
        .isInstanceOf(BadSetting.class)
        .hasMessageStartingWith(variable);
  }

  @Test
  void neverShowsASecret() {
    assertThatThrownBy(() -> settings(Map.of("FRONTDESK_MASTER_KEY", "my-own-key")))
        .hasMessageNotContaining("my-own-key");
  }

  @Test
  void aDatabaseByUrlNeedsBothItsRoles() {
    var url = Map.entry("FRONTDESK_DATABASE_URL", "jdbc:postgresql://db.example.com/frontdesk");

    assertThatThrownBy(() -> settings(Map.ofEntries(url)))
        .hasMessageContaining("FRONTDESK_DATABASE_USER");
    assertThatThrownBy(
            () -> settings(Map.ofEntries(url, Map.entry("FRONTDESK_DATABASE_USER", "runtime"))))
        .hasMessageContaining("FRONTDESK_DATABASE_OWNER_USER");
  }

  @Test
  void readsASecretFromItsFile(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("secret"), "s3cret\n");

    var settings = settings(Map.of("FRONTDESK_META_APP_SECRET_FILE", file.toString()));

    assertThat(settings.get(Setting.META_APP_SECRET)).isEqualTo("s3cret");
  }

  @Test
  void everySettingIsInTheExample() throws IOException {
    var example = Files.readString(Path.of("../.env.example"));

    assertThat(Arrays.stream(Setting.values()).map(Setting::variable))
        .allMatch(variable -> example.contains(variable + "="));
  }

  private static Settings settings(Map<String, String> environment) {
    return new Settings(environment::get).checked(environment.keySet());
  }
}
