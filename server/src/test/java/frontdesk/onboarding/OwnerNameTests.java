package frontdesk.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerNameTests {

  @ParameterizedTest
  @CsvSource({
    "ada.rossi@example.com, Ada Rossi",
    "rosa1984@example.com, Rosa",
    "g.verdi+front@example.com, G Verdi",
    "anna-maria_neri@example.com, Anna Maria Neri",
  })
  void readsAPersonsNameFromTheirAddress(String email, String name) {
    assertThat(OwnerName.in(email)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"info@example.com", "salon.rosa@example.com", "1984@example.com", "a@example.com"})
  void findsNobodyInAnAddressOfTheBusiness(String email) {
    assertThat(OwnerName.in(email)).isEmpty();
  }
}
