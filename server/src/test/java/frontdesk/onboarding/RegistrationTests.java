package frontdesk.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Answer;
import frontdesk.TestApi.Client;
import frontdesk.http.RateLimits;
import frontdesk.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DatabaseTest
class RegistrationTests {

  @Autowired TestApi api;
  @Autowired RateLimits limits;

  @Test
  void makesABusinessThatWorksAtOnce() {
    var made = register(Map.of("timezone", "Europe/Rome", "locale", "it"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("user").path("role").asString()).isEqualTo("owner");
    assertThat(made.json().path("tenant").path("status").asString()).isEqualTo("active");
    assertThat(made.headers().allValues("Set-Cookie")).hasSize(3);
    var business = get(made, "/api/business");
    assertThat(business.path("country").asString()).isEqualTo("IT");
    assertThat(business.path("currency").asString()).isEqualTo("EUR");
    assertThat(get(made, "/api/hours").path("weekly")).hasSize(5);
    assertThat(get(made, "/api/channels").path("items").valueStream())
        .extracting(c -> c.path("type").asString() + " " + c.path("state").asString())
        .containsExactlyInAnyOrder("webchat live", "sandbox live");
    assertThat(get(made, "/api/services").path("items")).isEmpty();
    var me = get(made, "/api/me");
    assertThat(me.path("user").path("id").asString())
        .isEqualTo(made.json().path("user").path("id").asString());
    assertThat(me.path("businesses")).hasSize(1);
  }

  @Test
  void offersWhatTheTemplateOffersInTheBusinessesLanguage() {
    var made = register(Map.of("template", "salon", "locale", "it", "country", "IT"));

    assertThat(get(made, "/api/services").path("items").valueStream())
        .extracting(s -> s.path("name").asString())
        .contains("Taglio", "Piega");
    assertThat(get(made, "/api/services").path("items").valueStream())
        .allMatch(s -> s.path("bookable").asBoolean());
    assertThat(get(made, "/api/providers").path("items")).hasSize(1);
  }

  @Test
  void showsAnybodyWhatAChatBeginsWith() {
    var made = register(Map.of("template", "salon", "locale", "it", "country", "IT"));
    var slug = made.json().path("tenant").path("slug").asString();

    var shown = api.anonymous().get("/api/public/" + slug).json();

    assertThat(shown.path("assistant").path("disclosure").asString()).contains("AI");
    assertThat(shown.path("services").path(0).path("name").asString()).isNotEmpty();
    assertThat(shown.path("open").path("now").isBoolean()).isTrue();
    assertThat(api.anonymous().get("/api/public/no-such-business").status()).isEqualTo(404);
  }

  @Test
  void refusesAKnownEmailHoweverItIsWritten() {
    var email = email();
    assertThat(register(Map.of("email", email)).status()).isEqualTo(201);

    var again = register(Map.of("email", email.toUpperCase(java.util.Locale.ROOT)));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("email-taken");
  }

  @Test
  void givesOneOfManyAtOnceTheEmail() throws Exception {
    var email = email();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Answer> once = () -> register(Map.of("email", email));
      var answers = threads.invokeAll(IntStream.range(0, 6).mapToObj(i -> once).toList());
      var statuses = answers.stream().map(a -> a.resultNow().status()).sorted().toList();

      assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
    }
  }

  @Test
  void addsABusinessThatAMemberOfAnotherOwns() {
    var operator = api.member(api.owner().tenant(), Role.OPERATOR);

    var added =
        operator.post(
            "/api/me/businesses",
            Map.of("businessName", "Bea Salon", "timezone", "Europe/Rome", "template", "salon"));

    assertThat(added.status()).as(added.body()).isEqualTo(201);
    var slug = added.json().path("tenant").path("slug").asString();
    assertThat(places(operator))
        .containsExactly("operator " + operator.tenant().slug(), "owner " + slug);
    var inside = signIn(operator, slug);
    assertThat(inside.json().path("user").path("role").asString()).isEqualTo("owner");
    assertThat(get(inside, "/api/me").path("user").path("name").asString()).isEqualTo("Ada Test");
    assertThat(get(inside, "/api/business").path("country").asString()).isEqualTo("IT");
    assertThat(get(inside, "/api/channels").path("items")).hasSize(2);
    assertThat(get(inside, "/api/hours").path("weekly")).hasSize(5);
    assertThat(get(inside, "/api/services").path("items")).isNotEmpty();
    assertThat(get(inside, "/api/members").path("items")).hasSize(1);
    assertThat(get(inside, "/api/audit").path("items").valueStream())
        .extracting(entry -> entry.path("action").asString())
        .contains("member.joined");
  }

  @Test
  void addsNothingOfABusinessThatIsRefused() {
    var owner = api.owner();

    for (var refused :
        List.of(
            Map.of("businessName", " "),
            Map.of("businessName", "Bar", "template", "casino"),
            Map.of("businessName", "Bar", "timezone", "Mars/Base"))) {
      assertThat(owner.post("/api/me/businesses", refused).status()).isEqualTo(422);
    }

    assertThat(places(owner)).hasSize(1);
  }

  @Test
  void addsABusinessOnceThoughItIsAskedForAgain() {
    var owner = api.owner();
    var asked = Map.of("businessName", "Bar Salon");
    var key = UUID.randomUUID().toString();

    var first = owner.post("/api/me/businesses", asked, "Idempotency-Key", key);
    var again = owner.post("/api/me/businesses", asked, "Idempotency-Key", key);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(places(owner)).hasSize(2);
  }

  @Test
  void addsOnlySoManyBusinessesInAnHour() {
    var owner = api.owner();
    IntStream.range(0, 10_000)
        .forEach(i -> limits.take(RateLimits.Limit.BUSINESS, owner.account().toString()));

    var asked = owner.post("/api/me/businesses", Map.of("businessName", "Bar"));

    assertThat(asked.status()).isEqualTo(429);
    assertThat(asked.headers().firstValue("Retry-After")).isPresent();
    assertThat(places(owner)).hasSize(1);
  }

  private static List<String> places(Client who) {
    return who.get("/api/me")
        .json()
        .path("businesses")
        .valueStream()
        .map(place -> place.path("role").asString() + " " + place.path("slug").asString())
        .toList();
  }

  private Answer signIn(Client who, String slug) {
    return api.anonymous()
        .post(
            "/api/auth/login",
            Map.of("email", who.email(), "password", "correct horse"),
            "X-Frontdesk-Business",
            slug);
  }

  @Test
  void namesTheFieldItRefuses() {
    assertRefused("businessName", " ");
    assertRefused("businessName", "x".repeat(121));
    assertRefused("email", "not an e-mail");
    assertRefused("password", "short");
    assertRefused("password", "x".repeat(73));
    assertRefused("timezone", "Mars/Base");
    assertRefused("country", "XX");
    assertRefused("currency", "XXQ");
    assertRefused("locale", "zz");
    assertRefused("template", "casino");
  }

  @Test
  void takesBackWhatATemplateBroughtWhenAnotherIsChosen() {
    var made = register(Map.of("template", "salon", "locale", "en"));
    var token = made.json().path("accessToken").asString();

    var chosen =
        api.anonymous()
            .post(
                "/api/setup/template",
                Map.of("template", "dental"),
                "Authorization",
                "Bearer " + token);

    assertThat(chosen.status()).isEqualTo(200);
    assertThat(chosen.json().path("template").asString()).isEqualTo("dental");
    assertThat(
            get(made, "/api/services")
                .path("items")
                .valueStream()
                .filter(s -> !s.path("archived").asBoolean())
                .map(s -> s.path("name").asString()))
        .contains("Hygiene")
        .doesNotContain("Haircut");
  }

  private void assertRefused(String field, String value) {
    var answer = register(Map.of(field, value));

    assertThat(answer.status()).as(field + " " + value).isEqualTo(422);
    assertThat(answer.json().path("errors").path(0).path("field").asString()).isEqualTo(field);
  }

  private Answer register(Map<String, String> given) {
    var body =
        new HashMap<>(
            Map.of("businessName", "Bar Salon", "email", email(), "password", "correct horse"));
    body.putAll(given);
    return api.anonymous().post("/api/auth/register", body);
  }

  private JsonNode get(Answer made, String path) {
    var token = made.json().path("accessToken").asString();
    return api.anonymous().get(path, "Authorization", "Bearer " + token).json();
  }

  private static String email() {
    return "owner-" + UUID.randomUUID() + "@example.com";
  }
}
