package frontdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ApiDocumentTests {

  @Autowired TestApi api;

  /** Where {@code build/openapi.mjs} finds it, which writes and compares what the screens use. */
  @Test
  void isWrittenForTheScreensThatAreBuiltOnIt() throws IOException {
    var document = api.anonymous().get("/v3/api-docs");

    Files.writeString(Path.of("target", "openapi.json"), document.body());
  }

  @Test
  void isOpenAndKnowsWebhooksAndWhatIsRequired() {
    var document = api.anonymous().get("/v3/api-docs");

    assertThat(document.status()).isEqualTo(200);
    var paths = document.json().path("paths");
    assertThat(paths.path("/webhook/meta").has("post")).isTrue();
    assertThat(document.json().path("components").path("schemas").propertyNames())
        .contains("MeChange", "BusinessChange", "SetupChange", "Appointment");
    assertThat(paths.path("/api/me").path("get").path("parameters")).isEmpty();
    assertThat(document.json().at("/components/schemas/MePlace/required").valueStream())
        .extracting(n -> n.asString())
        .contains("slug", "name", "role");
    assertThat(api.anonymous().get("/docs").status()).isBetween(200, 302);
  }
}
