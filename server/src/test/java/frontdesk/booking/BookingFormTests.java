package frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a booking as a member fills it in. */
class BookingFormTests extends HairdresserApi {

  @Test
  void allThatIsWrongWithTheFormIsSaidAtOnce() {
    assertRefused(
        owner.post(
            "/api/appointments",
            Map.of("start", "tomorrow", "contact", Map.of("name", " ", "phone", "12"))),
        "serviceId",
        "start",
        "contact.name",
        "contact.phone");
    var alone = book(cut, free(2).get(4), Map.of("name", "Ana", "phone", "12"));
    assertRefused(alone, "contact.phone");
    assertThat(alone.problem()).isEqualTo("invalid-phone");
  }
}
