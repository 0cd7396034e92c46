package frontdesk.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppTests {
  private static final String MESSAGES = "/v23.0/1001/messages";
  private static final String[] TOKEN = {"Authorization", "Bearer T1"};

  private Simulators simulators;
  private Callback callback;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    simulators = Simulators.start();
    callback = new Callback();
    client = new Client(simulators.baseUrl());
    client.put(
        "/control/settings",
        """
        {"callback":"%s","appSecret":"s3cret","statusDelayMs":1,"retryDelayMs":20}
        """
            .formatted(callback.url()));
    client.post(
        "/control/numbers",
        "{\"phoneNumberId\":\"1001\",\"wabaId\":\"w1\",\"accessToken\":\"T1\"}");
  }

  @AfterEach
  void stop() {
    simulators.close();
    callback.close();
  }

  @Test
  void signsTheVeryBytesOfAnEscapedBody() throws Exception {
    say("Perché 😀 1/2");

    var webhook = callback.next();
    assertThat(new String(webhook.body(), StandardCharsets.UTF_8))
        .contains("Perch\\u00")
        .contains("1\\/2");
    assertThat(new String(webhook.body(), StandardCharsets.UTF_8)).matches("\\p{ASCII}+");
    assertThat(webhook.signedWith("s3cret")).isTrue();
    assertThat(webhook.value().at("/messages/0/text/body").stringValue())
        .isEqualTo("Perché 😀 1/2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"signature-bad", "signature-missing", "signature-sha1-only", "body-changed"})
  void spoilsTheSignatureOnceWhenAsked(String fault) throws Exception {
    fault(fault, 1);
    say("one");
    say("two");

    assertThat(callback.next().signedWith("s3cret")).isFalse();
    assertThat(callback.next().signedWith("s3cret")).isTrue();
  }

  @Test
  void sendsAWebhookAgainUntilItIsTaken() throws Exception {
    callback.failNext(2);
    say("hello");

    var bodies = List.of(callback.next().body(), callback.next().body(), callback.next().body());
    assertThat(bodies).allMatch(body -> java.util.Arrays.equals(body, bodies.getFirst()));
    assertThat(callback.isQuiet()).isTrue();
  }

  @Test
  void putsSeveralNumbersIntoOneWebhook() throws Exception {
    client.post(
        "/control/whatsapp/batch",
        """
        {"repeat":3,"messages":[
          {"phoneNumberId":"1001","from":"393331","text":"a"},
          {"phoneNumberId":"2002","from":"393332","text":"b"}]}
        """);

    var first = callback.next();
    assertThat(frontdesk.simulators.wire.Json.read(first.body()).path("entry").size()).isEqualTo(2);
    assertThat(callback.next().body()).isEqualTo(first.body());
    assertThat(callback.next().body()).isEqualTo(first.body());
  }

  @Test
  void acceptsAMessageAndTellsWhatBecameOfIt() throws Exception {
    var sent =
        send(
            "{\"type\":\"text\",\"text\":{\"body\":\"ciao\"},\"biz_opaque_callback_data\":\"ob-7\"}");

    var id = sent.json().at("/messages/0/id").stringValue();
    assertThat(client.ledger("send").get(0).at("/data/id").stringValue()).isEqualTo(id);
    var statuses = new ArrayList<String>();
    for (int i = 0; i < 2; i++) {
      var status = callback.next().value().at("/statuses/0");
      assertThat(status.path("id").stringValue()).isEqualTo(id);
      assertThat(status.path("biz_opaque_callback_data").stringValue()).isEqualTo("ob-7");
      statuses.add(status.path("status").stringValue());
    }
    assertThat(statuses).containsExactly("sent", "delivered");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'text','text':{'body':''}} | 131008",
        "{'type':'text','text':{'body':'x','style':'bold'}} | 100",
        "{'type':'poem','poem':{}} | 100",
        "{'type':'image','image':{'id':'1'}} | 100",
        "{'type':'template','template':{'name':'nope','language':{'code':'en'}}} | 132001",
        "{'type':'interactive','interactive':{'type':'button','body':{'text':'?'},'action':{'buttons':[]}}}"
            + " | 131009",
        "{'type':'interactive','interactive':{'type':'button','body':{'text':'?'},'action':{'buttons':[{'type':'reply','reply':{'id':'1','title':'A"
            + " title that is too long'}}]}}} | 131009",
        "{'type':'interactive','interactive':{'type':'button','body':{'text':'?'},'action':{'buttons':"
            + "[{'type':'reply','reply':{'id':'1','title':'A'}},{'type':'reply','reply':{'id':'1','title':'B'}}]}}}"
            + " | 131009"
      })
  void refusesWhatTheVendorRefuses(String content, int code) throws Exception {
    var answer = send(content.replace('\'', '"'));

    assertThat(answer.status()).isBetween(400, 404);
    assertThat(answer.json().at("/error/code").intValue()).isEqualTo(code);
    assertThat(client.ledger("send").size()).isZero();
  }

  @Test
  void refusesATooLongTextAndTakesTheLongest() throws Exception {
    assertThat(sendText("x".repeat(4097)).status()).isEqualTo(400);
    assertThat(sendText("x".repeat(4096)).status()).isEqualTo(200);
  }

  @Test
  void knowsWhichTokenBelongsToWhichNumber() throws Exception {
    var body = "{\"messaging_product\":\"whatsapp\",\"to\":\"393331\",\"text\":{\"body\":\"x\"}}";
    assertThat(client.post(MESSAGES, body).json().at("/error/code").intValue()).isEqualTo(190);
    var other = client.post(MESSAGES, body, "Authorization", "Bearer other");
    assertThat(other.json().at("/error/code").intValue()).isEqualTo(10);
    client.post("/control/tokens/revoke", "{\"accessToken\":\"T1\"}");
    assertThat(sendText("x").json().at("/error/code").intValue()).isEqualTo(190);
  }

  @Test
  void closesTheWindowADayAfterTheCustomersLastMessage() throws Exception {
    client.post(
        "/control/whatsapp/window",
        "{\"phoneNumberId\":\"1001\",\"customer\":\"393331234567\",\"minutesAgo\":1441}");
    assertThat(sendText("x").json().at("/error/code").intValue()).isEqualTo(131047);
    say("I am here");
    assertThat(sendText("x").status()).isEqualTo(200);
  }

  @Test
  void acceptsAndThenFailsWhatCannotBeDelivered() throws Exception {
    fault("undeliverable", 1);
    assertThat(sendText("x").status()).isEqualTo(200);
    var status = callback.next().value().at("/statuses/0");
    assertThat(status.path("status").stringValue()).isEqualTo("failed");
    assertThat(status.at("/errors/0/code").intValue()).isEqualTo(131026);
  }

  @Test
  void keepsAFaultForEachNumberItIsSwitchedOnFor() throws Exception {
    for (var number : List.of("1001", "1002")) {
      client.post(
          "/control/faults",
          "{\"name\":\"undeliverable\",\"times\":1,\"phoneNumberId\":\"%s\"}".formatted(number));
    }
    assertThat(sendText("x").status()).isEqualTo(200);
    assertThat(callback.next().value().at("/statuses/0").path("status").stringValue())
        .isEqualTo("failed");
  }

  @Test
  void forgetsToAnswerAfterAccepting() throws Exception {
    fault("error-500-after-accept", 1);
    assertThat(sendText("x").status()).isEqualTo(500);
    assertThat(client.ledger("send").size()).isEqualTo(1);
  }

  @Test
  void tellsTheStatusBeforeItAnswersTheSend() throws Exception {
    fault("status-before-response", 1);
    sendText("x");
    assertThat(client.ledger("webhook").size()).isEqualTo(2);
  }

  @Test
  void keepsMediaForThoseWithAToken() throws Exception {
    client.post(
        "/control/whatsapp/messages",
        "{\"phoneNumberId\":\"1001\",\"from\":\"393331\",\"type\":\"image\"}");
    var id = callback.next().value().at("/messages/0/image/id").stringValue();

    var url = client.get("/v23.0/" + id, TOKEN).json().path("url").stringValue();

    assertThat(client.get(url).status()).isEqualTo(401);
    assertThat(client.get(url, TOKEN).status()).isEqualTo(200);
    fault("media-url-expired", 1);
    var expired = client.get("/v23.0/" + id, TOKEN).json().path("url").stringValue();
    assertThat(client.get(expired, TOKEN).status()).isEqualTo(400);
  }

  @Test
  void tellsWhatTheOwnerWritesOnThePhoneAndHowItArrives() throws Exception {
    client.post(
        "/control/whatsapp/echo",
        """
        {"phoneNumberId":"1001","to":"IT.77","type":"image","caption":"ours"}
        """);

    var echo = callback.next().value().at("/message_echoes/0");
    assertThat(echo.path("to_user_id").stringValue()).isEqualTo("IT.77");
    assertThat(echo.at("/image/caption").stringValue()).isEqualTo("ours");
    var status = callback.next().value().at("/statuses/0");
    assertThat(status.path("id").stringValue()).isEqualTo(echo.path("id").stringValue());
    assertThat(status.path("status").stringValue()).isEqualTo("sent");
  }

  @Test
  void takesUploadsThatCanThenBeSent() throws Exception {
    var id = upload("text/plain", "hello").json().path("id").stringValue();

    assertThat(send("{\"type\":\"document\",\"document\":{\"id\":\"%s\"}}".formatted(id)).status())
        .isEqualTo(200);
  }

  @Test
  void refusesFilesThatTheVendorDoesNotTake() throws Exception {
    assertThat(code(upload("image/gif", "GIF89a"))).isEqualTo(100);
    assertThat(code(upload("application/zip", "PK"))).isEqualTo(100);
    assertThat(code(upload("image/png", "x".repeat(5 * 1024 * 1024 + 1)))).isEqualTo(131053);

    var id = upload("application/pdf", "%PDF").json().path("id").stringValue();
    assertThat(code(send("{\"type\":\"image\",\"image\":{\"id\":\"%s\"}}".formatted(id))))
        .isEqualTo(131053);
    fault("upload-unavailable", 1);
    assertThat(upload("application/pdf", "%PDF").status()).isEqualTo(503);
  }

  @Test
  void aReplyNamesTheMessageItQuotes() throws Exception {
    var quoting = "{\"type\":\"text\",\"text\":{\"body\":\"yes\"},\"context\":%s}";

    assertThat(send(quoting.formatted("{\"message_id\":\"wamid.x\"}")).status()).isEqualTo(200);
    assertThat(code(send(quoting.formatted("{}")))).isEqualTo(131008);
  }

  @Test
  void holdsTheVendorsRatesInStrictMode() throws Exception {
    client.put("/control/settings", "{\"mode\":\"strict\",\"callback\":\"\"}");
    say("hello");
    for (int i = 0; i < 45; i++) {
      assertThat(sendText("x").status()).isEqualTo(200);
    }
    assertThat(sendText("x").json().at("/error/code").intValue()).isEqualTo(131056);
  }

  private void fault(String name, int times) throws Exception {
    var answer =
        client.post("/control/faults", "{\"name\":\"%s\",\"times\":%d}".formatted(name, times));
    assertThat(answer.status()).isEqualTo(200);
  }

  private void say(String text) throws Exception {
    client.post(
        "/control/whatsapp/messages",
        "{\"phoneNumberId\":\"1001\",\"from\":\"393331234567\",\"text\":\"%s\"}".formatted(text));
  }

  private Client.Answer sendText(String text) throws Exception {
    return send("{\"type\":\"text\",\"text\":{\"body\":\"%s\"}}".formatted(text));
  }

  private Client.Answer send(String content) throws Exception {
    var body =
        "{\"messaging_product\":\"whatsapp\",\"to\":\"+39 333 1234567\"," + content.substring(1);
    return client.post(MESSAGES, body, TOKEN);
  }

  private Client.Answer upload(String type, String content) throws Exception {
    var form =
        """
        --b\r
        Content-Disposition: form-data; name="messaging_product"\r
        \r
        whatsapp\r
        --b\r
        Content-Disposition: form-data; name="file"; filename="a"\r
        Content-Type: %s\r
        \r
        %s\r
        --b--\r
        """
            .formatted(type, content);
    var request =
        client
            .request("/v23.0/1001/media", TOKEN)
            .header("Content-Type", "multipart/form-data; boundary=b");
    return client.send(request.POST(BodyPublishers.ofString(form)));
  }

  private static int code(Client.Answer answer) {
    return answer.json().path("error").path("code").intValue();
  }
}
