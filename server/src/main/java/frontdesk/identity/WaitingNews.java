package frontdesk.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A module in which something waits for people, who are mailed about it. */
public interface WaitingNews {

  /** Its mails' name in the outbox. */
  String kind();

  /** What a member needs to be told of it. */
  Permission permission();

  /**
   * Called as the business, in a transaction, when the mail is written.
   *
   * @return empty when it waits no more
   */
  Optional<News> tell(UUID about, Locale locale);

  /**
   * @param place where to look, below the business's address
   */
  record News(String subject, String line, String button, String place) {}
}
