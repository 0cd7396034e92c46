package frontdesk.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A salon that signs up over HTTP, is open every day and connects a WhatsApp number. */
record Salon(UUID tenant, String number) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Salon signUp(int port) {
    var base = "http://127.0.0.1:" + port;
    var made =
        send(
            "POST",
            base + "/api/auth/register",
            "",
            Map.of(
                "businessName",
                "Crash Salon",
                "email",
                "elena@salon-" + UUID.randomUUID() + ".example",
                "password",
                "correct horse battery",
                "timezone",
                "Europe/Rome",
                "country",
                "IT",
                "locale",
                "en",
                "template",
                "salon"));
    var token = made.path("accessToken").asString();
    var number =
        Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000_000L));
    send(
        "PUT",
        base + "/api/hours",
        token,
        Map.of(
            "weekly",
            Stream.of(DayOfWeek.values())
                .map(
                    day ->
                        Map.of(
                            "day",
                            day.name().toLowerCase(Locale.ROOT),
                            "open",
                            "08:00",
                            "close",
                            "20:00"))
                .toList(),
            "exceptions",
            List.of()));
    send(
        "POST",
        base + "/api/channels",
        token,
        Map.of("type", "whatsapp", "name", "WA", "phoneNumberId", number, "accessToken", "token"));
    return new Salon(UUID.fromString(made.path("tenant").path("id").asString()), number);
  }

  private static JsonNode send(String method, String url, String token, Object body) {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(url + ": " + answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
