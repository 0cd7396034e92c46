package frontdesk.mail;

import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where mails are asked for. */
@Service
public class Mails {

  private final MailStore store;
  private final SendMails sender;
  private final Clock clock;

  Mails(MailStore store, SendMails sender, Clock clock) {
    this.store = store;
    this.sender = sender;
    this.clock = clock;
  }

  /** Inside the caller's transaction: no deed without its mail, no mail without its deed. */
  @Transactional
  public void ask(String kind, String address, Map<String, String> about) {
    store.insert(new MailOrder(Ids.next(), kind, address, about, clock.instant()));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            sender.wake();
          }
        });
  }
}
