package frontdesk.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.channels.Channels;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a team does in its inbox: labels, filters, drafts, answers at the same time. */
@DatabaseTest
class InboxTests {

  @Autowired private TestApi api;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;

  private Client owner;
  private Client colleague;
  private String first;
  private String second;

  @BeforeEach
  void twoConversations() {
    owner = api.owner();
    colleague = api.member(owner.tenant(), Role.OPERATOR);
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("webchat", "Chat", Optional.empty(), Map.of(), Map.of()));
    first = write("a question about parking");
    second = write("a haircut about noon");
  }

  @Test
  void labelsAConversationAndFindsItByTheLabel() {
    var label = label("VIP");
    var labelled =
        colleague.put(
            "/api/conversations/" + first + "/labels", Map.of("labelIds", List.of(label)));

    assertThat(labelled.json().path("labelIds").path(0).asString()).isEqualTo(label);
    assertThat(ids(owner, "?label=" + label)).containsExactly(first);
    var counts = owner.get("/api/conversations/counts").json().path("labels");
    assertThat(counts.path(0).path("labelId").asString()).isEqualTo(label);
    assertThat(counts.path(0).path("count").asInt()).isOne();
  }

  @Test
  void takesALabelThatIsDeletedOffItsConversations() {
    var label = label("VIP");
    owner.put("/api/conversations/" + first + "/labels", Map.of("labelIds", List.of(label)));

    assertThat(owner.delete("/api/labels/" + label).status()).isEqualTo(204);

    assertThat(owner.get("/api/conversations/" + first).json().path("labelIds")).isEmpty();
  }

  @Test
  void refusesASecondLabelOfTheSameName() {
    label("VIP");

    var again = owner.post("/api/labels", Map.of("name", "vip", "color", 2));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("label-taken");
  }

  @Test
  void narrowsAViewByWhoAnswersWhoseItIsAndWhatIsUnread() {
    owner.post("/api/conversations/" + first + "/takeover", null);
    owner.post("/api/conversations/" + first + "/read", null);

    assertThat(ids(owner, "?handler=person")).containsExactly(first);
    assertThat(ids(owner, "?handler=ai")).containsExactly(second);
    assertThat(ids(owner, "?assignee=" + id(owner))).containsExactly(first);
    assertThat(ids(owner, "?assignee=nobody")).containsExactly(second);
    assertThat(ids(owner, "?unread=true")).containsExactly(second);
    assertThat(ids(colleague, "?unread=true")).containsExactlyInAnyOrder(first, second);
    assertThat(ids(owner, "?assignee=nobody&q=parking")).isEmpty();
  }

  @Test
  void keepsADraftForItsWriterAlone() {
    var path = "/api/conversations/" + first + "/drafts";
    var kept = owner.put(path, Map.of("kind", "reply", "text", "Not finished"));
    var again = owner.put(path, Map.of("kind", "reply", "text", "Not finished yet"));

    assertThat(again.json().path("version").asInt())
        .isGreaterThan(kept.json().path("version").asInt());
    assertThat(owner.get(path).json().path("items").path(0).path("text").asString())
        .isEqualTo("Not finished yet");
    assertThat(owner.get("/api/conversations/" + first).json().path("draft").asString())
        .isEqualTo("Not finished yet");
    assertThat(colleague.get(path).json().path("items")).isEmpty();
    assertThat(colleague.get("/api/conversations/" + first).json().has("draft")).isFalse();
  }

  @Test
  void tellsTheSecondOfTwoWhoAnswerAtTheSameTime() {
    var path = "/api/conversations/" + first + "/messages";
    owner.post(path, Map.of("text", "There is parking behind the house", "seenSeq", 1));

    var crossed = colleague.post(path, Map.of("text", "No parking", "seenSeq", 1));

    assertThat(crossed.status()).isEqualTo(409);
    assertThat(crossed.problem()).isEqualTo("answered-meanwhile");
    assertThat(crossed.json().path("message").path("text").asString())
        .isEqualTo("There is parking behind the house");
    assertThat(colleague.post(path, Map.of("text", "And in front")).status()).isEqualTo(201);
  }

  @Test
  void saysWhoElseHasAConversationOpen() {
    var path = "/api/conversations/" + first + "/presence";
    owner.post(path, Map.of("here", true, "typing", false));

    var others = colleague.post(path, Map.of("here", true, "typing", true)).json().path("others");
    assertThat(others.path(0).path("id").asString()).isEqualTo(id(owner));
    assertThat(others).hasSize(1);

    owner.post(path, Map.of("here", false, "typing", false));
    assertThat(colleague.post(path, Map.of("here", true, "typing", false)).json().path("others"))
        .isEmpty();
  }

  private String label(String name) {
    var made = owner.post("/api/labels", Map.of("name", name, "color", 1));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().path("id").asString();
  }

  private static String id(Client who) {
    return who.get("/api/me").json().path("user").path("id").asString();
  }

  private static List<String> ids(Client who, String question) {
    return who.get("/api/conversations" + question)
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  /** As a visitor; the conversation it began. */
  private String write(String text) {
    var chat = "/api/public/" + owner.tenant().slug() + "/chat/";
    var token = api.anonymous().post(chat + "sessions", Map.of()).json().path("token").asString();
    var known = ids(owner, "");
    api.anonymous()
        .post(
            chat + "messages",
            Map.of("text", text, "clientId", UUID.randomUUID().toString()),
            "Authorization",
            "Bearer " + token);
    return ids(owner, "").stream().filter(id -> !known.contains(id)).findFirst().orElseThrow();
  }
}
