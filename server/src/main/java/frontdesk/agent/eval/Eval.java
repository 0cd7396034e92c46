package frontdesk.agent.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code bin/frontdesk eval TASK}: one JSON object a line in, one a line out, in order, each
 * flushed before the next is read. Without Spring or a database, so that it starts at once.
 */
public final class Eval {

  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, EvalTask> tasks =
      new TreeMap<>(Map.of("datetime", new EvalDatetime(json)));

  private Eval() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(
        run(arguments, System.in, new PrintStream(System.out, false, StandardCharsets.UTF_8)));
  }

  /** The exit status: 0, or 2 when the task is not known. */
  static int run(String[] arguments, InputStream in, PrintStream out) throws IOException {
    return new Eval().answer(arguments, in, out);
  }

  private int answer(String[] arguments, InputStream in, PrintStream out) throws IOException {
    var task =
        arguments.length == 1
            ? Optional.ofNullable(tasks.get(arguments[0]))
            : Optional.<EvalTask>empty();
    if (task.isEmpty()) {
      System.err.println(
          "Usage: bin/frontdesk eval TASK, where TASK is one of: "
              + String.join(", ", tasks.keySet()));
      return 2;
    }
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        answer(task.get(), line).ifPresent(out::println);
        out.flush();
      }
    }
    return 0;
  }

  private Optional<String> answer(EvalTask task, String line) {
    try {
      if (json.readTree(line) instanceof ObjectNode object) {
        return task.answer(object).map(json::writeValueAsString);
      }
      return Optional.of(error("a line is one JSON object"));
    } catch (JacksonException e) {
      return Optional.of(error("not JSON: " + e.getOriginalMessage()));
    } catch (IllegalArgumentException e) {
      return Optional.of(error(Optional.ofNullable(e.getMessage()).orElse("bad input")));
    }
  }

  private String error(String message) {
    return json.writeValueAsString(json.createObjectNode().put("error", message));
  }
}
