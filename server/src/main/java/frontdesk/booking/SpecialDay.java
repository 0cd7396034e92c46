package frontdesk.booking;

import java.util.List;
import java.util.Optional;

/** A day that differs from its weekday; no stretches means closed. */
public record SpecialDay(List<Stretch> stretches, Optional<String> reason) {

  public boolean closed() {
    return stretches.isEmpty();
  }
}
