package frontdesk.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Whether the right that a long request began with still stands; asking also says who is there. */
@Component
public class Standing {

  private final Sessions sessions;

  Standing(Sessions sessions) {
    this.sessions = sessions;
  }

  /** False once the sign-in has ended, or the caller's place in the business is another. */
  public BooleanSupplier of(HttpServletRequest request) {
    var signedIn = (SignedIn) request.getAttribute(SignedIn.class.getName());
    var caller = signedIn.caller().orElseThrow();
    return () ->
        signedIn.session().map(id -> sessions.find(id).isPresent()).orElse(true)
            && sessions
                .caller(caller.tenant(), caller.account())
                .map(
                    now ->
                        now.role() == caller.role()
                            && (caller.apiKey() || now.permissions().equals(caller.permissions())))
                .orElse(false);
  }
}
