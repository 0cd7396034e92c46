package frontdesk.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class BusinessTests {

  @Autowired private TestApi api;

  private TestApi.Client owner;

  @BeforeEach
  void open() {
    owner = api.owner();
  }

  @Test
  void hasTheUsualDisclosureInEachLanguageUntilItHasItsOwn() {
    var usual = owner.get("/api/business").json().path("disclosure");
    assertThat(usual.path("en").asString())
        .isEqualTo("I'm the AI assistant of %s.".formatted(owner.tenant().name()));
    assertThat(usual.path("it").asString())
        .isEqualTo("Sono l'assistente AI di %s.".formatted(owner.tenant().name()));

    var own = Map.of("disclosure", Map.of("it", "Ti risponde Aura, la nostra AI.", "en", " "));
    owner.put("/api/business", own);

    var now = owner.get("/api/business").json().path("disclosure");
    assertThat(now.path("it").asString()).isEqualTo("Ti risponde Aura, la nostra AI.");
    assertThat(now.path("en")).isEqualTo(usual.path("en"));
  }

  @Test
  void keepsTheUsualDisclosureInStepWithTheNameThoughAFormSendsItBack() {
    var seen = owner.get("/api/business").json().path("disclosure").path("en").asString();

    owner.put("/api/business", Map.of("name", "Nuova", "disclosure", Map.of("en", seen)));

    assertThat(owner.get("/api/business").json().path("disclosure").path("en").asString())
        .isEqualTo("I'm the AI assistant of Nuova.");
  }

  @Test
  void tellsVisitorsItsOwnDisclosureBeforeTheyWrite() {
    owner.put(
        "/api/business", Map.of("disclosure", Map.of("it", "Ti risponde Aura, la nostra AI.")));
    var page = "/api/public/" + owner.tenant().slug();

    var italian = api.anonymous().get(page, "Accept-Language", "it");
    var english = api.anonymous().get(page, "Accept-Language", "en");

    assertThat(italian.json().path("assistant").path("disclosure").asString())
        .isEqualTo("Ti risponde Aura, la nostra AI.");
    assertThat(english.json().path("assistant").path("disclosure").asString())
        .contains("AI assistant of");
  }

  @Test
  void refusesADisclosureThatDisclosesNothing() {
    var refused =
        owner.put(
            "/api/business",
            Map.of("disclosure", Map.of("en", "Hi, Anna here!")),
            "Accept-Language",
            "en");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").path(0).path("field").asString())
        .isEqualTo("disclosure.en");
    var virtual = Map.of("disclosure", Map.of("en", "A virtual assistant writes here."));
    assertThat(owner.put("/api/business", virtual).status()).isEqualTo(200);
  }
}
