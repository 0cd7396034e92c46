package frontdesk.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.http.RateLimits.Limit;
import frontdesk.settings.Settings;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class RateLimitTests {

  @Test
  void refusesOneTooManyAndSaysWhenToComeAgain() {
    var limits = limits("0.5");
    for (int i = 0; i < 5; i++) {
      limits.take(Limit.WRONG_PASSWORD, "ada@example.com");
    }

    assertThatThrownBy(() -> limits.take(Limit.WRONG_PASSWORD, "ada@example.com"))
        .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
        .matches(refused -> refused.status().value() == 429)
        .matches(refused -> refused.headers().getFirst(HttpHeaders.RETRY_AFTER) != null);
    assertThatThrownBy(() -> limits.require(Limit.WRONG_PASSWORD, "ada@example.com"))
        .isInstanceOf(Refused.class);
    assertThatCode(() -> limits.take(Limit.WRONG_PASSWORD, "ben@example.com"))
        .doesNotThrowAnyException();
  }

  @Test
  void growsWithTheOperatorsFactorAndForgetsWhenTold() {
    var limits = limits("2");
    for (int i = 0; i < 20; i++) {
      limits.take(Limit.WRONG_PASSWORD, "ada@example.com");
    }
    limits.forget(Limit.WRONG_PASSWORD, "ada@example.com");

    assertThatCode(() -> limits.take(Limit.WRONG_PASSWORD, "ada@example.com"))
        .doesNotThrowAnyException();
  }

  private static RateLimits limits(String factor) {
    return new RateLimits(new Settings(Map.of("FRONTDESK_RATE_LIMIT_FACTOR", factor)::get));
  }
}
