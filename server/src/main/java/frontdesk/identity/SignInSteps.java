package frontdesk.identity;

import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What comes after somebody has shown who they are. */
@Component
class SignInSteps {

  private final SignIns signIns;
  private final AccountStore accounts;
  private final Tenants tenants;

  SignInSteps(SignIns signIns, AccountStore accounts, Tenants tenants) {
    this.signIns = signIns;
    this.accounts = accounts;
    this.tenants = tenants;
  }

  ResponseEntity<SignIns.Answer> proceed(UUID account, HttpServletRequest request) {
    return signIns.begin(HttpStatus.OK, account, business(account, request), request);
  }

  /** The one named by the header, if the account has a place there; else its first. */
  Optional<TenantId> business(UUID account, HttpServletRequest request) {
    var own = accounts.businesses(account);
    return Credentials.business(request)
        .flatMap(tenants::findBySlug)
        .filter(own::contains)
        .or(() -> own.stream().findFirst());
  }
}
