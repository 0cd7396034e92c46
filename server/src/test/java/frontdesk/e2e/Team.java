package frontdesk.e2e;

import frontdesk.identity.Accounts;
import frontdesk.identity.Members;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Colleagues, without an invitation. */
class Team {

  private final Accounts accounts;
  private final Members members;
  private final Tenancy tenancy;
  private final TransactionTemplate transaction;

  Team(Accounts accounts, Members members, Tenancy tenancy, TransactionTemplate transaction) {
    this.accounts = accounts;
    this.members = members;
    this.tenancy = tenancy;
    this.transaction = transaction;
  }

  void add(UUID tenant, String role, String email, String name) {
    var password = accounts.hash("correct horse battery");
    var account =
        transaction.execute(tx -> accounts.create(email, password, Locale.ENGLISH).orElseThrow());
    tenancy.as(
        new TenantId(tenant),
        () ->
            transaction.execute(
                tx -> members.join(account, name, Role.valueOf(role.toUpperCase(Locale.ROOT)))));
  }
}
