package frontdesk.identity;

import frontdesk.tenancy.Tenancy;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a person does to their own way in, in the audit trail of every business they work for. */
@Component
class AccountAudit {

  private final AccountStore accounts;
  private final AuditTrail trail;
  private final Tenancy tenancy;

  AccountAudit(AccountStore accounts, AuditTrail trail, Tenancy tenancy) {
    this.accounts = accounts;
    this.trail = trail;
    this.tenancy = tenancy;
  }

  /** Within the running transaction, which belongs to the last of the businesses afterwards. */
  void record(UUID account, String action) {
    accounts
        .memberships(account)
        .forEach(
            place ->
                tenancy.within(
                    place.tenant(),
                    () -> {
                      trail.recordBy(place.member(), action, "member", place.member());
                      return true;
                    }));
  }
}
