package frontdesk.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.TestApi.Client;
import frontdesk.TestClock;
import frontdesk.identity.Role;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Messages that answer another one: those that come, and those that members send. */
class WhatsAppQuotesTests extends WhatsAppWorld {

  @Autowired TestClock clock;

  private Client member;
  private String messages;

  @BeforeEach
  void aTalk() {
    clock.reset();
    member = api.member(business, Role.OPERATOR);
    write(number, CUSTOMER, "Ten or eleven?");
    await().until(() -> sends().size() == 1);
    var conversation = member.get("/api/conversations").json().path("items").path(0).path("id");
    messages = "/api/conversations/" + conversation.asString() + "/messages";
    await().until(() -> !newest("ai").path("status").asString().equals("sending"));
  }

  @Test
  void showsWhatACustomersMessageAnswers() {
    write(
        CUSTOMER, Map.of("text", "this one", "context", Map.of("id", sent("echo Ten or eleven?"))));

    await().until(() -> newest("contact").path("text").asString().equals("this one"));
    var quote = newest("contact").path("quote");
    assertThat(quote.path("text").asString()).isEqualTo("echo Ten or eleven?");
    assertThat(quote.path("author").asString()).isEqualTo("ai");
    assertThat(quote.path("seq").asInt()).isEqualTo(2);
  }

  @Test
  void showsNoQuoteOfWhatNobodyHereHasSeen() {
    write(CUSTOMER, Map.of("text", "this one", "context", Map.of("id", "wamid.before")));
    write(CUSTOMER, Map.of("text", "passed on", "context", Map.of("forwarded", true)));

    await().until(() -> newest("contact").path("text").asString().equals("passed on"));
    assertThat(newest("contact").has("quote")).isFalse();
  }

  @Test
  void aMembersReplyNamesTheMessageItAnswers() {
    var theirs = newest("contact");
    var id = theirs.path("id").asString();

    var reply = member.post(messages, Map.of("text", "Eleven", "quotedId", id));

    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    assertThat(reply.json().at("/quote/text").asString()).isEqualTo("Ten or eleven?");
    await().until(() -> sends().size() == 2);
    var message = sends().getLast().path("message");
    assertThat(message.at("/context/message_id").asString()).startsWith("wamid.");
    assertThat(message.at("/text/body").asString()).isEqualTo("Eleven");
  }

  @Test
  void nothingIsQuotedThatTheCustomerHasNotSeen() {
    var note =
        member
            .post(messages.replace("/messages", "/notes"), Map.of("text", "she always asks"))
            .json();

    var reply =
        member.post(messages, Map.of("text", "Eleven", "quotedId", note.path("id").asString()));

    assertThat(reply.status()).isEqualTo(404);
  }

  private String sent(String text) {
    return column(
            tenant, "SELECT external_id FROM message WHERE tenant_id = :t AND text = :a", text)
        .getFirst();
  }

  private JsonNode newest(String author) {
    var items = member.get(messages).json().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(message -> message.path("author").asString().equals(author))
        .findFirst()
        .orElse(items.path("nothing"));
  }
}
