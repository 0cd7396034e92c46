package frontdesk.mail;

import java.util.Optional;
import java.util.Set;

/** A module that has something to say by mail. */
public interface MailWriter {

  Set<String> kinds();

  /**
   * Called by the worker, without a tenant and outside of transactions; again for every attempt.
   *
   * @return empty when there is nothing to say any more, as to an address nobody signs in with
   */
  Optional<Mail> write(MailOrder order);
}
