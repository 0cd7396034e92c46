package frontdesk.channels;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.TestApi.Answer;
import frontdesk.TestApi.Client;
import frontdesk.TestClock;
import frontdesk.identity.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Files that members send over WhatsApp: handed over first, then sent by their id. */
class WhatsAppSentFilesTests extends WhatsAppWorld {

  private static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n and the picture");
  private static final byte[] PDF = bytes("%PDF-1.7 and the pages");
  private static final byte[] MP3 = bytes("ID3 and the sound");

  @Autowired TestClock clock;

  private Client member;
  private String conversation;

  @BeforeEach
  void aCustomerWrites() {
    clock.reset();
    member = api.member(business, Role.OPERATOR);
    write(number, CUSTOMER, "Can you send me the form?");
    await().until(() -> !sends().isEmpty());
    conversation =
        member.get("/api/conversations").json().path("items").path(0).path("id").asString();
  }

  @Test
  void aPictureGoesAsAPictureWithItsCaption() {
    send("before.png", PNG, "This is how it looks");

    var message = await().until(() -> newest("image"), found -> !found.isMissingNode());
    assertThat(message.at("/image/caption").asString()).isEqualTo("This is how it looks");
    assertThat(ledger("media-upload").getLast().path("bytes").asInt()).isEqualTo(PNG.length);
    assertThat(ledger("media-upload").getLast().path("type").asString()).isEqualTo("image/png");
    await().until(() -> status().equals("delivered") || status().equals("read"));
  }

  @Test
  void aDocumentKeepsItsName() {
    send("modulo è.pdf", PDF, "");

    var message = await().until(() -> newest("document"), found -> !found.isMissingNode());
    assertThat(message.at("/document/filename").asString()).isEqualTo("modulo è.pdf");
    assertThat(message.at("/document").has("caption")).isFalse();
  }

  @Test
  void soundWithWordsGoesAsADocumentBecauseItHasNoCaption() {
    send("music.mp3", MP3, "Listen to this");
    await().until(() -> !newest("document").isMissingNode());

    send("music.mp3", MP3, "");

    await().until(() -> !newest("audio").isMissingNode());
  }

  @Test
  void whatWhatsAppDoesNotTakeIsRefusedBeforeItIsSent() {
    var gif = member.post(files("funny.gif"), bytes("GIF89a and the picture"));
    var large = member.post(files("large.png"), Arrays.copyOf(PNG, 5 * 1024 * 1024 + 1));

    assertThat(gif.status()).isEqualTo(422);
    assertThat(gif.json().at("/errors/0/message").asString()).contains("JPEG or PNG");
    assertThat(large.json().at("/errors/0/message").asString()).startsWith("At most 5 MB");
    assertThat(ledger("media-upload")).isEmpty();
  }

  @Test
  void aFileThatCannotBeHandedOverNowWaitsAndIsSentOnce() {
    fault("upload-unavailable");

    send("form.pdf", PDF, "");

    await().until(() -> status().equals("queued"));
    await()
        .until(
            () -> {
              clock.advance(Duration.ofSeconds(3));
              return List.of("sent", "delivered", "read").contains(status());
            });
    assertThat(sends().stream().filter(one -> one.path("type").asString().equals("document")))
        .hasSize(1);
  }

  @Test
  void aFileWhoseSendGotNoAnswerIsUncertainAndNotSentAgainByItself() {
    fault("cut-after-accept");
    fault("no-status");

    send("form.pdf", PDF, "");

    await().until(() -> status().equals("uncertain"));
    clock.advance(Duration.ofMinutes(10));
    assertThat(sends().stream().filter(one -> one.path("type").asString().equals("document")))
        .hasSize(1);
  }

  @Test
  void aFileThatFailedIsSentOnceMoreWhenAPersonAsksForIt() {
    fault("media-failed-async");
    send("form.pdf", PDF, "the form");
    await().until(() -> status().equals("failed"));

    var id = newestHere().path("id").asString();
    member.post("/api/conversations/" + conversation + "/retry", Map.of("messageId", id));

    await().until(() -> List.of("sent", "delivered", "read").contains(status()));
    assertThat(newest("document").at("/document/caption").asString()).isEqualTo("the form");
  }

  private void send(String name, byte[] content, String text) {
    var kept = member.post(files(name), content);
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    var sent =
        member.post(
            "/api/conversations/" + conversation + "/messages",
            Map.of("text", text, "fileId", kept.json().path("id").asString()));
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
  }

  /** The newest that WhatsApp was sent of this type. */
  private JsonNode newest(String type) {
    return sends().stream()
        .filter(one -> one.path("type").asString().equals(type))
        .reduce((first, second) -> second)
        .map(one -> one.path("message"))
        .orElse(json.missingNode());
  }

  private JsonNode newestHere() {
    Answer messages = member.get("/api/conversations/" + conversation + "/messages");
    for (var each : messages.json().path("items")) {
      if (each.path("author").asString().equals("member")) {
        return each;
      }
    }
    return json.missingNode();
  }

  private String status() {
    return newestHere().path("status").asString("");
  }

  private String files(String name) {
    return "/api/conversations/"
        + conversation
        + "/files?name="
        + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
