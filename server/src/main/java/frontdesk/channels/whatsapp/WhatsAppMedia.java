package frontdesk.channels.whatsapp;

import frontdesk.channels.ConnectedChannel;
import frontdesk.conversations.Channel.Fetched;
import frontdesk.settings.Setting;
import frontdesk.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
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
  private static final int LONGEST_INFO = 64 * 1024;
  private static final int MOST_HOPS = 3;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration LONGEST_READ = Duration.ofSeconds(60);

  private final JsonMapper json;
  private final String base;
  private final Set<String> hosts = new HashSet<>();
  private final Set<String> schemes;
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
    // Without encryption only where the whole API is, as in tests.
    this.schemes = new HashSet<>(List.of("https", URI.create(base).getScheme()));
  }

  Fetched fetch(ConnectedChannel channel, String reference) {
    if (!reference.matches("[A-Za-z0-9._-]{1,128}")) {
      return new Fetched.Never("Its id is none");
    }
    var token = channel.secrets().getOrDefault("accessToken", "");
    try {
      var answer = send(URI.create(base + reference), token);
      try (var body = answer.body()) {
        if (answer.statusCode() != 200) {
          return new Fetched.NotNow("WhatsApp answered " + answer.statusCode());
        }
        var info = json.readTree(read(body, LONGEST_INFO));
        if (info.path("file_size").asLong(0) > LARGEST) {
          return new Fetched.Never("It is larger than " + LARGEST + " bytes");
        }
        var hash = info.path("sha256").asString("");
        return download(URI.create(info.path("url").asString("")), token, hash);
      }
    } catch (JacksonException | IllegalArgumentException e) {
      return new Fetched.NotNow("WhatsApp's answer cannot be read: " + e.getMessage());
    } catch (IOException e) {
      return new Fetched.NotNow("WhatsApp cannot be reached: " + e);
    }
  }

  /** Follows redirects by itself, since each must lead to a host of the vendor's. */
  private Fetched download(URI first, String token, String hash) throws IOException {
    var address = first;
    for (int n = 0; n < MOST_HOPS; n++) {
      if (!isVendors(address)) {
        log.warn("WhatsApp named a file on {}, which is none of its hosts", address.getHost());
        return new Fetched.Never("It lies on a host that is not WhatsApp's");
      }
      var answer = send(address, token);
      try (var body = answer.body()) {
        if (answer.statusCode() == 200) {
          return checked(read(body, LARGEST + 1), hash);
        }
        var next = answer.headers().firstValue("Location");
        if (answer.statusCode() / 100 != 3 || next.isEmpty()) {
          // Its address lives for minutes: the next try asks for a new one.
          return new Fetched.NotNow("Its address answered " + answer.statusCode());
        }
        address = address.resolve(next.get());
      }
    }
    return new Fetched.NotNow("Its address leads nowhere");
  }

  /** The client's timeout ends with the headers; a body that trickles is cut off here. */
  private static byte[] read(InputStream body, int most) throws IOException {
    var watch =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(LONGEST_READ);
                    body.close();
                  } catch (InterruptedException | IOException e) {
                    // read in time, or broken already
                  }
                });
    try {
      return body.readNBytes(most);
    } finally {
      watch.interrupt();
    }
  }

  private boolean isVendors(URI address) {
    return hosts.contains(address.getHost()) && schemes.contains(address.getScheme());
  }

  private static Fetched checked(byte[] content, String hash) {
    if (content.length > LARGEST) {
      return new Fetched.Never("It is larger than " + LARGEST + " bytes");
    }
    return hash.isEmpty() || matches(content, hash)
        ? new Fetched.Content(content)
        : new Fetched.NotNow("It does not match its hash");
  }

  /** The vendor writes hashes in hexadecimal here, in Base64 there. */
  private static boolean matches(byte[] content, String hash) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      return hash.equalsIgnoreCase(HexFormat.of().formatHex(digest))
          || hash.equals(Base64.getEncoder().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<InputStream> send(URI address, String token) throws IOException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
