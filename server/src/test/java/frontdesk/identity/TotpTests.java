package frontdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B; of its eight digits the last six. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void makesTheCodesOfTheStandard(long second, String code) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @Test
  void takesTheCodesOfTheNeighbouringHalfMinutesOnly() {
    var now = Instant.ofEpochSecond(1_111_111_109);

    assertThat(Totp.find(SECRET, "081804", now.minusSeconds(30))).isPresent();
    assertThat(Totp.find(SECRET, "081804", now.plusSeconds(30))).isPresent();
    assertThat(Totp.find(SECRET, "081804", now.plusSeconds(60))).isEmpty();
  }

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void writesKeysAsAppsReadThem(String plain, String encoded) {
    assertThat(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
  }
}
