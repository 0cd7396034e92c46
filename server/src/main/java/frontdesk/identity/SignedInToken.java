package frontdesk.identity;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in account, in the terms of the security chain. */
final class SignedInToken extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient SignedIn signedIn;

  SignedInToken(SignedIn signedIn) {
    super(
        signedIn.platformAdministrator()
            ? List.of(new SimpleGrantedAuthority("ROLE_PLATFORM"))
            : List.of());
    this.signedIn = signedIn;
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return signedIn.account().toString();
  }
}
