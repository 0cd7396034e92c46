package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Call;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A multipart form with at most one file. */
record Multipart(Map<String, String> fields, Optional<File> file) {
  record File(String name, String type, byte[] bytes) {}

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?i)content-type:\\s*([^\\r\\n]+)");

  static Multipart read(Call call) {
    var header = BOUNDARY.matcher(call.header("Content-Type").orElse(""));
    if (!header.find()) {
      throw GraphError.parameter("The body is multipart/form-data.").refusal();
    }
    // ISO 8859-1 keeps every byte, so text search and the file's bytes can share one string
    var body = new String(call.body(), StandardCharsets.ISO_8859_1);
    Map<String, String> fields = new HashMap<>();
    Optional<File> file = Optional.empty();
    for (var part : body.split(Pattern.quote("--" + header.group(1)))) {
      int gap = part.indexOf("\r\n\r\n");
      if (gap < 0) {
        continue;
      }
      var head = part.substring(0, gap);
      var content = part.substring(gap + 4, Math.max(gap + 4, part.length() - 2));
      var name = NAME.matcher(head);
      var fileName = FILE_NAME.matcher(head);
      if (fileName.find()) {
        var type = TYPE.matcher(head);
        file =
            Optional.of(
                new File(
                    fileName.group(1),
                    type.find() ? type.group(1).strip() : "application/octet-stream",
                    content.getBytes(StandardCharsets.ISO_8859_1)));
      } else if (name.find()) {
        fields.put(
            name.group(1),
            new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
      }
    }
    return new Multipart(fields, file);
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
