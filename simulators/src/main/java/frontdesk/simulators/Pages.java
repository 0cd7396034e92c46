package frontdesk.simulators;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.Refusal;
import frontdesk.simulators.wire.Routes;
import java.io.IOException;
import java.util.Map;

/** The pages for people, of files beside this class: the customer's phone, and the mails. */
final class Pages {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8");

  private Pages() {}

  static void addTo(Routes routes) {
    routes.on("GET", "/", call -> redirect(call));
    routes.on("GET", "/phone", call -> file(call, "phone.html"));
    routes.on("GET", "/phone/{file}", call -> file(call, call.at("file")));
    routes.on("GET", "/mails", call -> file(call, "mails.html"));
    routes.on("GET", "/mails/{file}", call -> file(call, call.at("file")));
  }

  private static void redirect(Call call) {
    call.answerHeader("Location", "/phone");
    call.answer(302, "text/plain", new byte[0]);
  }

  private static void file(Call call, String name) throws IOException {
    var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    try (var in = type == null ? null : Pages.class.getResourceAsStream("page/" + name)) {
      if (type == null || in == null) {
        throw Refusal.of(404, "No such file.");
      }
      call.answerHeader(
          "Content-Security-Policy", "default-src 'self'; img-src 'self' data: blob:");
      call.answer(200, type, in.readAllBytes());
    }
  }
}
