package frontdesk.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.TestClock;
import frontdesk.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that come with messages: fetched soon, tried again, given up in words. */
class WhatsAppFilesTests extends WhatsAppWorld {

  private static final Duration SOON = Duration.ofSeconds(8);

  @Autowired TestClock clock;

  @BeforeEach
  void itIsNow() {
    clock.reset();
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "audio", "video", "document", "sticker"})
  void keepsTheFileWithoutAnybodyLookingAtIt(String type) {
    write(CUSTOMER, Map.of("type", type));

    await().atMost(SOON).until(() -> states().equals(List.of("kept")));
    assertThat(column(tenant, SIZES, "contact")).hasSize(1).doesNotContain("0");
  }

  @Test
  void membersSeeThePictureInPlace() {
    write(CUSTOMER, Map.of("type", "image", "caption", "my tooth"));
    await().atMost(SOON).until(() -> states().equals(List.of("kept")));
    var member = api.member(business, Role.OPERATOR);

    var conversation = member.get("/api/conversations").json().at("/items/0/id").asString();
    var messages = member.get("/api/conversations/" + conversation + "/messages").json();
    var file =
        StreamSupport.stream(messages.path("items").spliterator(), false)
            .filter(message -> message.path("author").asString().equals("contact"))
            .findFirst()
            .orElseThrow()
            .at("/attachments/0");
    var content = member.get(file.path("url").asString());

    assertThat(content.status()).isEqualTo(200);
    assertThat(content.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(content.headers().firstValue("Content-Disposition").orElse("")).contains("inline");
  }

  @Test
  void fetchesOverARedirectWithinTheVendorsHosts() {
    fault("media-redirect");

    write(CUSTOMER, Map.of("type", "image"));

    await().atMost(SOON).until(() -> states().equals(List.of("kept")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"media-404", "media-url-expired", "media-wrong-sha256"})
  void triesAgainLaterWhatCannotBeFetchedNow(String fault) {
    fault(fault);

    write(CUSTOMER, Map.of("type", "image"));

    await().atMost(SOON).until(() -> attempts().equals(List.of("1")));
    assertThat(states()).containsExactly("waiting");
    await()
        .atMost(SOON)
        .until(
            () -> {
              clock.advance(Duration.ofSeconds(3));
              return states().equals(List.of("kept"));
            });
  }

  @Test
  void saysThatAFileIsGoneWhenItNeverComes() {
    control("POST", "faults", Map.of("name", "media-404"));

    write(CUSTOMER, Map.of("type", "image"));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              clock.advance(Duration.ofMinutes(5));
              return states().equals(List.of("failed"));
            });
  }

  @Test
  void refusesAFileThatIsTooLargeAtOnce() {
    fault("media-oversize");

    write(CUSTOMER, Map.of("type", "video"));

    await().atMost(SOON).until(() -> states().equals(List.of("failed")));
    assertThat(ledger("media-download")).isEmpty();
  }

  @Test
  void sendsTheTokenToNoHostButTheVendors() {
    fault("media-foreign-host");

    write(CUSTOMER, Map.of("type", "image"));

    await().atMost(SOON).until(() -> states().equals(List.of("failed")));
    assertThat(ledger("media-download")).isEmpty();
  }

  @Test
  void aFileOfAnEchoIsKeptToo() {
    echo(CUSTOMER, Map.of("type", "image", "caption", "from our phone"));

    await().atMost(SOON).until(() -> column(tenant, STATES, "member").equals(List.of("kept")));
  }

  private static final String STATES =
      """
      SELECT f ->> 'state' FROM message m, jsonb_array_elements(m.details -> 'attachments') f
      WHERE m.tenant_id = :t AND m.author = :a
      """;

  private static final String SIZES =
      """
      SELECT f ->> 'size' FROM message m, jsonb_array_elements(m.details -> 'attachments') f
      WHERE m.tenant_id = :t AND m.author = :a
      """;

  private List<String> states() {
    return column(tenant, STATES, "contact");
  }

  private List<String> attempts() {
    return column(
        tenant, "SELECT attempts::text FROM attachment WHERE tenant_id = :t AND :a <> ''", "-");
  }
}
