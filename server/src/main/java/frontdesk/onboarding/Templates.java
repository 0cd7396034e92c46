package frontdesk.onboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The industry templates, by their ids. */
@Component
class Templates {

  private final Map<String, Template> all;

  Templates(JsonMapper json) {
    try (var in = new ClassPathResource("onboarding/templates.json").getInputStream()) {
      all = json.readValue(in, new TypeReference<TreeMap<String, Template>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Template> all() {
    return all;
  }

  Optional<Template> find(String id) {
    return Optional.ofNullable(all.get(id));
  }
}
