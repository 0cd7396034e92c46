package frontdesk.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import frontdesk.DatabaseTest;
import frontdesk.Mailbox;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.TestClock;
import frontdesk.channels.Channels;
import frontdesk.identity.Role;
import frontdesk.mail.Mail;
import frontdesk.mail.MailOrder;
import frontdesk.mail.MailWriter;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The mail about a conversation that nobody opens. */
@DatabaseTest
class UnopenedHandoffsTests {

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry properties) {
    properties.add("FRONTDESK_SMTP_URL", Mailbox::url);
  }

  @Autowired private TestApi api;
  @Autowired private TestClock clock;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;
  @Autowired private List<MailWriter> writers;
  @Autowired private RecurringTask<Void> wakingConversations;

  private Client owner;
  private Client manager;
  private Client operator;

  @BeforeEach
  void open() {
    owner = api.owner();
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("sandbox", "Try it", Optional.empty(), Map.of(), Map.of()));
    owner.post("/api/setup/template", Map.of("template", "dental"));
    manager = api.member(owner.tenant(), Role.MANAGER);
    operator = api.member(owner.tenant(), Role.OPERATOR);
  }

  @AfterEach
  void close() {
    clock.reset();
  }

  @Test
  void goesOnceToEachOwnerAndManagerInTheirLanguage() {
    manager.put("/api/me", Map.of("name", "Bea", "locale", "it"));
    var conversation = handedOff();

    nobodyOpensIt();
    nobodyOpensIt();

    var mail = only(owner);
    assertThat(mail).contains("has opened the conversation with", owner.tenant().name());
    assertThat(mail).contains("/app/" + owner.tenant().slug() + "/inbox/attention/" + conversation);
    assertThat(only(manager)).contains("nessuno apre la conversazione");
    assertThat(Mailbox.of(operator.email()).all()).isEmpty();
  }

  @Test
  void goesToNobodyWhoHasTurnedItOff() {
    var off = Map.of("notices", Map.of("waitingByMail", false));
    assertThat(owner.put("/api/me/preferences", off).status()).isEqualTo(200);
    owner.put("/api/me/preferences", Map.of("keys", Map.of("single", false, "bound", Map.of())));
    handedOff();

    nobodyOpensIt();

    only(manager);
    assertThat(Mailbox.of(owner.email()).all()).isEmpty();
    var kept = owner.get("/api/me/preferences").json();
    assertThat(kept.path("notices").path("waitingByMail").asBoolean(true)).isFalse();
    assertThat(kept.path("keys").path("single").asBoolean(true)).isFalse();
  }

  @Test
  void saysNothingOnceSomebodyCameOrTheNewsIsOld() {
    var conversation = handedOff();

    assertThat(written(conversation, clock.instant())).isPresent();
    assertThat(written(conversation, clock.instant().minus(Duration.ofHours(13)))).isEmpty();
    owner.post("/api/conversations/" + conversation + "/resume", null);
    assertThat(written(conversation, clock.instant())).isEmpty();
  }

  private Optional<Mail> written(String conversation, Instant askedAt) {
    var writer =
        writers.stream().filter(each -> each.kinds().contains(UnopenedHandoffs.KIND)).findFirst();
    var member = owner.get("/api/me").json().path("user").path("id").asString();
    return writer.orElseThrow().write(order(conversation, member, askedAt));
  }

  private MailOrder order(String conversation, String member, Instant at) {
    return new MailOrder(
        UUID.randomUUID(),
        UnopenedHandoffs.KIND,
        owner.email(),
        Map.of(
            "tenant", owner.tenant().id().value().toString(),
            "member", member,
            "about", conversation),
        at);
  }

  private String handedOff() {
    var sent =
        owner.post(
            "/api/sandbox/messages",
            Map.of("text", "I want to talk to a human", "clientId", UUID.randomUUID().toString()));
    var conversation = sent.json().path("conversationId").asString();
    await().until(() -> owner.get("/api/conversations/" + conversation).json().has("needsPerson"));
    return conversation;
  }

  private void nobodyOpensIt() {
    clock.advance(Duration.ofMinutes(6));
    wakingConversations.execute(null, null);
  }

  /** The text of the one mail there is. */
  private static String only(Client who) {
    var mailbox = Mailbox.of(who.email());
    mailbox.await();
    assertThat(mailbox.all()).hasSize(1);
    return mailbox.all().getFirst().path("text").asString();
  }
}
