package frontdesk.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.TestClock;
import frontdesk.channels.Channels;
import frontdesk.conversations.Inbound;
import frontdesk.conversations.InboundMessage;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Two contacts who are one person, and two again when they are not. */
@DatabaseTest
class MergesTests {

  private static final String ANNA = "+393331110001";
  private static final String WORK = "+393331110002";

  @Autowired private TestApi api;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;
  @Autowired private Inbound inbound;
  @Autowired private Merges merges;
  @Autowired private TransactionTemplate transaction;
  @Autowired private TestClock clock;

  private Client owner;
  private UUID chat;
  private UUID otherChat;
  private UUID first;
  private UUID second;
  private String anna;
  private String work;

  @BeforeEach
  void twoContacts() {
    owner = api.owner();
    owner.post("/api/setup/template", Map.of("template", "salon"));
    chat = connect("Chat");
    otherChat = connect("Other chat");
    first = write(chat, "anna", "Anna", ANNA);
    second = write(chat, "work", "A. Rossi", WORK);
    anna = contactOf(first);
    work = contactOf(second);
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void givesTheOneKeptAllThatWasTheOthers() {
    var appointment = book("A. Rossi", WORK);
    note(anna, "Likes tea");
    note(work, "Pays by card");

    var merged = merge(owner, anna, work, "phone");

    assertThat(merged.status()).as(merged.body()).isEqualTo(201);
    var contact = owner.get("/api/contacts/" + anna).json();
    assertThat(contact.path("name").asString()).isEqualTo("Anna");
    assertThat(contact.path("phone").asString()).isEqualTo(WORK);
    assertThat(contact.path("notes").asString()).isEqualTo("Likes tea\n\nPays by card");
    assertThat(contactOf(first)).isEqualTo(anna);
    assertThat(contactOf(second)).isEqualTo(anna);
    assertThat(owner.get(appointment).json().path("contact").path("id").asString()).isEqualTo(anna);
    assertThat(contacts()).contains(anna).doesNotContain(work);
    assertThat(owner.get("/api/contacts/" + work).json().path("id").asString()).isEqualTo(anna);
    assertThat(write(chat, "work", "A. Rossi", WORK)).isEqualTo(second);
  }

  @Test
  void undoRestoresBothAsTheyWere() {
    var appointment = book("A. Rossi", WORK);
    note(anna, "Likes tea");
    note(work, "Pays by card");
    var annaBefore = owner.get("/api/contacts/" + anna).body();
    var workBefore = owner.get("/api/contacts/" + work).body();
    var listBefore = contacts();

    var id = merge(owner, anna, work, "name", "phone").json().path("id").asString();
    assertThat(undo(anna, id).status()).isEqualTo(204);

    assertThat(owner.get("/api/contacts/" + anna).body()).isEqualTo(annaBefore);
    assertThat(owner.get("/api/contacts/" + work).body()).isEqualTo(workBefore);
    assertThat(contacts()).isEqualTo(listBefore);
    assertThat(contactOf(first)).isEqualTo(anna);
    assertThat(contactOf(second)).isEqualTo(work);
    assertThat(owner.get(appointment).json().path("contact").path("id").asString()).isEqualTo(work);
    assertThat(actions()).containsSubsequence("contact.parted", "contact.merged");
  }

  @Test
  void undoKeepsWhatWasWrittenSince() {
    var id = merge(owner, anna, work).json().path("id").asString();
    note(anna, "Written since");

    undo(anna, id);

    assertThat(owner.get("/api/contacts/" + anna).json().path("notes").asString())
        .isEqualTo("Written since");
  }

  @Test
  void undoEndsAfterADayAndIsDoneOnce() {
    var id = merge(owner, anna, work).json().path("id").asString();
    assertThat(undo(anna, id).status()).isEqualTo(204);
    assertThat(undo(anna, id).problem()).isEqualTo("merge-settled");

    var again = merge(owner, anna, work).json().path("id").asString();
    clock.advance(Duration.ofHours(24).plusSeconds(1));
    assertThat(owner.get("/api/contacts/" + anna + "/merges").json().path("items")).isEmpty();
    assertThat(tenancy.as(owner.tenant().id(), () -> merges.part(id(anna), id(again))))
        .isInstanceOf(Merges.Parting.Settled.class);
  }

  @Test
  void aMergeFurtherIsUndoneFirst() {
    var third = contactOf(write(chat, "third", "Third", "+393331110003"));
    var one = merge(owner, anna, work).json().path("id").asString();
    var two = merge(owner, third, anna).json().path("id").asString();
    assertThat(contactOf(second)).isEqualTo(third);

    assertThat(undo(anna, one).problem()).isEqualTo("merge-settled");
    assertThat(undo(third, two).status()).isEqualTo(204);
    assertThat(undo(anna, one).status()).isEqualTo(204);

    assertThat(contactOf(second)).isEqualTo(work);
  }

  @Test
  void refusesWhoIsMergedAlreadyAndWhoIsTheSame() {
    merge(owner, anna, work);
    var third = contactOf(write(chat, "third", "Third", "+393331110003"));

    assertThat(merge(owner, third, work).problem()).isEqualTo("merged-already");
    assertThat(merge(owner, anna, anna).status()).isEqualTo(422);
    assertThat(merge(owner, anna, third, "notes").status()).isEqualTo(422);
  }

  @Test
  void anotherBusinesssContactIsNobody() {
    var stranger = api.owner();

    assertThat(merge(stranger, anna, work).status()).isEqualTo(404);
    assertThat(merge(owner, anna, UUID.randomUUID().toString()).status()).isEqualTo(404);
  }

  @Test
  void whoSeesOnlyOwnConversationsMayNotBringOthersAlong() {
    assertThat(merge(api.member(owner.tenant(), Role.ACCOUNTANT), anna, work).status())
        .isEqualTo(403);
    assertThat(merge(api.member(owner.tenant(), Role.OPERATOR), anna, work).status())
        .isEqualTo(201);
  }

  @Test
  void aMessageThatArrivesDuringTheMergeIsTheOneKepts() throws Exception {
    var arriving = new CompletableFuture<UUID>();
    tenancy.as(
        owner.tenant().id(),
        () ->
            transaction.executeWithoutResult(
                tx -> {
                  merges.merge(id(anna), id(work), Set.of());
                  Thread.startVirtualThread(
                      () -> arriving.complete(write(otherChat, "new", "A. Rossi", WORK)));
                  assertThat(arriving.copy().orTimeout(400, TimeUnit.MILLISECONDS))
                      .failsWithin(Duration.ofSeconds(2));
                }));

    var conversation = arriving.get(10, TimeUnit.SECONDS);

    assertThat(contactOf(conversation)).isEqualTo(anna);
    var said = owner.get("/api/conversations/" + conversation + "/messages").body();
    assertThat(said).contains("hello from new");
  }

  @Test
  void whatBeganWithAnIdentityOfTheOtherGoesBackWithIt() {
    var id = merge(owner, anna, work).json().path("id").asString();
    var since = write(chat, "work", "A. Rossi", WORK);
    var appointment = book("A. Rossi", ANNA);

    undo(anna, id);

    assertThat(contactOf(since)).isEqualTo(work);
    assertThat(owner.get(appointment).json().path("contact").path("id").asString()).isEqualTo(anna);
  }

  private TestApi.Answer merge(Client who, String kept, String other, String... take) {
    return who.post(
        "/api/contacts/" + kept + "/merges", Map.of("otherId", other, "take", List.of(take)));
  }

  private TestApi.Answer undo(String kept, String merge) {
    return owner.post("/api/contacts/" + kept + "/merges/" + merge + "/undo", null);
  }

  private void note(String contact, String text) {
    owner.put("/api/contacts/" + contact + "/notes", Map.of("notes", text));
  }

  private UUID connect(String name) {
    var outcome =
        tenancy.as(
            owner.tenant().id(),
            () -> channels.connect("webchat", name, Optional.empty(), Map.of(), Map.of()));
    return ((Channels.ConnectOutcome.Connected) outcome).channel().id();
  }

  /** The conversation that it is in. */
  private UUID write(UUID channel, String address, String name, String phone) {
    var message =
        new InboundMessage(
            "webchat",
            new Identity(channel, address, name, Optional.of(phone)),
            UUID.randomUUID().toString(),
            "text",
            "hello from " + address,
            List.of(),
            Optional.empty());
    return tenancy.as(
        owner.tenant().id(),
        () ->
            inbound
                .receive(List.of(message), Optional.empty(), "test-correlation")
                .getFirst()
                .conversation());
  }

  private String contactOf(UUID conversation) {
    return owner
        .get("/api/conversations/" + conversation)
        .json()
        .path("contact")
        .path("id")
        .asString();
  }

  /** The path of the appointment. */
  private String book(String name, String phone) {
    var service = owner.get("/api/services").json().path("items").path(0).path("id").asString();
    var now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    var free =
        owner
            .get(
                "/api/appointments/available?service=%s&from=%s&to=%s"
                    .formatted(service, now, now.plus(14, ChronoUnit.DAYS)))
            .json()
            .path("slots")
            .path(3);
    var made =
        owner.post(
            "/api/appointments",
            Map.of(
                "serviceId",
                service,
                "start",
                free.path("start").asString(),
                "contact",
                Map.of("name", name, "phone", phone)));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return "/api/appointments/" + made.json().path("id").asString();
  }

  private List<String> contacts() {
    return owner
        .get("/api/contacts")
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  private List<String> actions() {
    return owner
        .get("/api/audit")
        .json()
        .path("items")
        .valueStream()
        .map((JsonNode item) -> item.path("action").asString())
        .toList();
  }

  private static UUID id(String text) {
    return UUID.fromString(text);
  }
}
