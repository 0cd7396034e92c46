package frontdesk.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type of message and change that WhatsApp sends, and what is stored of it. */
class WhatsAppPayloadsTests extends WhatsAppWorld {

  private static final Duration SOON = Duration.ofSeconds(5);

  @ParameterizedTest
  @CsvSource({
    "location, location, 'Piazza del Popolo Piazza del Popolo, Roma (41.9028, 12.4964)'",
    "contacts, text, Marta Neri +39 333 555 0102",
    "button, text, Confirm",
    "order, order, '1 × lamp-1, 49.5 EUR\nPlease'",
    "edit, text, Changed my mind",
    "unsupported, unsupported, ''",
    "interactive, unsupported, ''",
    "something_new, unsupported, ''"
  })
  void whatSaysSomethingIsStoredInWordsAndAnswered(String type, String kind, String text) {
    write(CUSTOMER, Map.of("type", type));

    assertThat(webhooks()).contains(200).doesNotContain(500);
    assertThat(texts(tenant, "contact")).containsExactly(text.replace("\\n", "\n"));
    assertThat(column(tenant, KINDS, "contact")).containsExactly(kind);
    await().atMost(SOON).until(() -> sends().size() == 1);
  }

  @Test
  void anEditAndAnAdvertisementLeaveALineBesideTheMessage() {
    write(CUSTOMER, Map.of("text", "hello", "referral", Map.of("headline", "Spring offer")));
    write(CUSTOMER, Map.of("type", "edit"));

    assertThat(texts(tenant, "contact")).containsExactly("hello", "Changed my mind");
    assertThat(column(tenant, EVENTS, "system")).containsExactly("referral", "edited");
  }

  @Test
  void buttonsAndListsComeBackAsTheirTitles() {
    write(CUSTOMER, Map.of("buttonReply", Map.of("id", "b1", "title", "Tomorrow at 10")));
    write(CUSTOMER, Map.of("listReply", Map.of("id", "r1", "title", "Haircut")));

    assertThat(texts(tenant, "contact")).containsExactly("Tomorrow at 10", "Haircut");
  }

  @ParameterizedTest
  @CsvSource({"reaction, reaction", "revoke, deleted"})
  void whatIsNoWordsIsALineInTheThreadAndNotAnswered(String type, String event) {
    write(number, CUSTOMER, "hello");
    await().atMost(SOON).until(() -> sends().size() == 1);

    write(CUSTOMER, Map.of("type", type, "id", "wamid.act"));
    write(CUSTOMER, Map.of("type", type, "id", "wamid.act"));

    assertThat(column(tenant, EVENTS, "system")).containsExactly(event);
    assertThat(texts(tenant, "contact")).containsExactly("hello");
    await()
        .during(Duration.ofMillis(400))
        .atMost(Duration.ofSeconds(2))
        .until(() -> sends().size() == 1);
  }

  @Test
  void aNewNumberIsTheSameCustomerInTheSameConversation() {
    write(number, CUSTOMER, "hello");
    await().atMost(SOON).until(() -> sends().size() == 1);

    write(CUSTOMER, Map.of("type", "system"));
    write(number, "393335550199", "it is me");

    await().atMost(SOON).until(() -> sends().size() == 2);
    assertThat(sends().getLast().path("to").asString()).isEqualTo("393335550199");
    assertThat(column(tenant, EVENTS, "system")).containsExactly("number-changed");
    assertThat(column(tenant, "SELECT phone FROM contact WHERE tenant_id = :t AND :a <> ''", "-"))
        .containsExactly("+393335550199");
  }

  @Test
  void aCustomerWithoutANumberIsAnsweredByUserId() {
    write(CUSTOMER, Map.of("bsuidOnly", true, "userId", "IT.13491208655302741918", "text", "hi"));

    await().atMost(SOON).until(() -> sends().size() == 1);
    assertThat(sends().getFirst().path("message").path("recipient").asString())
        .isEqualTo("IT.13491208655302741918");
    assertThat(column(tenant, CONVERSATIONS, "-")).containsExactly("IT.13491208655302741918");
  }

  @Test
  void aNewUserIdIsTheSameCustomer() {
    write(CUSTOMER, Map.of("userId", "IT.77", "bsuidOnly", true, "text", "one"));
    write(
        CUSTOMER,
        Map.of(
            "userId",
            "IT.77",
            "bsuidOnly",
            true,
            "type",
            "system",
            "system",
            Map.of("type", "user_changed_user_id", "user_id", "IT.88")));
    write(CUSTOMER, Map.of("userId", "IT.88", "bsuidOnly", true, "text", "two"));

    assertThat(texts(tenant, "contact")).containsExactly("one", "two");
    assertThat(column(tenant, CONVERSATIONS, "-")).containsExactly("IT.88");
  }

  @Test
  void whoHidesTheNumberLaterGoesOnInTheSameConversation() {
    write(CUSTOMER, Map.of("userId", "IT.77", "text", "one"));
    write(CUSTOMER, Map.of("userId", "IT.77", "bsuidOnly", true, "text", "two"));

    assertThat(texts(tenant, "contact")).containsExactly("one", "two");
    assertThat(column(tenant, CONVERSATIONS, "-")).containsExactly(CUSTOMER);
    var member = api.member(business, Role.OPERATOR);
    var contact = member.get("/api/contacts").json().at("/items/0/id").asString();
    assertThat(member.get("/api/contacts/" + contact).json().path("identities"))
        .extracting(identity -> identity.path("address").asString())
        .containsExactly(CUSTOMER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"history", "smb_app_state_sync", "message_template_status_update", "x"})
  void otherFieldsAreKeptInTheJournalAlone(String field) {
    control(
        "POST",
        "whatsapp/change",
        Map.of(
            "phoneNumberId",
            number,
            "field",
            field,
            "value",
            Map.of(
                "metadata",
                Map.of("phone_number_id", number),
                "messages",
                List.of(Map.of("from", CUSTOMER, "id", "wamid.old", "type", "text")))));

    assertThat(webhooks()).contains(200).doesNotContain(400, 500);
    assertThat(texts(tenant, "contact")).isEmpty();
    assertThat(column(tenant, JOURNAL, "%" + field + "%")).hasSize(1);
  }

  @Test
  void whatBefallsAnAccountShowsOnEachOfItsNumbers() {
    var second = number();
    for (var id : List.of(number, second)) {
      control("POST", "numbers", Map.of("phoneNumberId", id, "wabaId", "w" + number));
    }
    connectTo("w" + number, second);

    account("DISABLED_UPDATE", Map.of("ban_info", Map.of("waba_ban_state", "DISABLE")));
    assertThat(column(tenant, STATES, second)).containsExactly("blocked banned");
    assertThat(column(tenant, STATES, number)).containsExactly("live ");

    account("DISABLED_UPDATE", Map.of("ban_info", Map.of("waba_ban_state", "REINSTATE")));
    assertThat(column(tenant, STATES, second)).containsExactly("live ");
  }

  private void connectTo(String account, String phoneNumberId) {
    tenancy.as(
        tenant,
        () ->
            channels.connect(
                "whatsapp",
                "Second",
                java.util.Optional.of(phoneNumberId),
                Map.of("wabaId", account),
                Map.of("accessToken", "token", "appSecret", "of another app")));
  }

  @Test
  void aNumberOfAnotherMetaAppIsSignedWithThatAppsSecret() {
    var second = number();
    connectTo("w" + number, second);
    control("POST", "numbers", Map.of("phoneNumberId", second, "appSecret", "of another app"));
    write(second, CUSTOMER, "from the other app");
    assertThat(texts(tenant, "contact")).containsExactly("from the other app");

    control("POST", "numbers", Map.of("phoneNumberId", number, "appSecret", "of another app"));
    write(number, CUSTOMER, "forged");
    assertThat(texts(tenant, "contact")).containsExactly("from the other app");
  }

  @Test
  void showsThatAMessageIsReadWhileItIsAnswered() {
    write(CUSTOMER, Map.of("id", "wamid.seen", "text", "hello"));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(ledger("typing"))
                    .extracting(mark -> mark.path("messageId").asString())
                    .contains("wamid.seen"));
  }

  @Test
  void aReadMarkThatFailsHindersNothing() {
    control("PUT", "settings", Map.of("mode", "strict"));
    control(
        "POST",
        "numbers",
        Map.of("phoneNumberId", number, "accessToken", "token", "displayPhoneNumber", "+1 555 1"));
    control(
        "POST",
        "whatsapp/raw",
        Map.of("body", body(number, "wamid.never-seen-there", "hello"), "signature", "GOOD"));

    await().atMost(SOON).until(() -> !statuses(tenant).isEmpty());
    assertThat(column(tenant, STATES, number)).containsExactly("live ");
  }

  private void account(String event, Map<String, Object> more) {
    var value = new java.util.HashMap<>(more);
    value.put("event", event);
    control(
        "POST",
        "whatsapp/change",
        Map.of("phoneNumberId", number, "field", "account_update", "value", value));
  }

  private static final String KINDS =
      "SELECT kind FROM message WHERE tenant_id = :t AND author = :a";
  private static final String EVENTS =
      """
      SELECT details -> 'event' ->> 'type' FROM message
      WHERE tenant_id = :t AND author = :a ORDER BY seq
      """;
  private static final String CONVERSATIONS =
      "SELECT address FROM conversation WHERE tenant_id = :t AND :a <> ''";
  private static final String JOURNAL =
      "SELECT what FROM journal_entry WHERE tenant_id = :t AND direction = 'in' AND body LIKE :a";
  private static final String STATES =
      """
      SELECT state || ' ' || coalesce(state_reason, '') FROM channel
      WHERE tenant_id = :t AND address = :a
      """;
}
