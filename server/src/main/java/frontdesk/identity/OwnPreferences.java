package frontdesk.identity;

import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What people prefer, kept as JSON with their accounts. */
@Component
class OwnPreferences {

  private static final String NONE = "{}";

  private final AccountStore accounts;
  private final JsonMapper json;

  OwnPreferences(AccountStore accounts, JsonMapper json) {
    this.accounts = accounts;
    this.json = json;
  }

  Preferences of(UUID account) {
    var kept = accounts.preferences(account);
    return kept.equals(NONE)
        ? Preferences.USUAL
        : json.readValue(kept, Preferences.class).or(Preferences.USUAL);
  }

  Preferences keep(UUID account, Preferences preferences) {
    var whole = preferences.or(of(account));
    accounts.setPreferences(account, json.writeValueAsString(whole));
    return whole;
  }
}
