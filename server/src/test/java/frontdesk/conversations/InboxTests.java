package frontdesk.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.TestClock;
import frontdesk.channels.Channels;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a team does in its inbox: labels, filters, drafts, answers at the same time. */
@DatabaseTest
class InboxTests {

  @Autowired private TestApi api;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;
  @Autowired private ScheduledMessages scheduled;
  @Autowired private TestClock clock;

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

  @AfterEach
  void now() {
    clock.reset();
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
  void listsTheConversationsOfOneContact() {
    var contact =
        owner.get("/api/conversations/" + first).json().path("contact").path("id").asString();

    assertThat(ids(owner, "?contact=" + contact)).containsExactly(first);
    assertThat(ids(api.owner(), "?contact=" + contact)).isEmpty();
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
  void keepsAMembersOwnLists() {
    var view = Map.of("name", "To read", "view", "mine", "search", "unread=true");
    assertThat(owner.post("/api/saved-views", view).status()).isEqualTo(201);

    var kept = owner.get("/api/saved-views").json().path("items");
    assertThat(kept.path(0).path("search").asString()).isEqualTo("unread=true");
    assertThat(colleague.get("/api/saved-views").json().path("items")).isEmpty();
    var id = kept.path(0).path("id").asString();
    assertThat(colleague.delete("/api/saved-views/" + id).status()).isEqualTo(404);
    assertThat(owner.delete("/api/saved-views/" + id).status()).isEqualTo(204);
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

  @Test
  void labelsAllThatMatchAndTakesItBack() {
    var label = label("VIP");
    var begun =
        owner.post(
            "/api/bulk",
            Map.of("action", "label", "labelId", label, "matching", Map.of("q", "about")));
    assertThat(begun.status()).as(begun.body()).isEqualTo(201);
    var job = "/api/bulk/" + begun.json().path("jobId").asString();
    await().until(() -> owner.get(job).json().path("done").asInt() == 2);
    assertThat(ids(owner, "?label=" + label)).containsExactlyInAnyOrder(first, second);
    assertThat(colleague.get(job).status()).isEqualTo(404);

    owner.post(job + "/undo", null);

    await().until(() -> owner.get(job).json().path("undone").asInt() == 2);
    assertThat(ids(owner, "?label=" + label)).isEmpty();
  }

  @Test
  void closesTheChosenAndReopensThem() {
    var begun = owner.post("/api/bulk", Map.of("action", "close", "ids", List.of(first)));
    var job = "/api/bulk/" + begun.json().path("jobId").asString();
    await().until(() -> owner.get(job).json().path("waiting").asInt() == 0);
    assertThat(ids(owner, "?view=closed")).containsExactly(first);

    owner.post(job + "/undo", null);

    await().until(() -> owner.get(job).json().path("undone").asInt() == 1);
    assertThat(ids(owner, "?view=closed")).isEmpty();
  }

  @Test
  void tellsAMentionedMemberAloneAndPutsItAmongTheirMentions() {
    var note = Map.of("text", "@Ada please look", "mentions", List.of(id(colleague)));

    assertThat(owner.post("/api/conversations/" + first + "/notes", note).status()).isEqualTo(201);

    assertThat(ids(colleague, "?view=mentions")).containsExactly(first);
    assertThat(ids(owner, "?view=mentions")).isEmpty();
    var stranger = Map.of("text", "@Nobody", "mentions", List.of(UUID.randomUUID().toString()));
    assertThat(owner.post("/api/conversations/" + first + "/notes", stranger).status())
        .isEqualTo(404);
  }

  @Test
  void snoozesUntilTheCustomerWrites() {
    var snoozed = owner.post("/api/conversations/" + first + "/snooze", Map.of());

    assertThat(snoozed.json().path("status").asString()).isEqualTo("snoozed");
    assertThat(snoozed.json().has("snoozedUntil")).isFalse();
  }

  @Test
  void whoIsBlockedInOneConversationIsSoInAllUntilTheContactIsFree() {
    var contact = "/api/contacts/" + contactOf(first);
    var merged = owner.post(contact + "/merges", Map.of("otherId", contactOf(second)));
    assertThat(merged.status()).as(merged.body()).isLessThan(300);

    colleague.post("/api/conversations/" + first + "/block", Map.of("blocked", true));

    for (var path : List.of(contact, conversation(first), conversation(second))) {
      assertThat(owner.get(path).json().path("blocked").asBoolean()).as(path).isTrue();
    }
    var refused = owner.post(conversation(second) + "/messages", Map.of("text", "Hello"));
    assertThat(refused.problem()).isEqualTo("blocked");

    var free = owner.post(contact + "/block", Map.of("blocked", false));

    assertThat(free.json().path("blocked").asBoolean()).isFalse();
    for (var path : List.of(conversation(first), conversation(second))) {
      assertThat(owner.get(path).json().path("blocked").asBoolean()).as(path).isFalse();
    }
  }

  private static String conversation(String id) {
    return "/api/conversations/" + id;
  }

  private String contactOf(String id) {
    return owner.get(conversation(id)).json().at("/contact/id").asString();
  }

  @Test
  void spamStandsInItsOwnViewAloneUntilItIsTakenBack() {
    var path = "/api/conversations/" + first;
    var label = label("Parking");
    owner.put(path + "/labels", Map.of("labelIds", List.of(label)));
    owner.post(path + "/takeover", null);
    owner.post(path + "/unread", null);

    var marked = colleague.post(path + "/spam", Map.of("spam", true));

    assertThat(marked.json().path("status").asString()).isEqualTo("spam");
    assertThat(ids(owner, "?view=spam")).containsExactly(first);
    for (var view : List.of("all", "mine", "unassigned", "attention", "ai", "unread", "closed")) {
      assertThat(ids(owner, "?view=" + view)).as(view).doesNotContain(first);
    }
    assertThat(ids(owner, "?q=parking")).isEmpty();
    var counts = owner.get("/api/conversations/counts").json();
    assertThat(counts.path("spam").asInt()).isOne();
    assertThat(counts.path("all").asInt()).isOne();
    assertThat(counts.path("labels")).isEmpty();

    owner.post(path + "/spam", Map.of("spam", false));

    assertThat(ids(owner, "?view=spam")).isEmpty();
    assertThat(ids(owner, "?view=mine")).containsExactly(first);
    owner.post(path + "/close", null);
    owner.post(path + "/spam", Map.of("spam", false));
    assertThat(ids(owner, "?view=closed")).containsExactly(first);
  }

  @Test
  void spamThatWasClosedWithManyOthersIsSpamAgainAfterTheUndo() {
    owner.post("/api/conversations/" + first + "/spam", Map.of("spam", true));
    var begun = owner.post("/api/bulk", Map.of("action", "close", "ids", List.of(first)));
    var job = "/api/bulk/" + begun.json().path("jobId").asString();
    await().until(() -> owner.get(job).json().path("waiting").asInt() == 0);

    owner.post(job + "/undo", null);

    await().until(() -> owner.get(job).json().path("undone").asInt() == 1);
    assertThat(ids(owner, "?view=spam")).containsExactly(first);
  }

  @Test
  void sendsLaterWhatWasWrittenForLaterAndOnce() {
    var path = "/api/conversations/" + first;
    var later =
        Map.of("text", "Good morning", "at", Instant.now().plus(Duration.ofHours(10)).toString());
    assertThat(owner.post(path + "/scheduled", later).status()).isEqualTo(201);
    sendScheduled();
    assertThat(said(path)).doesNotContain("Good morning");

    clock.set(Instant.now().plus(Duration.ofHours(11)));
    sendScheduled();
    sendScheduled();

    clock.reset();
    assertThat(said(path)).containsOnlyOnce("Good morning");
    assertThat(owner.get(path + "/scheduled").json().path("items")).isEmpty();
  }

  @Test
  void showsWhatMayNotBeSentAnyMoreWithTheReason() {
    var path = "/api/conversations/" + first;
    var later =
        Map.of("text", "Good morning", "at", Instant.now().plus(Duration.ofHours(10)).toString());
    owner.post(path + "/scheduled", later);
    owner.post(path + "/block", Map.of("blocked", true));

    clock.set(Instant.now().plus(Duration.ofHours(11)));
    sendScheduled();

    clock.reset();
    var message = owner.get(path + "/messages").json().path("items").path(0);
    assertThat(message.path("status").asString()).isEqualTo("failed");
    assertThat(message.path("failure").path("code").asString()).isEqualTo("blocked");
    assertThat(ids(owner, "?view=attention")).containsExactly(first);
  }

  private void sendScheduled() {
    tenancy.as(owner.tenant().id(), () -> scheduled.due().forEach(scheduled::send));
  }

  private List<String> said(String path) {
    return owner
        .get(path + "/messages")
        .json()
        .path("items")
        .valueStream()
        .map(message -> message.path("text").asString())
        .toList();
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
