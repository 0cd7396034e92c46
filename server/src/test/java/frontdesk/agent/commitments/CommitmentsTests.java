package frontdesk.agent.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.commitments.Verdict.Backed;
import frontdesk.agent.commitments.Verdict.Unbacked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CommitmentsTests {

  @TestFactory
  Stream<DynamicTest> catchesEnglishLies() throws IOException {
    return replies("lies_en.txt", Locale.ENGLISH, Unbacked.class);
  }

  @TestFactory
  Stream<DynamicTest> catchesItalianLies() throws IOException {
    return replies("lies_it.txt", Locale.ITALIAN, Unbacked.class);
  }

  @TestFactory
  Stream<DynamicTest> letsHonestEnglishThrough() throws IOException {
    return replies("honest_en.txt", Locale.ENGLISH, Backed.class);
  }

  @TestFactory
  Stream<DynamicTest> letsHonestItalianThrough() throws IOException {
    return replies("honest_it.txt", Locale.ITALIAN, Backed.class);
  }

  @Test
  void namesWhatIsNotBorneOut() {
    var verdict =
        Commitments.check(
            "You're booked for Thursday at 11, it costs 99 €.",
            Locale.ENGLISH,
            Records.NOW,
            Records.of("booked", Locale.ENGLISH));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Unbacked.class,
            unbacked ->
                assertThat(unbacked.claims())
                    .extracting(Claim::kind)
                    .containsExactly(Claim.Kind.TIME, Claim.Kind.PRICE));
  }

  private static Stream<DynamicTest> replies(
      String file, Locale locale, Class<? extends Verdict> expected) throws IOException {
    try (var stream = Objects.requireNonNull(CommitmentsTests.class.getResourceAsStream(file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" => ", 2))
          .map(
              row ->
                  DynamicTest.dynamicTest(
                      row[0] + ": " + row[1],
                      () ->
                          assertThat(
                                  Commitments.check(
                                      row[1], locale, Records.NOW, Records.of(row[0], locale)))
                              .isInstanceOf(expected)));
    }
  }
}
