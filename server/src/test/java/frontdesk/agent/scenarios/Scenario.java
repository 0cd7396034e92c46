package frontdesk.agent.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One conversation with a goal, as the JSON files tell it. */
record Scenario(JsonNode spec) {

  static List<Scenario> all(String... files) {
    var mapper = JsonMapper.builder().build();
    var all = new ArrayList<Scenario>();
    for (var file : files) {
      try (var in = Scenario.class.getResourceAsStream("/conversations/" + file)) {
        mapper.readTree(in).forEach(spec -> all.add(new Scenario(spec)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  String id() {
    return spec.get("id").asString();
  }

  String language() {
    return spec.get("locale").asString();
  }

  List<String> texts(String field) {
    return texts(spec.path(field));
  }

  static List<String> texts(JsonNode node) {
    if (node.isString()) {
      return List.of(node.asString());
    }
    var texts = new ArrayList<String>();
    node.forEach(one -> texts.add(one.asString()));
    return texts;
  }
}
