package frontdesk.http;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The addresses that the browser's own router understands: each answers the one page of the app.
 */
@Controller
class ClientRoutes {

  @GetMapping({
    "/",
    "/signup",
    "/login",
    "/login/{*rest}",
    "/forgot",
    "/reset/{token}",
    "/verify/{token}",
    "/invite/{token}",
    "/app",
    "/app/{*rest}",
    "/admin",
    "/admin/{*rest}"
  })
  String page() {
    return "forward:/index.html";
  }

  /** A business's own site, as it might be, with the chat on it. */
  @GetMapping("/sample/{slug}")
  String samplePage() {
    return "forward:/sample.html";
  }
}
