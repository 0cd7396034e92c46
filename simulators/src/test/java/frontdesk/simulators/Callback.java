package frontdesk.simulators;

import com.sun.net.httpserver.HttpServer;
import frontdesk.simulators.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** The business's end of the webhooks. */
final class Callback implements AutoCloseable {
  /** One webhook as it came. */
  record Received(byte[] body, String signature) {
    JsonNode value() {
      return Json.read(body).path("entry").path(0).path("changes").path(0).path("value");
    }

    boolean signedWith(String secret) throws Exception {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return signature.equals("sha256=" + HexFormat.of().formatHex(mac.doFinal(body)));
    }
  }

  private final HttpServer server;
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private volatile int failing;

  Callback() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          var signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
          received.add(new Received(body, signature == null ? "" : signature));
          int status = failing > 0 ? 500 : 200;
          failing = Math.max(0, failing - 1);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhook/meta";
  }

  void failNext(int times) {
    failing = times;
  }

  Received next() throws InterruptedException {
    var next = received.poll(5, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no webhook came");
    }
    return next;
  }

  boolean isQuiet() throws InterruptedException {
    return received.poll(300, TimeUnit.MILLISECONDS) == null;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
