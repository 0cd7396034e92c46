package frontdesk.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the business writes in the phone's own app counts as a person's reply. */
class WhatsAppPhoneRepliesTests extends WhatsAppWorld {

  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void theAssistantStepsBackWhenTheOwnerAnswersOnThePhone() {
    write(number, CUSTOMER, "hello");
    await().atMost(SOON).until(() -> sends().size() == 1);

    echo(CUSTOMER, Map.of("text", "I answer this myself"));
    write(number, CUSTOMER, "thank you");

    await().atMost(SOON).until(() -> texts(tenant, "contact").size() == 2);
    assertThat(texts(tenant, "member")).containsExactly("I answer this myself");
    assertThat(conversation("handler")).containsExactly("person");
    assertThat(conversation("ai_paused_until > now()")).containsExactly("true");
    await()
        .during(Duration.ofMillis(600))
        .atMost(Duration.ofSeconds(2))
        .until(() -> sends().size() == 1);
  }

  @Test
  void aRepeatedEchoIsOneMessage() {
    control("POST", "faults", Map.of("name", "duplicate-concurrent", "times", 1));
    control("POST", "faults", Map.of("name", "duplicate", "times", 1));

    echo(CUSTOMER, Map.of("text", "only once"));

    await().atMost(SOON).until(() -> webhooks().size() >= 3);
    assertThat(webhooks()).contains(200).doesNotContain(400, 500);
    assertThat(texts(tenant, "member")).containsExactly("only once");
  }

  @Test
  void anEchoToSomebodyNewOpensAConversationButNoWindow() {
    echo("393335550001", Map.of("text", "Your lamp is here"));

    assertThat(conversation("address")).containsExactly("393335550001");
    assertThat(conversation("coalesce(last_inbound_at::text, 'never')")).containsExactly("never");
    assertThat(sends()).isEmpty();
  }

  @Test
  void statusesOfAnEchoMoveItForwardEvenWhenTheyComeFirst() {
    control(
        "POST",
        "whatsapp/statuses",
        Map.of("id", "wamid.E", "phoneNumberId", number, "to", CUSTOMER, "status", "delivered"));
    echo(CUSTOMER, Map.of("text", "on my way", "id", "wamid.E"));
    assertThat(column(tenant, MEMBERS_STATUS, "member")).containsExactly("delivered");

    control(
        "POST",
        "whatsapp/statuses",
        Map.of("id", "wamid.E", "phoneNumberId", number, "to", CUSTOMER, "status", "read"));
    assertThat(column(tenant, MEMBERS_STATUS, "member")).containsExactly("read");
  }

  @Test
  void whatTheAssistantHadWaitingIsNotSentAfterThePhonesReply() {
    fault("throughput");
    write(number, CUSTOMER, "hello");
    await().atMost(SOON).until(() -> statuses(tenant).equals(List.of("queued")));

    echo(CUSTOMER, Map.of("text", "I do it"));

    assertThat(statuses(tenant)).containsExactly("cancelled");
  }

  private static final String MEMBERS_STATUS =
      "SELECT status FROM message WHERE tenant_id = :t AND author = :a";

  private List<String> conversation(String what) {
    return column(
        tenant,
        "SELECT (" + what + ")::text FROM conversation WHERE tenant_id = :t AND :a <> ''",
        "-");
  }
}
