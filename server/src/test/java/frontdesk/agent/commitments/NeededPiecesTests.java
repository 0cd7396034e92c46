package frontdesk.agent.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeededPiecesTests {

  @Test
  void areTheLettersThatStandForThemselves() {
    assertThat(needed("\\bcheck your (?:inbox|e-?mail)\\b")).contains(Set.of("check your "));
  }

  @Test
  void areOneOfEachAlternative() {
    assertThat(needed("\\b(?:is|are)\\s+(?:booked|pencill?ed|set aside)\\b"))
        .contains(Set.of("booked", "pencil", "set aside"));
  }

  @Test
  void leaveOutWhatMayBeMissing() {
    assertThat(needed("\\b(?:already )?confirmed?(?:today)*\\b")).contains(Set.of("confirme"));
    assertThat(needed("(?:gladly ){0,2}moved")).contains(Set.of("moved"));
  }

  @Test
  void leaveOutWhatIsOnlyLookedAt() {
    assertThat(needed("(?<!never )set(?! up)(?=tled)")).contains(Set.of("set"));
  }

  @Test
  void areNoneWhereOneAlternativeNeedsTooLittle() {
    assertThat(needed("\\b(?:never|no)\\b")).isEmpty();
    assertThat(needed("\\w+|booked")).isEmpty();
  }

  private static Optional<Set<String>> needed(String regex) {
    return NeededPieces.of(regex, 3);
  }
}
