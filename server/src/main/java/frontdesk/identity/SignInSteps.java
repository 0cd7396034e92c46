package frontdesk.identity;

import frontdesk.http.Refused;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What comes after somebody has shown who they are. */
@Component
class SignInSteps {

  static final String DEVICE = "fd_device";

  private final SignIns signIns;
  private final SecondFactors factors;
  private final Links links;
  private final AccountStore accounts;
  private final Tenants tenants;

  SignInSteps(
      SignIns signIns, SecondFactors factors, Links links, AccountStore accounts, Tenants tenants) {
    this.signIns = signIns;
    this.factors = factors;
    this.links = links;
    this.accounts = accounts;
    this.tenants = tenants;
  }

  /** In, or 401 with what to bring back together with a code. */
  ResponseEntity<SignIns.Answer> proceed(UUID account, HttpServletRequest request) {
    if (factors.isOn(account) && !isTrusted(account, request)) {
      var challenge = links.make(Links.Purpose.SECOND_FACTOR, account);
      throw new Refused(HttpStatus.UNAUTHORIZED, "second-factor", Map.of("challenge", challenge));
    }
    return in(account, request);
  }

  private boolean isTrusted(UUID account, HttpServletRequest request) {
    return Credentials.cookie(request, DEVICE)
        .filter(device -> factors.isTrusted(account, device))
        .isPresent();
  }

  ResponseEntity<SignIns.Answer> in(UUID account, HttpServletRequest request) {
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
