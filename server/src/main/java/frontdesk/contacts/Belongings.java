package frontdesk.contacts;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What another module keeps of a contact: passed on when two turn out to be one person, and given
 * back when they do not. Called in the transaction of the merge, with both contacts locked.
 */
public interface Belongings {

  String CONVERSATIONS = "conversation";

  /** The word under which the keys of the rows are kept. */
  String kind();

  /**
   * @return the keys of the rows that have another owner now
   */
  List<String> pass(UUID from, UUID to);

  void giveBack(Passed passed, UUID from, UUID to);

  /** The keys of the rows of a merge, by kind. */
  record Passed(Map<String, List<String>> keys) {

    static final String IDENTITIES = "identity";

    public UUID[] ids(String kind) {
      return of(kind).stream().map(UUID::fromString).toArray(UUID[]::new);
    }

    /** Channel and address of each, with a space between. */
    public String[] identities() {
      return of(IDENTITIES).toArray(String[]::new);
    }

    private List<String> of(String kind) {
      return keys.getOrDefault(kind, List.of());
    }
  }
}
