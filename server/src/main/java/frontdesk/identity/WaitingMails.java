package frontdesk.identity;

import frontdesk.mail.Mails;
import frontdesk.tenancy.Tenancy;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where mails to members about what waits for them are asked for. */
@Service
public class WaitingMails {

  private final Mails mails;
  private final Tenancy tenancy;

  WaitingMails(Mails mails, Tenancy tenancy) {
    this.mails = mails;
    this.tenancy = tenancy;
  }

  /**
   * Inside the transaction that finds it waiting.
   *
   * @param kind of a {@link WaitingNews}
   */
  @Transactional
  public void ask(String kind, Members.Member member, UUID about) {
    mails.ask(kind, member.email(), about(tenancy.current().value(), member.id(), about));
  }

  static Map<String, String> about(UUID tenant, UUID member, UUID about) {
    return Map.of(
        "tenant", tenant.toString(), "member", member.toString(), "about", about.toString());
  }
}
