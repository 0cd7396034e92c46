package frontdesk;

import frontdesk.simulators.Simulators;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the simulated mail server, one for the test JVM, took for an address; newest first. */
public record Mailbox(String address) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final class Server {
    private static final Simulators ONE = start();

    private static Simulators start() {
      try {
        return Simulators.start();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** For FRONTDESK_SMTP_URL. */
  public static String url() {
    return Server.ONE.smtpUrl();
  }

  public static Mailbox of(String address) {
    return new Mailbox(address);
  }

  public List<JsonNode> all() {
    var to = URLEncoder.encode(address, StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create(Server.ONE.baseUrl() + "/control/mails?to=" + to));
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return JSON.readTree(answer.body()).path("items").valueStream().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void awaitMoreThan(int before) {
    Awaitility.await().until(() -> all().size() > before);
  }

  public void await() {
    awaitMoreThan(0);
  }

  /** The text of the newest mail with this subject. */
  public String awaitSubject(String subject) {
    return Awaitility.await()
        .until(
            () ->
                all().stream()
                    .filter(mail -> mail.path("subject").asString().equals(subject))
                    .map(mail -> mail.path("text").asString())
                    .findFirst()
                    .orElse(""),
            text -> !text.isEmpty());
  }

  /** What follows this path in the newest link that has it. */
  public String awaitToken(String path) {
    var link = Pattern.compile(Pattern.quote(path) + "([A-Za-z0-9_-]+)");
    return Awaitility.await()
        .until(
            () ->
                all().stream()
                    .flatMap(mail -> link.matcher(mail.path("text").asString()).results())
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse(""),
            token -> !token.isEmpty());
  }
}
