package frontdesk.channels.whatsapp;

import frontdesk.channels.ConnectedChannel;
import frontdesk.conversations.Channel;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hands files to the Cloud API, and says how a message carries one. */
@Component
class WhatsAppUploads {

  private static final int MIB = 1024 * 1024;
  private static final int LARGEST_IMAGE = 5 * MIB;
  private static final int LARGEST = 16 * MIB;

  /** Others are stickers, or are not taken at all. */
  private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png");

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final JsonMapper json;
  private final GraphApi graph;

  WhatsAppUploads(JsonMapper json, GraphApi graph) {
    this.json = json;
    this.graph = graph;
  }

  /** What came of handing over a file. */
  sealed interface Outcome {
    record Uploaded(String id) implements Outcome {}

    record Answered(int status, byte[] body) implements Outcome {}

    record Unanswered() implements Outcome {}
  }

  /** In bytes; 0 for what the Cloud API does not take. */
  static int largest(String contentType) {
    if (contentType.startsWith("image/")) {
      return IMAGES.contains(contentType) ? LARGEST_IMAGE : 0;
    }
    return LARGEST;
  }

  Outcome upload(ConnectedChannel channel, Channel.File file) {
    var boundary = UUID.randomUUID().toString();
    var body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head(boundary, file.contentType())),
            BodyPublishers.ofByteArray(file.content()),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    try {
      var answer =
          graph.post(channel, "media", "multipart/form-data; boundary=" + boundary, body, TIMEOUT);
      var id = answer.statusCode() == 200 ? id(answer.body()) : "";
      return id.isEmpty()
          ? new Outcome.Answered(answer.statusCode(), answer.body())
          : new Outcome.Uploaded(id);
    } catch (IOException e) {
      return new Outcome.Unanswered();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unanswered();
    }
  }

  private String id(byte[] body) {
    try {
      return json.readTree(body).path("id").asString("");
    } catch (JacksonException e) {
      return "";
    }
  }

  /** The file's own name goes with the message: here it would need an encoding of its own. */
  private static String head(String boundary, String contentType) {
    return """
    --%1$s\r
    Content-Disposition: form-data; name="messaging_product"\r
    \r
    whatsapp\r
    --%1$s\r
    Content-Disposition: form-data; name="type"\r
    \r
    %2$s\r
    --%1$s\r
    Content-Disposition: form-data; name="file"; filename="file"\r
    Content-Type: %2$s\r
    \r
    """
        .formatted(boundary, contentType);
  }

  /** Sound has no caption there: with one, it goes as a document. */
  static Map<String, Object> message(
      Map<String, Object> envelope, Channel.File file, String id, String caption) {
    var kind = file.contentType().replaceAll("/.*", "");
    var type =
        switch (kind) {
          case "image", "video" -> kind;
          case "audio" -> caption.isEmpty() ? kind : "document";
          default -> "document";
        };
    var media = new HashMap<String, Object>(Map.of("id", id));
    if (!caption.isEmpty()) {
      media.put("caption", caption);
    }
    if (type.equals("document")) {
      media.put("filename", file.name());
    }
    envelope.put("type", type);
    envelope.put(type, media);
    return envelope;
  }
}
