package frontdesk.identity;

import frontdesk.tenancy.Tenancy;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person changes about their own account. */
@Service
class Profile {

  private final AccountStore accounts;
  private final MemberStore members;
  private final Sessions sessions;
  private final Tenancy tenancy;
  private final ApplicationEventPublisher events;

  Profile(
      AccountStore accounts,
      MemberStore members,
      Sessions sessions,
      Tenancy tenancy,
      ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.members = members;
    this.sessions = sessions;
    this.tenancy = tenancy;
    this.events = events;
  }

  /** The name is that of the member here; the language goes with the account. */
  @Transactional
  public void change(UUID account, String name, String locale) {
    accounts.setLocale(account, locale);
    if (tenancy.find().isPresent()) {
      members.rename(account, name);
    }
    events.publishEvent(new RightsChanged(account));
  }

  @Transactional
  public void setPassword(UUID account, String hash, UUID session) {
    accounts.setPassword(account, hash);
    sessions.endOthers(account, session, "password changed");
  }
}
