package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The assistant on trial: it answers as it would, and nothing comes of it. */
@DatabaseTest
class PlaygroundTests {

  @Autowired TestApi api;

  Client owner;
  final List<Map<String, String>> history = new ArrayList<>();
  Optional<String> memory = Optional.empty();

  @BeforeEach
  void openAnOffice() {
    owner = api.owner();
    owner.post("/api/setup/template", Map.of("template", "other"));
    history.clear();
    memory = Optional.empty();
  }

  @Test
  void answersFromTheBusinesssOwnFactsAndSaysWhich() {
    var answer = ask("When are you open?");

    assertThat(answer.path("text").asString()).contains("from 9:00 to 18:00");
    assertThat(answer.path("sources").path(0).path("url").asString()).isEqualTo("settings/hours");
    assertThat(answer.path("handoff").asBoolean()).isFalse();
  }

  @Test
  void saysWhatItIsInItsFirstAnswerOnly() {
    assertThat(ask("Hello").path("text").asString()).containsIgnoringCase("assistant");
    assertThat(ask("When are you open?").path("text").asString())
        .doesNotContainIgnoringCase("assistant");
  }

  @Test
  void goesThroughAWholeBookingThatNobodyElseEverSees() {
    var service = owner.get("/api/services").json().path("items").path(0).path("name").asString();
    ask("I would like to book " + service + " next Tuesday at 10:00");
    ask("My name is Ada Neri, my phone is 333 1234567");
    var done = ask("yes please");

    assertThat(done.path("tools").valueStream().map(JsonNode::asString))
        .contains("confirm_proposal");
    assertThat(owner.get("/api/appointments").json().path("items")).isEmpty();
    assertThat(owner.get("/api/holds").json().path("items")).isEmpty();
    assertThat(owner.get("/api/conversations?view=all").json().path("items")).isEmpty();
    assertThat(owner.get("/api/contacts").json().path("items")).isEmpty();
    assertThat(owner.get("/api/home").json().path("conversations").path("week").path("answered"))
        .hasToString("0");
  }

  @Test
  void remembersWhatWasBookedOnTrialAsLongAsTheTalkGoesOn() {
    var service = owner.get("/api/services").json().path("items").path(0).path("name").asString();
    ask("I would like to book " + service + " next Tuesday at 10:00");
    ask("My name is Ada Neri, my phone is 333 1234567");
    ask("yes please");

    ask("Please cancel my appointment");
    var done = ask("yes");

    assertThat(done.path("tools").valueStream().map(JsonNode::asString))
        .contains("confirm_proposal");
  }

  @Test
  void refusesAMemoryThatIsNotItsOwn() {
    var answer =
        owner.post("/api/assistant/playground", Map.of("text", "Hello", "memory", "[1, 2"));

    assertThat(answer.status()).isEqualTo(422);
  }

  private JsonNode ask(String text) {
    var body = new HashMap<String, Object>(Map.of("text", text, "history", List.copyOf(history)));
    memory.ifPresent(kept -> body.put("memory", kept));
    var answer = owner.post("/api/assistant/playground", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    memory = Optional.of(answer.json().path("memory").asString());
    history.add(Map.of("author", "contact", "text", text));
    history.add(Map.of("author", "ai", "text", answer.json().path("text").asString()));
    return answer.json();
  }
}
