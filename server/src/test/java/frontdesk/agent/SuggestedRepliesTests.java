package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.agent.Studio.Salon;
import frontdesk.channels.Channels;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Drafts over the whole way: written by a turn, sent by a member, done in the books. */
@DatabaseTest
@Import(Studio.class)
class SuggestedRepliesTests {

  private static final String WISH =
      "Hi, a haircut with Elena tomorrow at 10:30 please. Ana Bell, 333 5558101";

  @Autowired private TestApi api;
  @Autowired private Studio studio;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;

  private Client owner;
  private Salon salon;

  @BeforeEach
  void suggestOnly() {
    owner = api.owner();
    salon = studio.in(owner.tenant());
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("sandbox", "Try it", Optional.empty(), Map.of(), Map.of()));
    var channel = owner.get("/api/channels").json().path("items").path(0).path("id").asString();
    assertThat(owner.put("/api/channels/" + channel, Map.of("mode", "suggest")).status())
        .isEqualTo(200);
  }

  @Test
  void nothingHappensInTheBooksBeforeAMemberSends() throws Exception {
    write(WISH);
    var question = draft();
    assertThat(question.path("appointment").path("status").asString()).isEqualTo("proposed");
    assertThat(holds()).isZero();

    assertThat(send(question).status()).isEqualTo(201);
    assertThat(holds()).isOne();

    write("yes please");
    var confirmation = draft();
    assertThat(appointments()).isEmpty();

    // in its own words it is the draft, whether or not that is said
    var sent = reply(Map.of("text", confirmation.path("text").asString()));
    assertThat(sent.status()).isEqualTo(201);
    assertThat(appointments())
        .singleElement()
        .satisfies(
            made ->
                assertThat(made.path("id").asString())
                    .isEqualTo(sent.json().path("appointment").path("id").asString()));
    assertThat(messages())
        .filteredOn(each -> each.path("event").path("type").asString().equals("appointment-booked"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("event").path("by").asString()).isEqualTo("assistant");
              assertThat(line.path("seq").asLong()).isLessThan(sent.json().path("seq").asLong());
            });

    var again = send(confirmation);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().path("type").asString()).endsWith("/draft-used");
    assertThat(appointments()).hasSize(1);
  }

  @Test
  void aTimeThatIsGoneIsToldWithOthersAndDraftedForAgain() throws Exception {
    write(WISH);
    var question = draft();
    var taken =
        owner.post(
            "/api/appointments",
            Map.of(
                "serviceId",
                salon.cut(),
                "providerId",
                salon.elena(),
                "start",
                Studio.tomorrowAt(10, 30),
                "contact",
                Map.of("name", "Other", "phone", "+393390000001")));
    assertThat(taken.status()).isEqualTo(201);

    var refused = send(question);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("type").asString()).endsWith("/slot-taken");
    assertThat(refused.json().path("alternatives")).isNotEmpty();
    assertThat(messages()).noneMatch(each -> each.path("author").asString().equals("member"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(draft().path("id").asString())
                    .isNotEqualTo(question.path("id").asString()));
    assertThat(draft().path("text").asString()).contains("taken");
  }

  @Test
  void aDraftIsWrittenAnewInAnotherLanguageAndDoesTheSame() throws Exception {
    write(WISH);
    var question = draft();

    var italian = reword(question, Map.of("wish", "language", "language", "it"));
    assertThat(italian.status()).isEqualTo(201);
    assertThat(italian.json().path("text").asString())
        .contains("Haircut")
        .contains("10:30")
        .contains("Elena")
        .endsWith("Confermo?");
    assertThat(holds()).isZero();
    assertThat(send(italian.json()).status()).isEqualTo(201);
    assertThat(holds()).isOne();

    write("yes please");
    assertThat(draft().path("text").asString()).contains("You're booked");
    assertThat(send(draft()).status()).isEqualTo(201);
    assertThat(appointments()).hasSize(1);
  }

  @Test
  void aLanguageThatNobodySetUpHereSpeaksIsRefused() throws Exception {
    write("hello");
    var draft = draft();

    var german = reword(draft, Map.of("wish", "language", "language", "de"));
    assertThat(german.status()).isEqualTo(409);
    assertThat(german.json().path("type").asString()).endsWith("/language-not-spoken");
    assertThat(reword(draft, Map.of("wish", "language")).status()).isEqualTo(422);
  }

  private TestApi.Answer reword(JsonNode draft, Map<String, Object> wish) {
    return owner.post(
        "/api/conversations/%s/suggestions/%s/reword"
            .formatted(conversation(), draft.path("id").asString()),
        wish);
  }

  private void write(String text) {
    var answer =
        owner.post(
            "/api/sandbox/messages",
            Map.of("text", text, "clientId", UUID.randomUUID().toString()));
    assertThat(answer.status()).isBetween(200, 202);
  }

  private TestApi.Answer send(JsonNode draft) throws Exception {
    return reply(
        Map.of("text", draft.path("text").asString(), "suggestion", draft.path("id").asString()));
  }

  private TestApi.Answer reply(Map<String, Object> body) {
    return owner.post("/api/conversations/" + conversation() + "/messages", body);
  }

  /** The first of the newest drafts that nobody has sent or put away. */
  private JsonNode draft() {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                messages().stream()
                    .takeWhile(each -> each.path("kind").asString().equals("suggestion"))
                    .filter(each -> each.path("event").isMissingNode())
                    .reduce((newer, older) -> older),
            Optional::isPresent)
        .orElseThrow();
  }

  private String conversation() {
    return owner
        .get("/api/conversations?view=all")
        .json()
        .path("items")
        .path(0)
        .path("id")
        .asString();
  }

  /** Newest first. */
  private List<JsonNode> messages() {
    return owner
        .get("/api/conversations/" + conversation() + "/messages")
        .json()
        .path("items")
        .valueStream()
        .toList();
  }

  private List<JsonNode> appointments() {
    return owner.get("/api/appointments").json().path("items").valueStream().toList();
  }

  private int holds() {
    var day = Studio.tomorrowAt(0, 0);
    return owner
        .get("/api/holds?from=" + day + "&to=" + day.plus(Duration.ofDays(1)))
        .json()
        .path("items")
        .size();
  }
}
