package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Faults;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Ledger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts signed webhooks to the callback until it answers 200, with every disorder that is switched
 * on.
 */
final class Webhooks {
  /** One change of one number (or, without metadata, of one account). */
  record Change(BusinessNumber number, String field, ObjectNode value) {}

  private record Address(String callback, String secret) {}

  private final Supplier<WhatsAppSettings> settings;
  private final Faults faults;
  private final Ledger ledger;
  private final ExecutorService threads;
  private final HttpClient client;
  private final AtomicInteger life = new AtomicInteger();

  Webhooks(
      Supplier<WhatsAppSettings> settings, Faults faults, Ledger ledger, ExecutorService threads) {
    this.settings = settings;
    this.faults = faults;
    this.ledger = ledger;
    this.threads = threads;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  /**
   * Posts these changes, together where they go to one callback, and answers the status of the
   * first try of each post (0 when nothing answered). Repeats go on in the background.
   */
  List<Integer> deliver(List<Change> changes) {
    Map<Address, List<Change>> byAddress = new LinkedHashMap<>();
    for (var change : changes) {
      byAddress.computeIfAbsent(address(change.number()), fresh -> new ArrayList<>()).add(change);
    }
    var statuses = new ArrayList<Integer>();
    byAddress.forEach(
        (address, together) -> {
          if (!address.callback().isEmpty()) {
            statuses.add(deliver(address, together));
          }
        });
    return statuses;
  }

  private Address address(BusinessNumber number) {
    var common = settings.get();
    return new Address(
        number.callback().orElse(common.callback()), number.appSecret().orElse(common.appSecret()));
  }

  private int deliver(Address address, List<Change> changes) {
    var about = Map.of("phoneNumberId", changes.getFirst().number().id());
    var body = Json.escapedBytes(envelope(changes, about));
    if (faults.take("duplicate-concurrent", about).isPresent()) {
      threads.execute(() -> post(address, body, Signature.GOOD, "duplicate"));
    }
    int status = untilTaken(address, body, signature(about));
    if (faults.take("duplicate", about).isPresent()) {
      post(address, body, Signature.GOOD, "duplicate");
    }
    faults
        .take("duplicate-later", about)
        .ifPresent(
            fault ->
                later(
                    fault.delay(Duration.ofSeconds(2)),
                    () -> post(address, body, Signature.GOOD, "duplicate")));
    return status;
  }

  private ObjectNode envelope(List<Change> changes, Map<String, String> about) {
    var entries = Json.array();
    Map<String, ArrayNode> byAccount = new LinkedHashMap<>();
    if (faults.take("malformed-item", about).isPresent()) {
      entries.add(
          Json.object(
              "id",
              7,
              "changes",
              Json.array(Json.object("field", "messages", "value", "not an object"))));
    }
    if (faults.take("unknown-number", about).isPresent()) {
      entries.add(
          Json.object(
              "id",
              "waba-of-nobody",
              "changes",
              Json.array(Json.object("field", "messages", "value", InboundMessages.ofNobody()))));
    }
    for (var change : changes) {
      byAccount
          .computeIfAbsent(
              change.number().account(),
              account -> {
                var list = Json.array();
                entries.add(Json.object("id", account, "changes", list));
                return list;
              })
          .add(Json.object("value", change.value(), "field", change.field()));
    }
    if (faults.take("unknown-field", about).isPresent()) {
      byAccount
          .values()
          .forEach(
              list ->
                  list.add(
                      Json.object(
                          "field",
                          "something_new",
                          "value",
                          Json.object("messages", Json.array("what?")))));
    }
    return Json.object("object", "whatsapp_business_account", "entry", entries);
  }

  private Signature signature(Map<String, String> about) {
    for (var signature : Signature.values()) {
      if (signature != Signature.GOOD && faults.take(signature.fault, about).isPresent()) {
        return signature;
      }
    }
    return Signature.GOOD;
  }

  private int untilTaken(Address address, byte[] body, Signature first) {
    int status = post(address, body, first, "first");
    if (status != 200 && first == Signature.GOOD) {
      later(settings.get().retryDelay(), () -> repeat(address, body, 1));
    }
    return status;
  }

  private void repeat(Address address, byte[] body, int attempt) {
    if (post(address, body, Signature.GOOD, "retry " + attempt) != 200
        && attempt < settings.get().retryLimit()) {
      var longer = settings.get().retryDelay().multipliedBy(1L << Math.min(attempt, 10));
      later(longer, () -> repeat(address, body, attempt + 1));
    }
  }

  /** Posts any bytes as they are given, for a test that wants its own. */
  int post(String callback, String secret, byte[] body, Signature signature) {
    return post(new Address(callback, secret), body, signature, "raw");
  }

  private int post(Address address, byte[] body, Signature signature, String attempt) {
    var request =
        HttpRequest.newBuilder(URI.create(address.callback()))
            .timeout(settings.get().callbackTimeout())
            .header("Content-Type", "application/json")
            .header("User-Agent", "facebookexternalua");
    signature.headers(address.secret(), body).forEach(request::header);
    var sent = signature == Signature.CHANGED_BODY ? changed(body) : body;
    long from = System.nanoTime();
    int status = 0;
    String problem = "";
    try {
      status =
          client
              .send(
                  request.POST(HttpRequest.BodyPublishers.ofByteArray(sent)).build(),
                  BodyHandlers.discarding())
              .statusCode();
    } catch (java.io.IOException unreachable) {
      problem = unreachable.toString();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      problem = "stopped";
    }
    ledger.add(
        "whatsapp",
        "webhook",
        Json.object(
            "url",
            address.callback(),
            "status",
            status,
            "attempt",
            attempt,
            "signature",
            signature.name(),
            "ms",
            (System.nanoTime() - from) / 1_000_000.0,
            "bytes",
            sent.length,
            "problem",
            problem));
    return status;
  }

  /**
   * The handshake by which the vendor makes sure of a callback; true when the challenge came back.
   */
  boolean verify(String callback, String token) {
    var challenge =
        Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits()) % 10_000_000_000L);
    var uri =
        URI.create(
            callback
                + "?hub.mode=subscribe&hub.challenge="
                + challenge
                + "&hub.verify_token="
                + URLEncoder.encode(token, StandardCharsets.UTF_8));
    try {
      var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().equals(challenge);
    } catch (java.io.IOException unreachable) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What was to come later does not come any more. */
  void clear() {
    life.incrementAndGet();
  }

  void later(Duration delay, Runnable what) {
    if (threads.isShutdown()) {
      return;
    }
    int begun = life.get();
    threads.execute(
        () -> {
          try {
            Thread.sleep(delay);
            if (life.get() == begun) {
              what.run();
            }
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static byte[] changed(byte[] body) {
    var other = body.clone();
    other[other.length - 1] = ' ';
    return new String(other, StandardCharsets.UTF_8).concat("}").getBytes(StandardCharsets.UTF_8);
  }

  /** How a webhook is signed. */
  enum Signature {
    GOOD(""),
    BAD("signature-bad"),
    MISSING("signature-missing"),
    SHA1_ONLY("signature-sha1-only"),
    CHANGED_BODY("body-changed");

    private final String fault;

    Signature(String fault) {
      this.fault = fault;
    }

    Map<String, String> headers(String secret, byte[] body) {
      return switch (this) {
        case GOOD, CHANGED_BODY ->
            Map.of(
                "X-Hub-Signature-256", "sha256=" + hmac("HmacSHA256", secret, body),
                "X-Hub-Signature", "sha1=" + hmac("HmacSHA1", secret, body));
        case BAD ->
            Map.of("X-Hub-Signature-256", "sha256=" + hmac("HmacSHA256", secret + "x", body));
        case SHA1_ONLY -> Map.of("X-Hub-Signature", "sha1=" + hmac("HmacSHA1", secret, body));
        case MISSING -> Map.of();
      };
    }

    private static String hmac(String algorithm, String secret, byte[] body) {
      try {
        var mac = Mac.getInstance(algorithm);
        // an empty key is refused by the JDK; without a secret nothing can be signed rightly anyway
        var key = secret.isEmpty() ? "none" : secret;
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
        return HexFormat.of().formatHex(mac.doFinal(body));
      } catch (java.security.GeneralSecurityException missing) {
        throw new IllegalStateException(missing);
      }
    }
  }
}
