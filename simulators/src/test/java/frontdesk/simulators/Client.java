package frontdesk.simulators;

import frontdesk.simulators.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Speaks to the simulators as anybody would. */
record Client(String base) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** One answer. */
  record Answer(int status, String body) {
    JsonNode json() {
      return Json.read(body);
    }
  }

  Answer post(String path, String json, String... headers) throws Exception {
    var request =
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    return send(request);
  }

  Answer put(String path, String json) throws Exception {
    return send(request(path).PUT(BodyPublishers.ofString(json)));
  }

  Answer get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET());
  }

  JsonNode ledger(String kind) throws Exception {
    return get("/control/ledger?kind=" + kind).json().path("items");
  }

  HttpRequest.Builder request(String path, String... headers) {
    var uri = path.startsWith("http") ? path : base + path;
    var request = HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(20));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  Answer send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.body());
  }
}
