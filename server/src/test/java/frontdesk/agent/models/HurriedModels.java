package frontdesk.agent.models;

import frontdesk.settings.Settings;
import java.time.Duration;

/** The chain as the settings have it, but for the time that is given to one call. */
public final class HurriedModels {

  private HurriedModels() {}

  public static OutsideModels of(Settings settings, Duration longestCall) {
    return new OutsideModels(settings, longestCall);
  }
}
