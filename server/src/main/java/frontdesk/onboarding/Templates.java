package frontdesk.onboarding;

import frontdesk.http.Invalid;
import frontdesk.http.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

  /** The id of one that there is, or none; another is refused. */
  Optional<String> named(@Nullable String id) {
    var named = BusinessFields.given(id);
    if (named.isPresent() && find(named.get()).isEmpty()) {
      throw new Invalid("template", Texts.say("onboarding.template"));
    }
    return named;
  }
}
