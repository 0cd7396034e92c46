package frontdesk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The table of {@code matrix.txt}: every operation and who may call it. */
record Matrix(List<Matrix.Route> routes) {

  private static final Pattern ID = Pattern.compile("\\$([a-z]+)");

  /**
   * @param who letters of roles, or account, platform, public, visitor, vendor
   */
  record Route(String method, String path, String who, String body) {

    boolean forMembers() {
      return who.matches("[OMPRA]+");
    }

    boolean namesIds() {
      return ID.matcher(path.split("\\?")[0].replace("$slug", "")).find();
    }

    boolean asksForIds() {
      var query = path.contains("?") ? path.substring(path.indexOf('?')) : "";
      return ID.matcher((query + body).replaceAll("\\$(start|from|to)", "")).find();
    }

    /** As the API document writes it: the same place, whatever its variable is called. */
    String pattern() {
      return method
          + " "
          + path.split("\\?")[0]
              .replaceAll("\\$[a-z]+", "{}")
              .replace("/tools/list_services", "/tools/{}")
              .replace("/nothing", "/{}");
    }

    String path(Map<String, String> inPath, Map<String, String> inQuery) {
      var parts = path.split("\\?", 2);
      return fill(parts[0], inPath) + (parts.length > 1 ? "?" + fill(parts[1], inQuery) : "");
    }

    String body(Map<String, String> ids) {
      return fill(body, ids);
    }

    private static String fill(String text, Map<String, String> ids) {
      return ID.matcher(text)
          .replaceAll(found -> ids.getOrDefault(found.group(1), "$0").replace("$", "\\$"));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Matrix read() throws IOException {
    var text = new ClassPathResource("matrix.txt").getContentAsString(StandardCharsets.UTF_8);
    return new Matrix(
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split("\\|", 3))
            .map(
                cells -> {
                  var asked = cells[0].strip().split("\\s+");
                  return new Route(asked[0], asked[1], cells[1].strip(), cells[2].strip());
                })
            .toList());
  }
}
