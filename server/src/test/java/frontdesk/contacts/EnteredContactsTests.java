package frontdesk.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Answer;
import frontdesk.TestApi.Client;
import frontdesk.identity.Role;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Contacts added and changed by hand. */
@DatabaseTest
class EnteredContactsTests {

  private static final String PHONE = "+393331234567";

  @Autowired private TestApi api;
  @Autowired private Tenancy tenancy;
  @Autowired private Contacts contacts;
  @Autowired private LiveEvents events;

  private Client owner;

  @BeforeEach
  void italianBusiness() {
    owner = api.owner();
    var changed = owner.get("/api/business").json();
    assertThat(
            owner
                .put(
                    "/api/business",
                    Map.of(
                        "name", changed.path("name").asString(),
                        "timezone", "Europe/Rome",
                        "country", "IT",
                        "currency", "EUR",
                        "locale", "it"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void addsAContactWithAllThatIsKnown() {
    var answer =
        add(
            Map.of(
                "name", " Anna Rossi ",
                "phone", "333 123 4567",
                "email", "anna@example.com",
                "language", "pt_br",
                "notes", "Likes tea"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    var anna = answer.json();
    assertThat(anna.path("name").asString()).isEqualTo("Anna Rossi");
    assertThat(anna.path("phone").asString()).isEqualTo(PHONE);
    assertThat(anna.path("email").asString()).isEqualTo("anna@example.com");
    assertThat(anna.path("language").asString()).isEqualTo("pt-BR");
    assertThat(anna.path("notes").asString()).isEqualTo("Likes tea");
    assertThat(owner.get("/api/contacts/" + id(answer)).json()).isEqualTo(anna);
    assertThat(names("q=anna")).containsExactly("Anna Rossi");
    assertThat(actions()).contains("contact.added");
  }

  @Test
  void joinsWhoWritesFromTheNumberThatWasEntered() {
    var anna = id(add(Map.of("name", "Anna", "phone", "333 1234567")));

    var writer =
        tenancy.as(
            owner.tenant().id(),
            () ->
                contacts.identify(
                    new Identity(UUID.randomUUID(), "393331234567", "anna.r", Optional.of(PHONE))));

    assertThat(writer.id()).hasToString(anna);
  }

  @Test
  void refusesThePhoneOfAnotherHoweverItIsWrittenAndNamesThem() {
    var anna = id(add(Map.of("name", "Anna Rossi", "phone", "+39 333 123 4567")));

    var again = add(Map.of("name", "A. Rossi", "phone", "3331234567"), "Accept-Language", "it");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("contact-exists");
    assertThat(again.json().path("contactId").asString()).isEqualTo(anna);
    assertThat(again.json().at("/errors/0/field").asString()).isEqualTo("phone");
    assertThat(again.json().at("/errors/0/message").asString())
        .isEqualTo("Questo numero è già di Anna Rossi.");
    assertThat(names("")).containsExactly("Anna Rossi");
  }

  @Test
  void refusesTheEmailOfAnotherInCapitalsToo() {
    var anna = id(add(Map.of("name", "Anna", "email", "anna@example.com")));
    var ben = id(add(Map.of("name", "Ben")));

    var changed = change(ben, Map.of("email", "Anna@Example.com"));

    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.json().path("contactId").asString()).isEqualTo(anna);
    assertThat(changed.json().at("/errors/0/field").asString()).isEqualTo("email");
  }

  @Test
  void letsOneOnlyHaveANumberThatManyEnterAtOnce() {
    var answers =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> add(Map.of("name", "Anna " + n, "phone", PHONE))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
    assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
    assertThat(names("")).hasSize(1);
  }

  @Test
  void changesWhatIsGivenAndLeavesTheRest() {
    var anna = id(add(Map.of("name", "Anna", "phone", PHONE, "notes", "Likes tea")));

    var changed = change(anna, Map.of("name", "Anna Rossi", "language", "it"));

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().path("name").asString()).isEqualTo("Anna Rossi");
    assertThat(changed.json().path("phone").asString()).isEqualTo(PHONE);
    assertThat(changed.json().path("language").asString()).isEqualTo("it");
    assertThat(changed.json().path("notes").asString()).isEqualTo("Likes tea");
    assertThat(names("sort=name&q=rossi")).containsExactly("Anna Rossi");
    assertThat(actions()).contains("contact.changed");
  }

  @Test
  void takesAwayWhatIsEmptiedAndFreesItForOthers() {
    var anna = id(add(Map.of("name", "Anna", "phone", PHONE, "email", "anna@example.com")));

    var changed = change(anna, Map.of("phone", " ", "email", ""));

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().has("phone")).isFalse();
    assertThat(changed.json().has("email")).isFalse();
    assertThat(add(Map.of("name", "Ben", "phone", PHONE)).status()).isEqualTo(201);
  }

  @Test
  void sharesAPhoneThatTwoHadBeforeWhenOneOfThemIsRenamed() {
    var anna = id(add(Map.of("name", "Anna", "phone", PHONE)));
    var said = known("Ben");
    tenancy.as(
        owner.tenant().id(),
        () -> contacts.learn(said, Optional.empty(), Optional.of(PHONE), Optional.empty()));

    var renamed = change(said.toString(), Map.of("name", "Ben Neri"));
    var vouched = change(said.toString(), Map.of("phone", PHONE));

    assertThat(renamed.status()).isEqualTo(200);
    assertThat(vouched.json().path("contactId").asString())
        .as("what was merely said becomes theirs only when nobody has it")
        .isEqualTo(anna);
  }

  @Test
  void vouchesForThePhoneThatAVisitorSaid() {
    var ben = known("Ben");
    tenancy.as(
        owner.tenant().id(),
        () -> contacts.learn(ben, Optional.empty(), Optional.of(PHONE), Optional.empty()));

    change(ben.toString(), Map.of("phone", PHONE));

    assertThat(add(Map.of("name", "Anna", "phone", PHONE)).json().path("contactId").asString())
        .isEqualTo(ben.toString());
  }

  @Test
  void changesWhomSomebodyWasMergedInto() {
    var anna = id(add(Map.of("name", "Anna")));
    var other = id(add(Map.of("name", "A. Rossi")));
    owner.post("/api/contacts/" + anna + "/merges", Map.of("otherId", other));

    var changed = change(other, Map.of("email", "anna@example.com"));

    assertThat(id(changed)).isEqualTo(anna);
    assertThat(changed.json().path("name").asString()).isEqualTo("Anna");
  }

  @ParameterizedTest
  @CsvSource({
    "phone, 12",
    "phone, call me",
    "email, anna",
    "language, klingonish",
  })
  void namesTheFieldThatIsWrong(String field, String text) {
    var anna = id(add(Map.of("name", "Anna")));

    for (var answer :
        List.of(add(Map.of("name", "Ben", field, text)), change(anna, Map.of(field, text)))) {
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactly(field);
    }
  }

  @Test
  void refusesWhatIsTooLongOrCannotBeStored() {
    for (var field : List.of("name", "phone", "email", "language", "notes")) {
      assertThat(fields(add(Map.of(field, "x".repeat(10_001))))).containsOnly(field);
      assertThat(fields(add(Map.of(field, "a\0b")))).containsOnly(field);
    }
    assertThat(add(Map.of("name", "李".repeat(200))).status()).isEqualTo(201);
  }

  @Test
  void needsSomethingThatSaysWhoItIs() {
    var anna = id(add(Map.of("name", "Anna")));

    assertThat(fields(add(Map.of("name", "  ", "notes", "Somebody")))).containsExactly("name");
    assertThat(fields(change(anna, Map.of("name", "")))).containsExactly("name");
    assertThat(change(known("").toString(), Map.of("language", "it")).status()).isEqualTo(200);
  }

  @Test
  void addsOnceWhatIsSentTwice() {
    var key = UUID.randomUUID().toString();
    var body = Map.of("name", "Anna", "phone", PHONE);

    var first = add(body, "Idempotency-Key", key);
    var again = add(body, "Idempotency-Key", key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(id(again)).isEqualTo(id(first));
    assertThat(names("")).hasSize(1);
  }

  @Test
  void isForThoseWhoSeeAllOfAContact() {
    var anna = id(add(Map.of("name", "Anna")));
    for (var role : List.of(Role.ORDER_MANAGER, Role.ACCOUNTANT)) {
      var member = api.member(owner.tenant(), role);
      assertThat(member.post("/api/contacts", Map.of("name", "Ben")).status()).isEqualTo(403);
      assertThat(member.send("PATCH", "/api/contacts/" + anna, Map.of("name", "Ben")).status())
          .isEqualTo(403);
    }
  }

  @Test
  void tellsWhoWatchesAndOnlyWhenSomethingChanged() {
    var anna = id(add(Map.of("name", "Anna")));
    var before = events.lastId(owner.tenant().id());

    change(anna, Map.of("name", "Anna"));
    assertThat(events.lastId(owner.tenant().id())).isEqualTo(before);
    change(anna, Map.of("name", "Anna Rossi"));
    assertThat(events.lastId(owner.tenant().id())).isNotEqualTo(before);
  }

  private Answer add(Map<String, String> body, String... headers) {
    return owner.post("/api/contacts", body, headers);
  }

  private Answer change(String contact, Map<String, String> body) {
    return owner.send("PATCH", "/api/contacts/" + contact, body);
  }

  private UUID known(String name) {
    return tenancy.as(
        owner.tenant().id(),
        () -> contacts.findOrCreate(name, Optional.empty(), Optional.empty()).id());
  }

  private static String id(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer.json().path("id").asString();
  }

  private static List<String> fields(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    return answer.json().path("errors").findValuesAsString("field");
  }

  private List<String> names(String query) {
    return owner.get("/api/contacts?" + query).json().path("items").findValuesAsString("name");
  }

  private List<String> actions() {
    return owner.get("/api/audit").json().path("items").findValuesAsString("action");
  }
}
