package frontdesk.http;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the screens are made of travels small, and is asked for no more often than it changes. */
@DatabaseTest
class ClientFilesTests {

  private static final String HASHED = "/app-assets/screen-Bk7r_lW-.js";

  @LocalServerPort private int port;

  @Test
  void aFileNamedByItsContentIsKeptForGood() throws Exception {
    assertThat(get(HASHED).headers().firstValue("Cache-Control"))
        .hasValue("max-age=31536000, public, immutable");
  }

  @Test
  void aFileThatKeepsItsNameIsAskedForAgain() throws Exception {
    assertThat(get("/app-assets/start.js").headers().firstValue("Cache-Control"))
        .hasValue("no-cache");
  }

  @Test
  void aFileThatIsGoneIsNotKept() throws Exception {
    var answer = get("/app-assets/screen-00000000.js");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).doesNotContain("max-age");
  }

  @Test
  void scriptsTravelCompressed() throws Exception {
    assertThat(get(HASHED).headers().firstValue("Content-Encoding")).hasValue("gzip");
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
              .header("Accept-Encoding", "gzip")
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
