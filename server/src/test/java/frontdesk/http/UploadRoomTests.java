package frontdesk.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files come whole into memory, so that only some may come at a time. */
@DatabaseTest
class UploadRoomTests {

  @Autowired private TestApi api;
  @LocalServerPort private int port;

  @Test
  void aCrowdOfSlowUploadsLeavesNoRoomForAnotherUntilOneEnds() throws IOException {
    var owner = api.owner();
    var chat = "/api/public/" + owner.tenant().slug() + "/chat/files";
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        slow.add(begin(chat));
      }
      await().until(() -> slow.stream().filter(UploadRoomTests::answered).count() == 1);
      assertThat(status(slow.stream().filter(UploadRoomTests::answered).findFirst().orElseThrow()))
          .isEqualTo(503);
      assertThat(owner.get("/api/conversations").status()).isEqualTo(200);
    } finally {
      for (var one : slow) {
        one.close();
      }
    }
    var files = "/api/conversations/" + UUID.randomUUID() + "/files?name=a.txt";
    assertThat(owner.post(files, "words".getBytes(UTF_8)).status()).isEqualTo(404);
  }

  /** Announces more than it sends. */
  private Socket begin(String path) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    var head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000\r\n\r\nx"
            .formatted(path);
    socket.getOutputStream().write(head.getBytes(UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  private static boolean answered(Socket socket) {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int status(Socket socket) throws IOException {
    try (socket;
        var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      return Integer.parseInt(answer.readLine().split(" ")[1]);
    }
  }
}
