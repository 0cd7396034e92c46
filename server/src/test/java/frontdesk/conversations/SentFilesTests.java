package frontdesk.conversations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Answer;
import frontdesk.TestApi.Client;
import frontdesk.channels.Channels;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that members send to customers in the chat of the business's site. */
@DatabaseTest
class SentFilesTests {

  private static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n and the picture");
  private static final byte[] PDF = bytes("%PDF-1.7 and the pages");

  @Autowired private TestApi api;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;
  @Autowired private Conversations conversations;

  private Client owner;
  private String visitor;
  private String conversation;

  @BeforeEach
  void aCustomerWrites() {
    owner = api.owner();
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("webchat", "Chat", Optional.empty(), Map.of(), Map.of()));
    visitor = api.anonymous().post(chat("sessions"), Map.of()).json().path("token").asString();
    asVisitor("POST", "messages", Map.of("text", "Can you send me the form?", "clientId", "c1"));
    conversation =
        owner.get("/api/conversations").json().path("items").path(0).path("id").asString();
  }

  @Test
  void aPictureWithWordsReachesTheCustomerWhoMayFetchIt() {
    var file = upload(owner, "before.png", PNG);
    var sent = send(owner, file, "This is how it looks");

    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    assertThat(sent.json().path("kind").asString()).isEqualTo("image");
    assertThat(sent.json().path("status").asString()).isEqualTo("sent");

    var seen = asVisitor("GET", "messages", null).json().path("items").path(0);
    assertThat(seen.path("text").asString()).isEqualTo("This is how it looks");
    assertThat(seen.at("/attachments/0/name").asString()).isEqualTo("before.png");
    assertThat(seen.at("/attachments/0/size").asInt()).isEqualTo(PNG.length);
    var content = asVisitor("GET", "attachments/" + seen.at("/attachments/0/id").asString(), null);
    assertThat(content.status()).isEqualTo(200);
    assertThat(content.headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(content.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void aDocumentGoesWithoutWordsAndIsServedAsADownload() {
    var sent = send(owner, upload(owner, "C:\\forms\\new patient.pdf", PDF), "");

    var url = sent.json().at("/attachments/0/url").asString();
    assertThat(sent.json().at("/attachments/0/name").asString()).isEqualTo("new patient.pdf");
    var content = owner.get(url);
    assertThat(content.body()).isEqualTo(new String(PDF, UTF_8));
    assertThat(content.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
  }

  @Test
  void whatCouldRunIsRefusedWhateverItIsCalled() {
    assertThat(refusal("page.png", bytes("<html><script>alert(1)</script>"))).contains("kind");
    assertThat(refusal("drawing.svg", bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")))
        .contains("kind");
    assertThat(refusal("setup.exe", bytes("MZ\u0090\u0000\u0003"))).contains("kind");
    assertThat(refusal("archive.zip", bytes("PK\u0003\u0004"))).contains("kind");
    assertThat(refusal("notes.txt", bytes("MZ\u0090\u0000\u0003"))).contains("kind");
    assertThat(refusal("empty.txt", new byte[0])).contains("empty");
  }

  @Test
  void aFileIsNamedByWhatItIs() {
    var kept = owner.post(files("report.html"), PDF);

    assertThat(kept.json().path("name").asString()).isEqualTo("report.html.pdf");
    assertThat(kept.json().path("contentType").asString()).isEqualTo("application/pdf");
  }

  @Test
  void saysInTheCallersLanguageHowLargeAFileMayBe() {
    var huge = Arrays.copyOf(PDF, FileType.LARGEST + 1);

    var refused = owner.post(files("huge.pdf"), huge, "Accept-Language", "it");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/message").asString())
        .isEqualTo("Al massimo 16 MB. Riducilo, oppure manda un link.");
    assertThat(owner.post(files("just.pdf"), Arrays.copyOf(PDF, FileType.LARGEST)).status())
        .isEqualTo(201);
  }

  @Test
  void aFileIsSentOnceAndByWhoUploadedItAlone() {
    var colleague = api.member(owner.tenant(), Role.OPERATOR);
    var file = upload(owner, "form.pdf", PDF);

    assertThat(send(colleague, file, "").problem()).isEqualTo("file-gone");
    assertThat(send(owner, file, "").status()).isEqualTo(201);
    assertThat(send(owner, file, "").problem()).isEqualTo("file-gone");
    assertThat(send(owner, UUID.randomUUID().toString(), "").problem()).isEqualTo("file-gone");
  }

  @Test
  void aSendThatIsAskedForTwiceIsOneMessage() {
    var file = upload(owner, "form.pdf", PDF);
    var body = Map.of("text", "", "fileId", file);

    var first = owner.post(messages(), body, "Idempotency-Key", "k1");
    var again = owner.post(messages(), body, "Idempotency-Key", "k1");

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(owner.get(messages()).json().path("items").findValuesAsString("kind"))
        .containsOnlyOnce("file");
  }

  @Test
  void anotherBusinessAndAnotherVisitorGetNothing() {
    var sent = send(owner, upload(owner, "form.pdf", PDF), "");
    var id = sent.json().at("/attachments/0/id").asString();
    var stranger = api.anonymous().post(chat("sessions"), Map.of()).json().path("token").asString();

    assertThat(api.owner().get(sent.json().at("/attachments/0/url").asString()).status())
        .isEqualTo(404);
    assertThat(
            api.anonymous()
                .get(chat("attachments/" + id), "Authorization", "Bearer " + stranger)
                .status())
        .isEqualTo(404);
    assertThat(api.anonymous().get(chat("attachments/" + id)).status()).isEqualTo(401);
  }

  @Test
  void whatWentBackAndForthWithAContactIsListedNewestFirstAndPageByPage() {
    send(owner, upload(owner, "before.png", PNG), "This is how it looks");
    asVisitor("POST", "messages", Map.of("text", "And the form?", "clientId", "c2"));
    var form = send(owner, upload(owner, "form.pdf", PDF), "");

    var first = owner.get(exchanged() + "?limit=1").json();
    assertThat(first.path("items").size()).isOne();
    var newest = first.path("items").path(0);
    assertThat(newest.at("/file/name").asString()).isEqualTo("form.pdf");
    assertThat(newest.path("conversationId").asString()).isEqualTo(conversation);
    assertThat(newest.path("messageId").asString()).isEqualTo(form.json().path("id").asString());
    assertThat(newest.path("author").asString()).isEqualTo("member");
    assertThat(owner.get(newest.at("/file/url").asString()).status()).isEqualTo(200);

    var rest = owner.get(exchanged() + "?limit=1&cursor=" + first.path("next").asString()).json();
    assertThat(rest.at("/items/0/file/name").asString()).isEqualTo("before.png");
    assertThat(rest.path("next").isNull()).isTrue();
  }

  @Test
  void filesOfAContactAreThoseOfConversationsThatOneSees() {
    send(owner, upload(owner, "form.pdf", PDF), "");
    var orderManager = api.member(owner.tenant(), Role.ORDER_MANAGER);

    assertThat(orderManager.get(exchanged()).json().path("items").isEmpty()).isTrue();
    tenancy.as(
        owner.tenant().id(), () -> conversations.ledToBooking(UUID.fromString(conversation)));
    assertThat(orderManager.get(exchanged()).json().at("/items/0/file/name").asString())
        .isEqualTo("form.pdf");
    assertThat(api.owner().get(exchanged()).status()).isEqualTo(404);
  }

  @Test
  void wordsBesideAFileAreAsLongAsACaptionMayBe() {
    var file = upload(owner, "form.pdf", PDF);

    var refused = send(owner, file, "x".repeat(1025));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(send(owner, file, "x".repeat(1024)).status()).isEqualTo(201);
  }

  private String upload(Client member, String name, byte[] content) {
    var kept = member.post(files(name), content);
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    return kept.json().path("id").asString();
  }

  private String refusal(String name, byte[] content) {
    var refused = owner.post(files(name), content);
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    return refused.json().at("/errors/0/message").asString();
  }

  private Answer send(Client member, String file, String text) {
    return member.post(messages(), Map.of("text", text, "fileId", file));
  }

  private Answer asVisitor(String method, String path, Object body) {
    return api.anonymous().send(method, chat(path), body, "Authorization", "Bearer " + visitor);
  }

  private String messages() {
    return "/api/conversations/" + conversation + "/messages";
  }

  private String exchanged() {
    var contact = owner.get("/api/conversations/" + conversation).json().at("/contact/id");
    return "/api/contacts/" + contact.asString() + "/files";
  }

  private String files(String name) {
    return "/api/conversations/"
        + conversation
        + "/files?name="
        + java.net.URLEncoder.encode(name, UTF_8);
  }

  private String chat(String path) {
    return "/api/public/" + owner.tenant().slug() + "/chat/" + path;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
