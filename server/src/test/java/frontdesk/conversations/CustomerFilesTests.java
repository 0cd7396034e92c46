package frontdesk.conversations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Answer;
import frontdesk.TestApi.Client;
import frontdesk.TestClock;
import frontdesk.channels.Channels;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Files that customers send in the chat of the business's site. */
@DatabaseTest
class CustomerFilesTests {

  private static final byte[] PNG = "\u0089PNG\r\n\u001a\n and the picture".getBytes(ISO_8859_1);

  @Autowired private TestApi api;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;
  @Autowired private TestClock clock;

  private Client owner;
  private String visitor;

  @BeforeEach
  void aVisitor() {
    owner = api.owner();
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("webchat", "Chat", Optional.empty(), Map.of(), Map.of()));
    visitor = session();
  }

  @Test
  void theFirstThingSomebodySaysMayBeAFile() {
    var sent = write(upload(visitor), "", "c1");

    assertThat(sent.status()).as(sent.body()).isEqualTo(202);
    var message = theirs("contact");
    assertThat(message.path("kind").asString()).isEqualTo("image");
    assertThat(message.at("/attachments/0/name").asString()).isEqualTo("tooth.png");
    assertThat(message.at("/attachments/0/state").asString()).isEqualTo("kept");
    assertThat(owner.get(message.at("/attachments/0/url").asString()).status()).isEqualTo(200);
  }

  @Test
  void theAssistantSaysThatItGotAPictureAndAsksForWords() {
    write(upload(visitor), "", "c1");

    await().until(() -> !theirs("ai").isMissingNode());
    assertThat(theirs("ai").path("text").asString()).contains("picture");
  }

  @Test
  void theSameMessageSentAgainIsStoredOnceWithItsFile() {
    var file = upload(visitor);
    var first = write(file, "my tooth", "c1");

    var again = write(file, "my tooth", "c1");

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.status()).isEqualTo(202);
  }

  @Test
  void nobodySendsAnothersFileOrOneThatWentAlready() {
    var file = upload(session());
    assertThat(write(file, "", "c1").problem()).isEqualTo("file-gone");

    var own = upload(visitor);
    assertThat(write(own, "", "c2").status()).isEqualTo(202);
    assertThat(write(own, "", "c3").problem()).isEqualTo("file-gone");
  }

  @Test
  void whoTriesItAsACustomerSendsAFileTheSameWay() {
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("sandbox", "Try it", Optional.empty(), Map.of(), Map.of()));
    var file = owner.post("/api/sandbox/files?name=tooth.png", PNG).json().path("id").asString();

    var sent = owner.post("/api/sandbox/messages", Map.of("clientId", "c1", "fileId", file));
    var again = owner.post("/api/sandbox/messages", Map.of("clientId", "c2", "fileId", file));

    assertThat(sent.status()).as(sent.body()).isEqualTo(202);
    assertThat(theirs("contact").at("/attachments/0/name").asString()).isEqualTo("tooth.png");
    assertThat(again.problem()).isEqualTo("file-gone");
  }

  @Test
  void whatWasNotSentIsForgottenAfterADay() {
    var file = upload(visitor);
    clock.advance(Duration.ofHours(25));
    upload(visitor);

    assertThat(write(file, "", "c1").problem()).isEqualTo("file-gone");
  }

  @Test
  void takesNoFileFromWhoHasNoTalkAndNoneThatCouldRun() {
    assertThat(api.anonymous().post(chat("files?name=a.png"), PNG).status()).isEqualTo(401);
    var refused =
        api.anonymous()
            .post(
                chat("files?name=a.html"),
                "<script>".getBytes(ISO_8859_1),
                "Authorization",
                "Bearer " + visitor,
                "Accept-Language",
                "it");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Questo tipo di file");
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  private String session() {
    return api.anonymous().post(chat("sessions"), Map.of()).json().path("token").asString();
  }

  private String upload(String as) {
    var kept =
        api.anonymous().post(chat("files?name=tooth.png"), PNG, "Authorization", "Bearer " + as);
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    return kept.json().path("id").asString();
  }

  private Answer write(String file, String text, String clientId) {
    var body = new HashMap<String, Object>(Map.of("clientId", clientId, "fileId", file));
    body.put("text", text);
    return api.anonymous().post(chat("messages"), body, "Authorization", "Bearer " + visitor);
  }

  private JsonNode theirs(String author) {
    var conversation =
        owner.get("/api/conversations").json().path("items").path(0).path("id").asString();
    var messages = owner.get("/api/conversations/" + conversation + "/messages").json();
    return StreamSupport.stream(messages.path("items").spliterator(), false)
        .filter(message -> message.path("author").asString().equals(author))
        .findFirst()
        .orElse(messages.path("nothing"));
  }

  private String chat(String path) {
    return "/api/public/" + owner.tenant().slug() + "/chat/" + path;
  }
}
