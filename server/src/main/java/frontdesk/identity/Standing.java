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
    // as it is in the books: the caller may be looking with the eyes of another role
    var then = sessions.caller(caller.tenant(), caller.account());
    return () ->
        signedIn.session().map(id -> sessions.find(id).isPresent()).orElse(true)
            && then.isPresent()
            && sessions.caller(caller.tenant(), caller.account()).equals(then);
  }
}
