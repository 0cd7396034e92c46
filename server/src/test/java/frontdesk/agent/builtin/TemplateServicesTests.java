package frontdesk.agent.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a new business has from its template can be booked by its name. */
class TemplateServicesTests {

  private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 21, 14, 0, 0, 0, Books.ROME);

  @ParameterizedTest
  @CsvSource({
    "en, I'd like to book %s",
    "en, can I get %s tomorrow at 10?",
    "it, Vorrei prenotare %s",
    "it, avete posto domani alle 10 per %s?"
  })
  void isKnownByItsNameAmongTheOthers(String language, String wish) throws IOException {
    var mistaken = new ArrayList<String>();
    try (var in = getClass().getResourceAsStream("/onboarding/templates.json")) {
      for (var template : new JsonMapper().readTree(in).properties()) {
        var books = new Books(NOW, language);
        var services = new ArrayList<ServiceFacts>();
        for (var service : template.getValue().get("services")) {
          services.add(
              books.service(service.get("name").get(language).asString(), 30, 5000, "Elena"));
        }
        for (var service : services) {
          if (!booked(books, wish.formatted(service.name())).equals(Optional.of(service.id()))) {
            mistaken.add(template.getKey() + ": " + service.name());
          }
        }
      }
    }
    assertThat(mistaken).isEmpty();
  }

  private static Optional<?> booked(Books books, String text) {
    var situation = new Situation(NOW, Locale.ENGLISH, Optional.empty(), Optional.empty(), true);
    return new BuiltInAssistant()
        .answer(DialogueState.fresh(), List.of(text), situation, books)
        .state()
        .wish()
        .service();
  }
}
