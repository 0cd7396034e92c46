package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.agent.models.OutsideModels;
import frontdesk.identity.Role;
import frontdesk.settings.Settings;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@DatabaseTest
@Import({Studio.class, Chat.class})
class RunControllerTests {

  @Autowired private Studio studio;
  @Autowired private Chat chat;
  @Autowired private TestApi api;

  private Studio.Salon salon;
  private Chat.Talk talk;
  private TestApi.Client operator;

  @BeforeEach
  void open() {
    salon = studio.open();
    var models = new OutsideModels(new Settings(Map.of("FRONTDESK_MODEL_CHAIN", "builtin")::get));
    talk = chat.begin(salon, salon.ana(), models);
    operator = api.member(salon.tenant(), Role.OPERATOR);
  }

  @Test
  void namesTheFactsThatAReplyRestsOn() {
    var reply = talk.turn("What does a haircut cost?").reply().orElseThrow();

    var why = why(reply.run());

    assertThat(reply.sources()).isNotEmpty();
    assertThat(why.path("sources")).hasSize(reply.sources().size());
    assertThat(why.path("sources").path(0).path("title").asString()).isEqualTo("Haircut");
    assertThat(why.path("sources").path(0).path("text").asString()).contains("30 min");
    assertThat(why.path("model").asString()).isEqualTo("builtin");
    assertThat(why.path("intent").asString()).isNotBlank();
    assertThat(why.path("ms").isNumber()).isTrue();
    assertThat(why.path("tokens").path("input").asInt()).isZero();
    assertThat(why.path("cost").path("amount").asInt()).isZero();
  }

  @Test
  void showsWhatWasLookedUpAndWhatCameBack() {
    var reply = talk.turn("A haircut tomorrow at 10:30 please").reply().orElseThrow();

    var tools = why(reply.run()).path("tools");

    assertThat(tools).isNotEmpty();
    assertThat(tools)
        .allSatisfy(
            tool -> {
              assertThat(tool.path("name").asString()).isNotBlank();
              assertThat(tool.path("outcome").asString()).isNotBlank();
            });
  }

  @Test
  void showsOfTheCustomerWhatTheRoleMaySee() {
    var reply =
        talk.turn("A haircut tomorrow at 10:30 please. Ana Bell, 333 5558101")
            .reply()
            .orElseThrow();
    talk.say("yes please");

    assertThat(phoneIn(why(reply.run()))).contains("5558101");
    var orderManager = api.member(salon.tenant(), Role.ORDER_MANAGER);
    assertThat(phoneIn(why(reply.run(), orderManager))).isEqualTo("•••101");
  }

  private static String phoneIn(JsonNode why) {
    return why.path("tools")
        .valueStream()
        .map(tool -> tool.path("arguments").path("phone").asString())
        .filter(phone -> !phone.isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private JsonNode why(UUID run) {
    return why(run, operator);
  }

  private JsonNode why(UUID run, TestApi.Client operator) {
    var answer = operator.get("/api/conversations/" + talk.conversation + "/runs/" + run);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }
}
