package frontdesk.tenancy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * New ids: UUIDv7 (RFC 9562), rising within this process, so that keys are written side by side.
 */
public final class Ids {

  private Ids() {}

  public static UUID next() {
    return UuidCreator.getTimeOrderedEpochPlus1();
  }
}
