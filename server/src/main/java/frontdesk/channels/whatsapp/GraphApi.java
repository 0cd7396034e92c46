package frontdesk.channels.whatsapp;

import frontdesk.channels.ConnectedChannel;
import frontdesk.settings.Setting;
import frontdesk.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** Calls of the Graph API, each in the name of a channel's number and with its token. */
@Component
class GraphApi {

  private final String base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  GraphApi(Settings settings) {
    this.base =
        settings.get(Setting.META_GRAPH_URL) + "/" + settings.get(Setting.META_GRAPH_VERSION) + "/";
  }

  /**
   * @param edge of the number: messages or media
   */
  HttpResponse<byte[]> post(
      ConnectedChannel channel,
      String edge,
      String contentType,
      BodyPublisher body,
      Duration timeout)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base + channel.address().orElse("") + "/" + edge))
            .timeout(timeout)
            .header("Authorization", "Bearer " + channel.secrets().getOrDefault("accessToken", ""))
            .header("Content-Type", contentType)
            .POST(body)
            .build();
    return http.send(request, BodyHandlers.ofByteArray());
  }
}
