package frontdesk.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** WhatsApp from webhook to status, over HTTP, against the simulated Graph API. */
class WhatsAppTests extends WhatsAppWorld {

  @Test
  void answersTheHandshakeOfTheRightTokenOnly() {
    assertThat(control("POST", "handshake", Map.of()).path("verified").asBoolean()).isTrue();
    assertThat(
            control("POST", "handshake", Map.of("verifyToken", "wrong"))
                .path("verified")
                .asBoolean())
        .isFalse();
  }

  @Test
  void answersACustomerAndFollowsTheDelivery() {
    write(number, "393331112223", "ciao, è aperto? 😀");

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(sends())
                    .extracting(s -> s.path("to").asString())
                    .containsExactly("393331112223"));
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(statuses(tenant)).contains("delivered"));
    assertThat(texts(tenant, "contact")).containsExactly("ciao, è aperto? 😀");
  }

  @Test
  void aBatchForTwoTenantsThreeTimesOverGivesEachCustomerOneReply() {
    var other = testTenants.fresh().id();
    var otherNumber = number();
    connect(other, otherNumber);

    control(
        "POST",
        "whatsapp/batch",
        Map.of(
            "messages",
            List.of(
                Map.of("phoneNumberId", number, "from", "393330000001", "text", "one"),
                Map.of("phoneNumberId", otherNumber, "from", "393330000002", "text", "two")),
            "repeat",
            3));

    await().atMost(Duration.ofSeconds(5)).until(() -> sends().size() == 2);
    await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(2))
        .until(() -> sends().size() == 2);
    assertThat(texts(tenant, "contact")).containsExactly("one");
    assertThat(texts(other, "contact")).containsExactly("two");
  }

  @Test
  void aWrongSignatureStoresNothing() {
    for (var signature : List.of("BAD", "MISSING", "SHA1_ONLY", "CHANGED_BODY")) {
      control(
          "POST",
          "whatsapp/raw",
          Map.of("body", body(number, "wamid." + signature, "hello"), "signature", signature));
    }

    assertThat(webhooks()).containsOnly(401);
    assertThat(texts(tenant, "contact")).isEmpty();
  }

  @Test
  void signedNonsenseIsABadRequestAndAnUnknownNumberIsKeptAside() {
    control("POST", "whatsapp/raw", Map.of("body", "{\"object\":", "signature", "GOOD"));
    control(
        "POST",
        "whatsapp/raw",
        Map.of("body", body("nobodys", "wamid.u", "hello"), "signature", "GOOD"));

    assertThat(webhooks()).containsExactly(400, 200);
    assertThat(
            jdbc.sql("SELECT count(*) FROM control.unrouted_webhook WHERE body LIKE '%nobodys%'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void aRefusedSendShowsTheVendorsReason() {
    control("POST", "faults", Map.of("name", "undeliverable", "times", 1));

    write(number, "393331112224", "hello");

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(statuses(tenant)).contains("failed"));
  }

  @Test
  void keepsTheOrderOfFiveHundredMessages() {
    var batch = new ArrayList<Map<String, Object>>();
    for (int n = 0; n < 500; n++) {
      batch.add(Map.of("phoneNumberId", number, "from", "393330000003", "text", "n" + n));
    }
    control("POST", "whatsapp/batch", Map.of("messages", batch));

    await().atMost(Duration.ofSeconds(10)).until(() -> texts(tenant, "contact").size() == 500);
    assertThat(texts(tenant, "contact"))
        .isEqualTo(java.util.stream.IntStream.range(0, 500).mapToObj(n -> "n" + n).toList());
  }
}
