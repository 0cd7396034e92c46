package frontdesk.identity;

import jakarta.validation.Valid;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own preferences over HTTP. */
@RestController
@RequiresAccount
@RequestMapping("/api/me/preferences")
class PreferencesController {

  private final OwnPreferences own;

  PreferencesController(OwnPreferences own) {
    this.own = own;
  }

  @GetMapping
  Preferences preferences(SignedIn who) {
    return own.of(who.account());
  }

  @PutMapping
  @Transactional
  public Preferences keep(SignedIn who, @Valid @RequestBody Preferences preferences) {
    return own.keep(who.account(), preferences);
  }
}
