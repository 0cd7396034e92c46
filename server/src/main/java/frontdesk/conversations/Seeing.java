package frontdesk.conversations;

import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which conversations somebody may see: one rule for the list, counts, search, single
 * conversations, actions and the stream.
 *
 * @param all every conversation
 * @param own else those of this member and nobody's; empty for those that led to an appointment
 * @param wholeContact phone and e-mail too
 */
record Seeing(boolean all, Optional<UUID> own, boolean wholeContact) {

  /** On conversation v, with what {@link #bind} gives. */
  static final String CONDITION =
      """
      (:seesAll OR CASE WHEN :seesOwn::uuid IS NULL THEN v.led_to_booking
        ELSE coalesce(v.assignee_id, :seesOwn::uuid) = :seesOwn::uuid END)
      """;

  static final Seeing ALL = new Seeing(true, Optional.empty(), true);

  static Seeing of(Caller caller) {
    return new Seeing(
        caller.may(Permission.INBOX_ALL),
        Optional.of(caller.member()).filter(member -> caller.may(Permission.INBOX_OWN)),
        caller.may(Permission.CONTACTS_ALL));
  }

  StatementSpec bind(StatementSpec statement) {
    return statement.param("seesAll", all).param("seesOwn", own.map(UUID::toString).orElse(null));
  }
}
