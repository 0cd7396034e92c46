package frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.TestApi.Answer;
import frontdesk.TestApi.Client;
import frontdesk.channels.Channels;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every operation of the API document, with every role, without a credential, and with the real ids
 * of another tenant. What is not in {@code matrix.txt} fails.
 */
@DatabaseTest
class MatrixTests {

  private static final Map<Character, Role> ROLES =
      Map.of(
          'O', Role.OWNER,
          'M', Role.MANAGER,
          'P', Role.OPERATOR,
          'R', Role.ORDER_MANAGER,
          'A', Role.ACCOUNTANT);

  private static final List<String> IDS =
      List.of(
          "service",
          "provider",
          "appointment",
          "contact",
          "conversation",
          "message",
          "channel",
          "member",
          "invitation",
          "session",
          "run",
          "label",
          "job",
          "scheduled",
          "saved",
          "absence",
          "view",
          "guest",
          "merge");

  @Autowired TestApi api;
  @Autowired Channels channels;
  @Autowired Tenancy tenancy;

  private Matrix matrix;

  @BeforeEach
  void read() throws IOException {
    matrix = Matrix.read();
  }

  @Test
  void knowsEveryOperationOfTheDocument() {
    var documented = new TreeSet<String>();
    var paths = api.anonymous().get("/v3/api-docs").json().path("paths");
    paths
        .propertyStream()
        .forEach(
            path ->
                path.getValue().propertyNames().stream()
                    .filter(Set.of("get", "post", "put", "delete", "patch")::contains)
                    .forEach(
                        method ->
                            documented.add(
                                method.toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey().replaceAll("\\{[^}]+}", "{}"))));

    var listed = new TreeSet<>(matrix.routes().stream().map(Matrix.Route::pattern).toList());

    assertThat(listed).isEqualTo(documented);
  }

  @Test
  void asksStrangersForACredential() {
    var strays = new TreeSet<String>();
    var nobody = nobodysIds();
    for (var route : matrix.routes()) {
      var status = status(api.anonymous(), route, nobody, nobody);
      var open = Set.of("public", "visitor", "vendor").contains(route.who());
      if (status >= 500 || !open && status != 401) {
        strays.add(route + " answers a stranger " + status);
      }
    }
    assertThat(strays).isEmpty();
  }

  @Test
  void letsEveryRoleDoWhatItMayAndNothingElse() {
    var strays = new TreeSet<String>();
    var business = api.owner().tenant();
    var nobody = nobodysIds();
    ROLES.forEach(
        (letter, role) -> {
          for (var route : matrix.routes()) {
            var member = api.member(business, role);
            var may = route.who().equals("account") || route.who().indexOf(letter) >= 0;
            if (route.forMembers() || route.who().equals("account")) {
              var status = status(member, route, nobody, nobody);
              if (status >= 500 || status == 401 || may == (status == 403)) {
                strays.add("%s answers %s %d".formatted(route, role.word(), status));
              }
            } else if (route.who().equals("platform")
                && status(member, route, nobody, nobody) != 404) {
              strays.add(route + " shows itself to " + role.word());
            }
          }
        });
    assertThat(strays).isEmpty();
  }

  @Test
  void hidesAnotherTenantsRowsWhateverIsTriedWithTheirIds() {
    var strays = new TreeSet<String>();
    var me = api.owner();
    var they = api.owner();
    var mine = ids(me);
    var theirs = ids(they);
    var before = everything(they);

    for (var route : matrix.routes()) {
      if (route.namesIds() && (route.forMembers() || route.who().equals("account"))) {
        var status = status(me, route, theirs, mine);
        if (status != 404) {
          strays.add("%s with their id in the path answers %d".formatted(route, status));
        }
      }
      if (route.asksForIds() && !route.who().equals("platform")) {
        var answer =
            me.send(route.method(), route.path(mine, theirs), emptyToNull(route.body(theirs)));
        if (answer.status() >= 500 || answer.status() < 300 && shows(answer, theirs)) {
          strays.add(
              "%s with their id in the question answers %d".formatted(route, answer.status()));
        }
      }
    }

    assertThat(strays).isEmpty();
    assertThat(everything(they)).isEqualTo(before);
  }

  private int status(
      Client who, Matrix.Route route, Map<String, String> inPath, Map<String, String> inQuestion) {
    return api.status(who, route.method(), route.path(inPath, inQuestion), route.body(inQuestion));
  }

  /**
   * A list may answer that it is empty; a change may not succeed, and nothing of theirs is shown.
   */
  private static boolean shows(Answer answer, Map<String, String> theirs) {
    var empty =
        answer.json().path("items").isEmpty()
            && answer.json().path("slots").isEmpty()
            && (answer.json().has("items") || answer.json().has("slots"));
    return !empty || IDS.stream().anyMatch(kind -> answer.body().contains(theirs.get(kind)));
  }

  private static Map<String, String> nobodysIds() {
    var ids = new HashMap<>(times());
    IDS.forEach(kind -> ids.put(kind, UUID.randomUUID().toString()));
    ids.put("slug", "nobody");
    return ids;
  }

  /** A row of every kind, and its id. */
  private Map<String, String> ids(Client owner) {
    var ids = new HashMap<>(times());
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("sandbox", "Try it", Optional.empty(), Map.of(), Map.of()));
    ids.put("slug", owner.tenant().slug());
    ids.put("run", UUID.randomUUID().toString());
    owner.post("/api/setup/template", Map.of("template", "salon"));
    ids.put("service", first(owner.get("/api/services")));
    ids.put("provider", first(owner.get("/api/providers")));
    var free =
        owner.get(
            "/api/appointments/available?service=%s&from=%s&to=%s"
                .formatted(ids.get("service"), ids.get("from"), ids.get("to")));
    var made =
        owner.post(
            "/api/appointments",
            Map.of(
                "serviceId", ids.get("service"),
                "start", free.json().path("slots").path(0).path("start").asString(),
                "contact", Map.of("name", "Ada", "phone", "+393335550100")));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    ids.put("appointment", made.json().path("id").asString());
    ids.put("start", free.json().path("slots").path(9).path("start").asString());
    ids.put("contact", first(owner.get("/api/contacts")));
    owner.post(
        "/api/appointments",
        Map.of(
            "serviceId", ids.get("service"),
            "start", free.json().path("slots").path(5).path("start").asString(),
            "contact", Map.of("name", "Bea", "phone", "+393335550101")));
    var merged =
        owner.post(
            "/api/contacts/" + ids.get("contact") + "/merges",
            Map.of("otherId", first(owner.get("/api/contacts"))));
    assertThat(merged.status()).as(merged.body()).isEqualTo(201);
    ids.put("merge", merged.json().path("id").asString());
    ids.put("member", owner.get("/api/me").json().path("user").path("id").asString());
    var invited =
        owner.post(
            "/api/invitations",
            Map.of("email", "new-" + UUID.randomUUID() + "@example.com", "role", "operator"));
    ids.put("invitation", invited.json().path("id").asString());
    ids.put("session", first(owner.get("/api/auth/sessions")));
    ids.put("channel", first(owner.get("/api/channels")));
    var written = owner.post("/api/sandbox/messages", Map.of("text", "hello", "clientId", "c0"));
    assertThat(written.status()).as(written.body()).isEqualTo(202);
    ids.put("conversation", written.json().path("conversationId").asString());
    ids.put("guest", first(owner.get("/api/contacts")));
    var messages = "/api/conversations/" + ids.get("conversation") + "/messages";
    // The assistant's answer changes what the owner sees: it has come before anything is compared.
    await().until(() -> owner.get(messages).json().path("items").size() > 1);
    ids.put("message", first(owner.get(messages)));
    owner.post("/api/labels", Map.of("name", "VIP " + UUID.randomUUID(), "color", 1));
    ids.put("label", first(owner.get("/api/labels")));
    var job = owner.post("/api/bulk", Map.of("action", "read", "ids", List.of()));
    ids.put("job", job.json().path("jobId").asString());
    var later = "/api/conversations/" + ids.get("conversation") + "/scheduled";
    var scheduled = owner.post(later, Map.of("text", "hello", "at", ids.get("start")));
    ids.put("scheduled", scheduled.json().path("id").asString());
    owner.post("/api/saved-replies", Map.of("title", "Way here", "text", "At the station"));
    ids.put("saved", first(owner.get("/api/saved-replies")));
    owner.post("/api/saved-views", Map.of("name", "Mine", "view", "mine", "search", ""));
    ids.put("view", first(owner.get("/api/saved-views")));
    var away =
        Map.of(
            "providerId", ids.get("provider"),
            "start", Instant.parse(ids.get("to")).toString(),
            "end", Instant.parse(ids.get("to")).plus(1, ChronoUnit.HOURS).toString());
    ids.put("absence", owner.post("/api/time-off", away).json().path("id").asString());
    assertThat(ids.values()).noneMatch(String::isEmpty);
    return ids;
  }

  private static Map<String, String> times() {
    var now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    return Map.of(
        "from", now.toString(),
        "to", now.plus(14, ChronoUnit.DAYS).toString(),
        "start", now.plus(2, ChronoUnit.DAYS).toString());
  }

  private static String first(Answer list) {
    assertThat(list.status()).as(list.body()).isEqualTo(200);
    return list.json().path("items").path(0).path("id").asString();
  }

  /** All that a tenant's owner sees, to be compared. */
  private static List<String> everything(Client owner) {
    return Stream.of(
            "services",
            "providers",
            "time-off",
            "appointments",
            "contacts",
            "channels",
            "labels",
            "saved-replies",
            "saved-views",
            "hours",
            "business")
        .map(what -> owner.get("/api/" + what).body())
        .toList();
  }

  private static String emptyToNull(String body) {
    return body.isEmpty() ? null : body;
  }
}
