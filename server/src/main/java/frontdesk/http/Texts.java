package frontdesk.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the API says to people, in the caller's language: {@code messages/<module>.properties} in
 * English and {@code <module>_it.properties} in Italian, a pair for each module that has something
 * to say. Patterns are those of {@link MessageFormat}.
 */
public final class Texts {

  private static final Map<String, Map<String, String>> BY_LANGUAGE = load();

  private Texts() {}

  /** In the language of the request that is being answered. */
  public static String say(String key, Object... values) {
    return say(LocaleContextHolder.getLocale(), key, values);
  }

  public static String say(Locale locale, String key, Object... values) {
    return find(locale, key, values)
        .orElseThrow(() -> new IllegalArgumentException("No text is called " + key));
  }

  static Optional<String> find(Locale locale, String key, Object... values) {
    var own = BY_LANGUAGE.getOrDefault(locale.getLanguage(), Map.of()).get(key);
    var text = own == null ? BY_LANGUAGE.getOrDefault("en", Map.of()).get(key) : own;
    return Optional.ofNullable(text)
        .map(t -> new MessageFormat(t, locale).format(values))
        .map(Sentences::ended);
  }

  static Map<String, Map<String, String>> all() {
    return BY_LANGUAGE;
  }

  private static Map<String, Map<String, String>> load() {
    var texts = new HashMap<String, Map<String, String>>();
    try {
      var files =
          new PathMatchingResourcePatternResolver(Texts.class.getClassLoader())
              .getResources("classpath*:messages/*.properties");
      for (var file : files) {
        var name = String.valueOf(file.getFilename());
        var language = name.endsWith("_it.properties") ? "it" : "en";
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        properties.forEach(
            (key, text) ->
                texts
                    .computeIfAbsent(language, l -> new HashMap<>())
                    .put(key.toString(), text.toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
