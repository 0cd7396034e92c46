package frontdesk.identity;

import frontdesk.settings.Settings;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links to an invitation: each works as long as the invitation is open. */
@Component
class InvitationLinks {

  private final InvitationStore store;
  private final Clock clock;
  private final String site;

  InvitationLinks(InvitationStore store, Clock clock, Settings settings) {
    this.store = store;
    this.clock = clock;
    this.site = settings.publicUrl();
  }

  /**
   * Told this once.
   *
   * @param mailed whether it goes to the invited address alone, so that following it proves that
   *     mails arrive there
   */
  @Transactional
  public String make(UUID invitation, boolean mailed) {
    var secret = Secrets.next();
    store.insertLink(Secrets.hash(secret), invitation, mailed, clock.instant());
    return site + "/invite/" + secret;
  }
}
