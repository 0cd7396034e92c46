package frontdesk.simulators.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which handler answers which method and path, asked in the order they were added. */
public final class Routes implements HttpHandler {
  /** Answers one call. */
  public interface Handler {
    void handle(Call call) throws IOException, InterruptedException;
  }

  private record Route(String method, Pattern path, List<String> names, Handler handler) {}

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private final List<Route> routes = new ArrayList<>();

  /** A path like {@code /v{version}/{id}/messages}; {@code *} is any method. */
  public Routes on(String method, String path, Handler handler) {
    var names = NAME.matcher(path).results().map(found -> found.group(1)).toList();
    var literal = "\\Q" + NAME.matcher(path).replaceAll("\\\\E([^/]+)\\\\Q") + "\\E";
    routes.add(new Route(method, Pattern.compile(literal), names, handler));
    return this;
  }

  /** Everything below a prefix that no earlier route took. */
  public Routes below(String prefix, Handler handler) {
    routes.add(new Route("*", Pattern.compile(Pattern.quote(prefix) + ".*"), List.of(), handler));
    return this;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    for (var route : routes) {
      var found = route.path().matcher(path);
      if (found.matches()
          && (route.method().equals("*") || route.method().equals(exchange.getRequestMethod()))) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < route.names().size(); i++) {
          variables.put(route.names().get(i), found.group(i + 1));
        }
        answer(new Call(exchange, variables), route.handler());
        return;
      }
    }
    new Call(exchange, Map.of()).answer(404, Json.object("error", "Nothing here."));
  }

  private static void answer(Call call, Handler handler) throws IOException {
    try {
      handler.handle(call);
    } catch (Refusal refusal) {
      call.answer(refusal.status(), refusal.body());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ConnectionCut();
    } catch (ConnectionCut cut) {
      throw cut;
    } catch (RuntimeException bug) {
      System.err.println(call.method() + " " + call.path());
      bug.printStackTrace();
      call.answer(500, Json.object("error", "The simulator itself failed: " + bug));
    }
  }
}
