package frontdesk.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a person likes the screens, in every business and every browser. What is left out in a change
 * stays as it is.
 *
 * @param keys of the keyboard
 * @param notices what comes besides the bell
 */
record Preferences(@Valid @Nullable Keys keys, @Nullable Notices notices) {

  /** As the screens have them until somebody says otherwise. */
  static final Preferences USUAL = new Preferences(new Keys(true, Map.of()), new Notices(true));

  /** What this leaves open is as in the others. */
  Preferences or(Preferences others) {
    return new Preferences(
        keys == null ? others.keys() : keys, notices == null ? others.notices() : notices);
  }

  /** Whether a mail comes when nobody opens a conversation that waits for a person. */
  boolean waitingByMail() {
    return notices == null || notices.waitingByMail();
  }

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

  /**
   * @param waitingByMail whether a mail comes when nobody opens a conversation that waits for a
   *     person; goes to owners and managers alone
   */
  record Notices(boolean waitingByMail) {}
}
