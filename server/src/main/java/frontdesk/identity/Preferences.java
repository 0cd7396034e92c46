package frontdesk.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * How a person likes the screens, in every business and every browser.
 *
 * @param keys of the keyboard
 */
record Preferences(@Valid @NotNull Keys keys) {

  /** As the screens have them until somebody says otherwise. */
  static final Preferences USUAL = new Preferences(new Keys(true, Map.of()));

  /**
   * Keys of one's own.
   *
   * @param single whether keys without Ctrl or ⌘ do anything
   * @param bound what is pressed for an action, where it is not the usual
   */
  record Keys(
      boolean single,
      @NotNull @Size(max = 100)
          Map<
                  @Pattern(regexp = "[A-Za-z.]{1,40}") String,
                  @NotNull @Pattern(regexp = "[ -~]{1,40}") String>
              bound) {}
}
