package frontdesk.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.channels.Channels;
import frontdesk.contacts.Contacts;
import frontdesk.identity.Members;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Roles that see a part: of the inbox what led to an appointment, of a contact what they need. */
@DatabaseTest
class SeeingTests {

  @Autowired private TestApi api;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;
  @Autowired private Contacts contacts;
  @Autowired private Conversations conversations;
  @Autowired private Members members;

  private Client owner;
  private Client orderManager;
  private Client accountant;
  private String hidden;
  private String booked;

  @BeforeEach
  void twoConversationsOfWhichOneLedToAnAppointment() {
    owner = api.owner();
    orderManager = api.member(owner.tenant(), Role.ORDER_MANAGER);
    accountant = api.member(owner.tenant(), Role.ACCOUNTANT);
    as(() -> channels.connect("webchat", "Chat", Optional.empty(), Map.of(), Map.of()));
    hidden = write("a question about parking");
    booked = write("a haircut about noon");
    as(() -> conversations.ledToBooking(UUID.fromString(booked)));
  }

  @Test
  void listsCountsAndFindsOnlyWhatLedToAnAppointment() {
    assertThat(ids(orderManager, "/api/conversations")).containsExactly(booked);
    assertThat(ids(orderManager, "/api/conversations?q=about")).containsExactly(booked);
    assertThat(ids(orderManager, "/api/conversations?q=parking")).isEmpty();
    assertThat(orderManager.get("/api/conversations/counts").json().path("all").asInt()).isOne();
    assertThat(ids(owner, "/api/conversations")).containsExactlyInAnyOrder(booked, hidden);
    assertThat(owner.get("/api/conversations/counts").json().path("all").asInt()).isEqualTo(2);
    assertThat(accountant.get("/api/conversations").status()).isEqualTo(403);
  }

  @Test
  void hidesTheOthersInEveryWayOfAskingAndActing() {
    var run = UUID.randomUUID();
    for (var path : List.of("", "/messages", "/runs/" + run, "/attachments/" + run)) {
      assertThat(orderManager.get("/api/conversations/" + hidden + path).status()).isEqualTo(404);
    }
    for (var action : List.of("takeover", "resume", "close", "reopen", "read", "unread", "stop")) {
      assertThat(orderManager.post("/api/conversations/" + hidden + "/" + action, null).status())
          .as(action)
          .isEqualTo(404);
    }
    var text = Map.of("text", "hello");
    assertThat(orderManager.post("/api/conversations/" + hidden + "/messages", text).status())
        .isEqualTo(404);
    assertThat(orderManager.post("/api/conversations/" + booked + "/notes", text).status())
        .isEqualTo(201);
    assertThat(ids(owner, "/api/conversations/" + hidden + "/messages")).isNotEmpty();
  }

  @Test
  void oneMessageIsFoundInItsOwnConversationAloneByWhoSeesIt() {
    var items = owner.get(of(hidden)).json().path("items");
    var message = items.path(items.size() - 1).path("id").asString();

    var found = owner.get(of(hidden) + "/" + message);
    assertThat(found.json().path("text").asString()).isEqualTo("a question about parking");
    assertThat(found.json().path("seq").asInt()).isOne();
    assertThat(owner.get(of(booked) + "/" + message).status()).isEqualTo(404);
    assertThat(owner.get(of(hidden) + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(orderManager.get(of(hidden) + "/" + message).status()).isEqualTo(404);
    assertThat(api.owner().get(of(hidden) + "/" + message).status()).isEqualTo(404);
  }

  private static String of(String conversation) {
    return "/api/conversations/" + conversation + "/messages";
  }

  @Test
  void streamsOnlyWhatTheListShows() throws Exception {
    try (var events = new Events(orderManager)) {
      owner.post("/api/conversations/" + hidden + "/notes", Map.of("text", "not for you"));
      owner.post("/api/conversations/" + hidden + "/close", null);
      owner.post("/api/conversations/" + booked + "/notes", Map.of("text", "for you"));

      assertThat(events.untilItSays("for you")).noneMatch(line -> line.contains(hidden));
    }
  }

  @Test
  void showsALimitedOperatorWhatIsTheirsOrNobodysAndNothingElse() {
    var operator = limited();
    var id = operator.get("/api/me").json().path("user").path("id").asString();
    owner.post("/api/conversations/" + hidden + "/takeover", null);

    assertThat(ids(operator, "/api/conversations")).containsExactly(booked);
    assertThat(ids(operator, "/api/conversations?q=parking")).isEmpty();
    assertThat(operator.get("/api/conversations/counts").json().path("all").asInt()).isOne();
    assertThat(operator.get("/api/conversations/" + hidden + "/messages").status()).isEqualTo(404);
    assertThat(operator.post("/api/conversations/" + hidden + "/takeover", null).status())
        .isEqualTo(404);
    owner.post("/api/conversations/" + hidden + "/assign", Map.of("memberId", id));
    assertThat(ids(operator, "/api/conversations")).containsExactlyInAnyOrder(booked, hidden);
  }

  @Test
  void tellsALimitedOperatorNothingOfWhatIsAnothersButThatItIsGone() throws Exception {
    var operator = limited();
    var manager = api.member(owner.tenant(), Role.MANAGER);
    owner.post("/api/conversations/" + hidden + "/takeover", null);
    try (var events = new Events(operator)) {
      owner.post("/api/conversations/" + hidden + "/notes", Map.of("text", "not for you"));
      manager.post("/api/conversations/" + hidden + "/takeover", null);
      owner.post("/api/conversations/" + booked + "/notes", Map.of("text", "for you"));
      assertThat(events.untilItSays("for you")).noneMatch(line -> line.contains(hidden));
    }
    try (var events = new Events(operator)) {
      owner.post("/api/conversations/" + booked + "/takeover", null);
      assertThat(events.untilItSays(booked)).contains("event:conversation.gone");
    }
  }

  /** An operator whose inbox ends at what is theirs or nobody's. */
  private Client limited() {
    var operator = api.member(owner.tenant(), Role.OPERATOR);
    var id = operator.get("/api/me").json().path("user").path("id").asString();
    var path = "/api/members/" + id + "/own-conversations";
    assertThat(owner.put(path, Map.of("only", true)).status()).isEqualTo(204);
    return operator;
  }

  @Test
  void endsTheStreamOfWhoMaySeeItNoMore() throws Exception {
    var operator = api.member(owner.tenant(), Role.OPERATOR);
    try (var events = new Events(operator)) {
      as(
          () ->
              members.all().stream()
                  .filter(member -> member.account().equals(operator.account()))
                  .forEach(member -> members.changeRole(member, Role.ACCOUNTANT)));
      owner.post("/api/conversations/" + booked + "/notes", Map.of("text", "not for you"));

      assertThat(events.toTheEnd()).noneMatch(line -> line.contains("not for you"));
    }
  }

  @Test
  void showsOfAContactWhatTheRoleNeeds() {
    var contact =
        tenancy.as(
            owner.tenant().id(),
            () ->
                contacts.findOrCreate(
                    "Ada Test", Optional.of("+393335550101"), Optional.of("ada@example.com")));
    var path = "/api/contacts/" + contact.id();

    var ofOrders = orderManager.get(path).json();
    assertThat(ofOrders.path("name").asString()).isEqualTo("Ada Test");
    assertThat(ofOrders.path("phone").asString()).isEqualTo("•••101");
    assertThat(ofOrders.has("email")).isFalse();
    assertThat(ofOrders.has("notes")).isFalse();
    var ofBills = accountant.get(path).json();
    assertThat(ofBills.path("email").asString()).isEqualTo("ada@example.com");
    assertThat(ofBills.has("phone")).isFalse();
    assertThat(orderManager.get("/api/contacts?q=3335550101").json().path("items")).isEmpty();
    assertThat(orderManager.get("/api/contacts?q=example").json().path("items")).isEmpty();
    assertThat(orderManager.get("/api/contacts?q=Ada").json().path("items")).hasSize(1);
    assertThat(owner.get("/api/contacts?q=333+555+0101").json().path("items")).hasSize(1);
    assertThat(orderManager.put(path + "/notes", Map.of("notes", "x")).status()).isEqualTo(403);
    assertThat(owner.get(path).json().path("phone").asString()).isEqualTo("+393335550101");
  }

  @Test
  void streamsNoMoreOfAPhoneThanItsEndToWhoMaySeeNoContacts() throws Exception {
    try (var ofOrders = new Events(orderManager);
        var ofOwner = new Events(owner)) {
      book();
      owner.post("/api/conversations/" + booked + "/notes", Map.of("text", "over"));

      assertThat(ofOrders.untilItSays("over"))
          .anyMatch(line -> line.contains("\"Ada Test\"") && line.contains("•••101"))
          .noneMatch(line -> line.contains("3335550101") || line.contains("ada@example.com"));
      assertThat(ofOwner.untilItSays("over")).anyMatch(line -> line.contains("+393335550101"));
    }
  }

  private void book() {
    owner.put(
        "/api/hours",
        Map.of(
            "weekly",
            Stream.of(DayOfWeek.values())
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .map(day -> Map.of("day", day, "open", "00:00", "close", "23:00"))
                .toList(),
            "exceptions",
            List.of()));
    var service = id(owner.post("/api/services", Map.of("name", "Cut", "durationMinutes", 30)));
    owner.post("/api/providers", Map.of("name", "Elena", "serviceIds", List.of(service)));
    var day = LocalDate.now().plusDays(2);
    var free = "/api/appointments/available?service=%s&from=%s&to=%s";
    var slot = owner.get(free.formatted(service, day, day.plusDays(1))).json().at("/slots/0/start");
    var guest = Map.of("name", "Ada Test", "phone", "+393335550101", "email", "ada@example.com");
    var answer =
        owner.post(
            "/api/appointments",
            Map.of("serviceId", service, "start", slot.asString(), "contact", guest));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  private static String id(TestApi.Answer answer) {
    return answer.json().path("id").asString();
  }

  /** As a visitor; the conversation it began. */
  private String write(String text) {
    var chat = "/api/public/" + owner.tenant().slug() + "/chat/";
    var token = api.anonymous().post(chat + "sessions", Map.of()).json().path("token").asString();
    var known = ids(owner, "/api/conversations");
    api.anonymous()
        .post(
            chat + "messages",
            Map.of("text", text, "clientId", "c1"),
            "Authorization",
            "Bearer " + token);
    return ids(owner, "/api/conversations").stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(Client who, String path) {
    return who.get(path)
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  private void as(Runnable work) {
    tenancy.as(owner.tenant().id(), work);
  }

  /** A member's open stream. */
  private final class Events implements AutoCloseable {

    private final Stream<String> lines;

    Events(Client who) throws IOException, InterruptedException {
      var request =
          HttpRequest.newBuilder(URI.create(api.base() + "/api/events"))
              .header("Authorization", "Bearer " + who.bearer())
              .build();
      var body = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body();
      lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)).lines();
    }

    List<String> untilItSays(String words) {
      var heard = new ArrayList<String>();
      lines
          .peek(heard::add)
          .filter(line -> line.contains("\"" + words + "\""))
          .findFirst()
          .orElseThrow();
      return heard;
    }

    List<String> toTheEnd() {
      return lines.toList();
    }

    @Override
    public void close() {
      lines.close();
    }
  }
}
