package frontdesk.identity;

import frontdesk.http.ProblemWriter;
import frontdesk.http.RateLimits;
import frontdesk.http.RateLimits.Limit;
import frontdesk.http.Refused;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks and binds the tenant for the request: from the credential, or on public paths
 * from the business's slug. What it refuses it answers itself.
 */
@Component
class CallerFilter extends OncePerRequestFilter {

  static final String WHY = "frontdesk.refused";

  private final Credentials credentials;
  private final Tenancy tenancy;
  private final Tenants tenants;
  private final RateLimits limits;
  private final ProblemWriter problems;

  CallerFilter(
      Credentials credentials,
      Tenancy tenancy,
      Tenants tenants,
      RateLimits limits,
      ProblemWriter problems) {
    this.credentials = credentials;
    this.tenancy = tenancy;
    this.tenants = tenants;
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().startsWith("/api/")
        && !request.getServletPath().startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      if (request.getServletPath().startsWith("/api/public/")) {
        asVisitor(request, response, chain);
      } else {
        asCaller(request, response, chain);
      }
    } catch (Refused refused) {
      problems.write(response, refused);
    }
  }

  private void asVisitor(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var address = request.getRemoteAddr();
    limits.take(Limit.PUBLIC, address);
    if (request.getMethod().equals("POST") && request.getServletPath().contains("/chat/")) {
      limits.take(Limit.CHAT, address);
    }
    var slug = request.getServletPath().split("/", 5)[3];
    var tenant =
        tenants.findBySlug(slug).orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "not-found"));
    proceed(tenant, Optional.empty(), () -> chain.doFilter(request, response));
  }

  private void asCaller(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<SignedIn> found;
    try {
      found = credentials.read(request);
    } catch (Refused refused) {
      if (Access.isOpen(request)) {
        found = Optional.empty();
      } else {
        throw refused;
      }
    }
    limits.take(
        found.isPresent() ? Limit.API : Limit.PUBLIC,
        found.map(who -> who.account().toString()).orElseGet(request::getRemoteAddr));
    if (found.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    var signedIn = found.get();
    request.setAttribute(SignedIn.class.getName(), signedIn);
    SecurityContextHolder.setContext(new SecurityContextImpl(new SignedInToken(signedIn)));
    if (signedIn.caller().isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    proceed(
        signedIn.caller().get().tenant(),
        signedIn.caller(),
        () -> chain.doFilter(request, response));
  }

  private interface Rest {
    void go() throws ServletException, IOException;
  }

  /** Carries the rest of the chain's exceptions out of the binding unchanged. */
  private void proceed(TenantId tenant, Optional<Caller> caller, Rest rest)
      throws ServletException, IOException {
    var failure =
        tenancy.as(
            tenant,
            () ->
                caller
                    .map(c -> ScopedValue.where(Callers.CURRENT, c).call(() -> attempt(rest)))
                    .orElseGet(() -> attempt(rest)));
    switch (failure) {
      case Failure.None() -> {}
      case Failure.Of(ServletException e) -> throw e;
      case Failure.Of(IOException e) -> throw e;
      case Failure.Of(Exception e) -> throw new ServletException(e);
    }
  }

  private sealed interface Failure {
    record None() implements Failure {}

    record Of(Exception exception) implements Failure {}
  }

  private static Failure attempt(Rest rest) {
    try {
      rest.go();
      return new Failure.None();
    } catch (ServletException | IOException e) {
      return new Failure.Of(e);
    }
  }
}
