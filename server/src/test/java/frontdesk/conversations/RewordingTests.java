package frontdesk.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RewordingTests {

  private static final String ANSWER =
      "Hello Anna! We are open on Monday from 9:00 to 18:00. Let me know if you need anything.";

  @Test
  void leavesOutWhatOnlyGreetsAndKeepsWhatIsStated() {
    assertThat(Rewording.shorter(ANSWER)).isEqualTo("We are open on Monday from 9:00 to 18:00.");
    assertThat(Rewording.shorter("Ciao! Siamo aperti dalle 9:00. Fammi sapere."))
        .isEqualTo("Siamo aperti dalle 9:00.");
  }

  @Test
  void leavesNothingEmpty() {
    assertThat(Rewording.shorter("Hello!")).isEqualTo("Hello!");
  }

  @Test
  void greetsByNameInTheLanguageOfTheAnswer() {
    assertThat(Rewording.warmer(ANSWER, "Anna"))
        .startsWith("Hello Anna,")
        .contains("We are open on Monday from 9:00 to 18:00.");
    assertThat(Rewording.warmer("Siamo aperti dalle 9:00 alle 18:00.", ""))
        .startsWith("Ciao, grazie")
        .contains("Siamo aperti dalle 9:00 alle 18:00.");
  }
}
