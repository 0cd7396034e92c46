package frontdesk.channels.whatsapp;

import frontdesk.channels.ConnectedChannel;
import frontdesk.settings.Setting;
import frontdesk.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fetches files from the Cloud API: first where a file is, then the file, from the vendor's own
 * hosts alone, because the address comes from outside and the token goes with it.
 */
@Component
class WhatsAppMedia {

  private static final Logger log = LoggerFactory.getLogger(WhatsAppMedia.class);
  private static final int LARGEST = 16 * 1024 * 1024;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final JsonMapper json;
  private final String base;
  private final Set<String> hosts = new HashSet<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  WhatsAppMedia(JsonMapper json, Settings settings) {
    this.json = json;
    this.base =
        settings.get(Setting.META_GRAPH_URL) + "/" + settings.get(Setting.META_GRAPH_VERSION) + "/";
    hosts.addAll(settings.list(Setting.META_MEDIA_HOSTS));
    hosts.add(URI.create(base).getHost());
  }

  Optional<byte[]> fetch(ConnectedChannel channel, String reference) {
    if (!reference.matches("[A-Za-z0-9._-]{1,128}")) {
      return Optional.empty();
    }
    var token = channel.secrets().getOrDefault("accessToken", "");
    try {
      return get(URI.create(base + reference), token)
          .flatMap(this::address)
          .flatMap(address -> download(address, token));
    } catch (JacksonException | IllegalArgumentException e) {
      log.warn("WhatsApp's answer about a file could not be read: {}", e.toString());
      return Optional.empty();
    }
  }

  private Optional<URI> address(byte[] info) {
    var address = json.readTree(info).path("url").asString("");
    return address.isEmpty() ? Optional.empty() : Optional.of(URI.create(address));
  }

  /** Follows redirects by itself, since each must lead to a host of the vendor's. */
  private Optional<byte[]> download(URI first, String token) {
    var address = first;
    for (int n = 0; n < 3; n++) {
      if (!hosts.contains(address.getHost())) {
        log.warn("WhatsApp named a file on {}, which is none of its hosts", address.getHost());
        return Optional.empty();
      }
      try {
        var answer = send(address, token);
        if (answer.statusCode() == 200) {
          return answer.body().length <= LARGEST ? Optional.of(answer.body()) : Optional.empty();
        }
        var next = answer.headers().firstValue("Location");
        if (answer.statusCode() / 100 != 3 || next.isEmpty()) {
          return Optional.empty();
        }
        address = address.resolve(next.get());
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> get(URI address, String token) {
    try {
      var answer = send(address, token);
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private HttpResponse<byte[]> send(URI address, String token) throws IOException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
