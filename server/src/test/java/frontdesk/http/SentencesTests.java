package frontdesk.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTests {

  @ParameterizedTest
  @CsvSource({
    "en, I'm the AI assistant of Ciuffo & Co.",
    "it, Sono l'assistente AI di Ciuffo & Co."
  })
  void endWithTheFullStopOfTheNameTheyEndIn(String language, String sentence) {
    assertThat(Texts.say(Locale.of(language), "agent.disclosure", "Ciuffo & Co."))
        .isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource({"en", "it"})
  void endWithOneOfTheirOwnBehindAnyOtherName(String language) {
    assertThat(Texts.say(Locale.of(language), "agent.disclosure", "Ciuffo")).endsWith(" Ciuffo.");
  }

  @Test
  void keepTheDotsOfWhatIsLeftOpen() {
    assertThat(Sentences.ended("Well... A. B.. C.")).isEqualTo("Well... A. B. C.");
  }
}
