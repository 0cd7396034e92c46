package frontdesk.e2e;

import frontdesk.contacts.Contacts;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Many contacts at once, all of the same moment. */
class Crowd {

  private final Contacts contacts;
  private final Tenancy tenancy;
  private final TransactionTemplate transaction;

  Crowd(Contacts contacts, Tenancy tenancy, TransactionTemplate transaction) {
    this.contacts = contacts;
    this.tenancy = tenancy;
    this.transaction = transaction;
  }

  /** Person 0001 and so on. */
  void add(UUID tenant, int many) {
    tenancy.as(
        new TenantId(tenant),
        () ->
            transaction.executeWithoutResult(
                tx -> {
                  for (var n = 1; n <= many; n++) {
                    contacts.findOrCreate(
                        "Person %04d".formatted(n),
                        Optional.of("+39333%07d".formatted(n)),
                        Optional.empty());
                  }
                }));
  }
}
