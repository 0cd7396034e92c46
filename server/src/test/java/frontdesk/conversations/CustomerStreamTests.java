package frontdesk.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.channels.Channels;
import frontdesk.tenancy.Tenancy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What a customer's chat is told while it is open. */
@DatabaseTest
class CustomerStreamTests {

  @Autowired private TestApi api;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;
  @Autowired private JsonMapper json;

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isTheStagesTheTextsAndTheHandoffAsTheApiDocumentDescribesThem() throws Exception {
    var owner = api.owner();
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("webchat", "Chat", Optional.empty(), Map.of(), Map.of()));
    owner.post("/api/setup/template", Map.of("template", "dental"));
    var chat = "/api/public/" + owner.tenant().slug() + "/chat/";
    var visitor = api.anonymous();
    var token = visitor.post(chat + "sessions", Map.of()).json().path("token").asString();

    try (var lines = open(chat + "events", token)) {
      visitor.post(
          chat + "messages",
          Map.of("text", "I want to talk to a human", "clientId", "c1"),
          "Authorization",
          "Bearer " + token);

      var heard = new TreeSet<String>();
      var from = lines.iterator();
      while (!heard.containsAll(Set.of("stage", "message", "handoff"))) {
        var line = from.next();
        if (line.startsWith("event:")) {
          var name = line.substring("event:".length());
          var data = json.readTree(from.next().substring("data:".length()));
          assertThat(api.shapes().strays("/api/public/x/chat/events", name, data)).isEmpty();
          heard.add(name);
        }
      }
    }
  }

  private Stream<String> open(String path, String token) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(api.base() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    var body = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body();
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)).lines();
  }
}
