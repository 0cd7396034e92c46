package frontdesk.identity;

import jakarta.validation.Valid;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A person's own preferences over HTTP. */
@RestController
@RequiresAccount
@RequestMapping("/api/me/preferences")
class PreferencesController {

  private static final String NONE = "{}";

  private final AccountStore accounts;
  private final JsonMapper json;

  PreferencesController(AccountStore accounts, JsonMapper json) {
    this.accounts = accounts;
    this.json = json;
  }

  @GetMapping
  Preferences preferences(SignedIn who) {
    var kept = accounts.preferences(who.account());
    return kept.equals(NONE) ? Preferences.USUAL : json.readValue(kept, Preferences.class);
  }

  /** All of them at once. */
  @PutMapping
  @Transactional
  public Preferences keep(SignedIn who, @Valid @RequestBody Preferences preferences) {
    accounts.setPreferences(who.account(), json.writeValueAsString(preferences));
    return preferences;
  }
}
