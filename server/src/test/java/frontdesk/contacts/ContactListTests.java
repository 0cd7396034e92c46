package frontdesk.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.TestClock;
import frontdesk.database.Pipeline;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of contacts, page by page, in each order. */
@DatabaseTest
class ContactListTests {

  @Autowired private TestApi api;
  @Autowired private TestClock clock;
  @Autowired private Tenancy tenancy;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcOperations jdbc;
  @Autowired private Contacts contacts;

  private Client owner;

  @BeforeEach
  void freshBusiness() {
    owner = api.owner();
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "-name", "seen", "-seen", "created", "-created"})
  void showsEachOnceThoughAllAreEqual(String sort) {
    var ids = IntStream.range(0, 25).mapToObj(n -> add("Anna | Rossi")).toList();
    allAtTheSameMoment();

    var pages = pages("sort=" + sort, 10);

    assertThat(pages).extracting(List::size).containsExactly(10, 10, 5);
    assertThat(pages.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void putsNamesInOrderWhateverTheirAccentsAndTheNamelessBehindThem() {
    var names = List.of("Zoe", "élan", "", "Ångström", "anna", "Emma", "李雷");
    names.forEach(this::add);

    assertThat(names("sort=name"))
        .containsExactly("Ångström", "anna", "élan", "Emma", "Zoe", "李雷", "");
    assertThat(names("sort=-name"))
        .containsExactly("", "李雷", "Zoe", "Emma", "élan", "anna", "Ångström");
    assertThat(names("sort=name&q=ANGSTROM")).containsExactly("Ångström");
  }

  @Test
  void goesOnWhereItWasThoughTheLastRowShownHasMoved() {
    var nameless = add("");
    List.of("Ada", "Bice", "Carla").forEach(this::add);
    var first = owner.get("/api/contacts?sort=-name&limit=2").json();
    assertThat(first.at("/items/0/id").asString()).isEqualTo(nameless.toString());
    assertThat(first.at("/items/1/name").asString()).isEqualTo("Carla");

    // from the very front to the very end
    as(() -> contacts.learn(nameless, Optional.of("Aaa"), Optional.empty(), Optional.empty()));

    var rest = owner.get("/api/contacts?sort=-name&cursor=" + first.path("next").asString()).json();
    assertThat(rest.path("items").findValuesAsString("name")).containsExactly("Bice", "Ada", "Aaa");
  }

  @Test
  void showsWhoWroteLastOnTopAndLosesNobodyElseBetweenPages() {
    var all = List.of(add("Ada"), add("Bice"), add("Carla"), add("Dina"));
    var first = owner.get("/api/contacts?sort=-seen&limit=2").json();
    assertThat(first.path("items").findValuesAsString("name")).containsExactly("Dina", "Carla");

    clock.set(clock.instant().plus(Duration.ofMinutes(6)));
    wrote(all.getFirst());

    var rest = owner.get("/api/contacts?sort=-seen&cursor=" + first.path("next").asString()).json();
    assertThat(rest.path("items").findValuesAsString("name")).containsExactly("Bice");
    assertThat(names("sort=-seen")).containsExactly("Ada", "Dina", "Carla", "Bice");
  }

  @Test
  void writesWhenSomebodyWasSeenOnceInSomeMinutes() {
    var ada = add("Ada");
    var made = contact(ada).lastSeenAt();

    clock.set(made.plus(Duration.ofMinutes(1)));
    wrote(ada);
    assertThat(contact(ada).lastSeenAt()).isEqualTo(made);

    clock.set(made.plus(Duration.ofMinutes(6)));
    wrote(ada);
    assertThat(contact(ada).lastSeenAt()).isAfterOrEqualTo(made.plus(Duration.ofMinutes(6)));
  }

  @Test
  void takesNamesOfAnyLength() {
    add("x".repeat(5_000));
    add("y");
    var next = owner.get("/api/contacts?sort=name&limit=1").json().path("next").asString();

    assertThat(names("sort=name&cursor=" + next)).containsExactly("y");
  }

  @Test
  void refusesAnOrderAndACursorThatItDoesNotKnow() {
    assertThat(owner.get("/api/contacts?sort=notes").status()).isEqualTo(422);
    add("Ada");
    add("Bice");
    var next = owner.get("/api/contacts?sort=name&limit=1").json().path("next").asString();
    assertThat(owner.get("/api/contacts?sort=seen&cursor=" + next).status())
        .isEqualTo(owner.get("/api/contacts?cursor=nonsense").status());
  }

  @Test
  void narrowsByTheChannelThatKnowsThem() {
    var channel = UUID.randomUUID();
    add("Ada");
    as(
        () ->
            contacts.identify(
                new Identity(channel, "visitor-1", "Bice", Optional.empty(), Optional.empty())));

    assertThat(names("channel=" + channel)).containsExactly("Bice");
    var orderManager = api.member(owner.tenant(), Role.ORDER_MANAGER);
    assertThat(
            orderManager
                .get("/api/contacts?channel=" + channel)
                .json()
                .path("items")
                .findValuesAsString("name"))
        .as("by what is not shown nobody is found")
        .containsExactlyInAnyOrder("Ada", "Bice");
  }

  @Test
  void keepsTheViewsOfEachListApart() {
    var view = Map.of("list", "contacts", "name", "By name", "view", "all", "search", "sort=name");
    assertThat(owner.post("/api/saved-views", view).status()).isEqualTo(201);

    var kept = owner.get("/api/saved-views").json().path("items");
    assertThat(kept.findValuesAsString("list")).containsExactly("contacts");
    var elsewhere = Map.of("list", "contacts", "name", "Mine", "view", "mine");
    assertThat(owner.post("/api/saved-views", elsewhere).status()).isEqualTo(422);
    var unknown = Map.of("list", "orders", "name", "Mine", "view", "all");
    assertThat(owner.post("/api/saved-views", unknown).status()).isEqualTo(422);
  }

  private UUID add(String name) {
    return tenancy.as(
        owner.tenant().id(),
        () -> contacts.findOrCreate(name, Optional.empty(), Optional.empty()).id());
  }

  private Contact contact(UUID id) {
    return tenancy.as(owner.tenant().id(), () -> contacts.find(id).orElseThrow());
  }

  private void wrote(UUID contact) {
    as(
        () ->
            transaction.executeWithoutResult(
                tx -> {
                  var pipeline = new Pipeline(jdbc);
                  contacts.seen(pipeline, List.of(contact));
                  pipeline.send();
                }));
  }

  private void allAtTheSameMoment() {
    as(
        () ->
            transaction.executeWithoutResult(
                tx ->
                    jdbc.update(
                        "UPDATE contact SET created_at = now(), last_seen_at = now() WHERE"
                            + " tenant_id = ?",
                        owner.tenant().id().value())));
  }

  private void as(Runnable work) {
    tenancy.as(owner.tenant().id(), work);
  }

  private List<String> names(String query) {
    return owner.get("/api/contacts?" + query).json().path("items").findValuesAsString("name");
  }

  private List<List<UUID>> pages(String query, int limit) {
    var pages = new ArrayList<List<UUID>>();
    var cursor = Optional.of("");
    while (cursor.isPresent()) {
      var page =
          owner
              .get("/api/contacts?%s&limit=%d&cursor=%s".formatted(query, limit, cursor.get()))
              .json();
      pages.add(
          page.path("items").findValuesAsString("id").stream().map(UUID::fromString).toList());
      cursor = Optional.of(page.path("next")).filter(n -> !n.isNull()).map(n -> n.asString());
    }
    return pages;
  }
}
