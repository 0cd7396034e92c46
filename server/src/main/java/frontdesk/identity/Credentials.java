package frontdesk.identity;

import frontdesk.http.Refused;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads who asks: a bearer, an API key, or a browser's cookies, in that order. */
@Component
class Credentials {

  static final String BUSINESS = "X-Frontdesk-Business";
  static final String VIEW_AS = "X-Frontdesk-View-As";
  private static final String BEARER = "Bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final AccessTokens tokens;
  private final Sessions sessions;
  private final ApiKeys apiKeys;
  private final AccountStore accounts;
  private final Tenants tenants;

  Credentials(
      AccessTokens tokens,
      Sessions sessions,
      ApiKeys apiKeys,
      AccountStore accounts,
      Tenants tenants) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.apiKeys = apiKeys;
    this.accounts = accounts;
    this.tenants = tenants;
  }

  /** Empty without a credential; one that is no good is refused with the reason. */
  Optional<SignedIn> read(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
        throw unauthorized("unauthenticated");
      }
      var secret = header.substring(BEARER.length()).strip();
      return Optional.of(
          secret.startsWith(ApiKeys.PREFIX) ? byKey(secret) : byBearer(secret, request));
    }
    return cookie(request, SignIns.ACCESS).map(token -> byCookie(token, request));
  }

  static Optional<String> cookie(HttpServletRequest request, String name) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** The business a request names, for calls that belong to an account. */
  static Optional<String> business(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(BUSINESS))
        .or(
            () ->
                request.getServletPath().equals("/api/events")
                    ? Optional.ofNullable(request.getParameter("business"))
                    : Optional.empty())
        .filter(slug -> !slug.isBlank());
  }

  private SignedIn byKey(String secret) {
    var key = apiKeys.find(secret).orElseThrow(() -> unauthorized("unauthenticated"));
    var member =
        sessions
            .caller(key.tenant(), key.account())
            .orElseThrow(() -> unauthorized("unauthenticated"));
    var scopes = EnumSet.noneOf(Permission.class);
    scopes.addAll(key.scopes());
    scopes.retainAll(member.permissions());
    var caller =
        new Caller(
            key.tenant(),
            key.account(),
            member.member(),
            member.name(),
            member.role(),
            Set.copyOf(scopes),
            true,
            member.ownCalendar());
    return new SignedIn(key.account(), Optional.empty(), false, Optional.of(caller));
  }

  private SignedIn byBearer(String token, HttpServletRequest request) {
    var claim = claim(token);
    var session = session(claim.session());
    var named = business(request).map(this::tenant);
    if (claim.tenant().isPresent() && named.isPresent() && !named.equals(claim.tenant())) {
      throw new Refused(HttpStatus.FORBIDDEN, "other-business");
    }
    var caller = claim.tenant().map(tenant -> placeIn(tenant, session));
    return new SignedIn(
        session.account(), Optional.of(session.id()), session.platformAdministrator(), caller);
  }

  private SignedIn byCookie(String token, HttpServletRequest request) {
    var claim = claim(token);
    var session = session(claim.session());
    if (!READING.contains(request.getMethod())) {
      requireOwnPage(session.id(), request);
    }
    var caller =
        business(request)
            .map(this::tenant)
            .or(() -> accounts.businesses(session.account()).stream().findFirst())
            .map(tenant -> placeIn(tenant, session))
            .map(own -> viewedAs(own, request));
    return new SignedIn(
        session.account(), Optional.of(session.id()), session.platformAdministrator(), caller);
  }

  /**
   * With the eyes of another role, for who decides about roles: to look, and no more than one may.
   */
  private static Caller viewedAs(Caller own, HttpServletRequest request) {
    var asked = Optional.ofNullable(request.getHeader(VIEW_AS)).filter(word -> !word.isBlank());
    if (asked.isEmpty()) {
      return own;
    }
    var role =
        Role.find(asked.get())
            .filter(known -> own.may(Permission.TEAM_CHANGE))
            .orElseThrow(() -> new Refused(HttpStatus.FORBIDDEN, "forbidden"));
    if (!READING.contains(request.getMethod())) {
      throw new Refused(HttpStatus.FORBIDDEN, "only-viewing");
    }
    var permissions = EnumSet.copyOf(role.permissions());
    permissions.retainAll(own.permissions());
    return new Caller(
        own.tenant(),
        own.account(),
        own.member(),
        own.name(),
        role,
        Set.copyOf(permissions),
        false,
        own.ownCalendar());
  }

  private AccessTokens.Claim claim(String token) {
    return switch (tokens.read(token)) {
      case AccessTokens.Reading.Good(var claim) -> claim;
      case AccessTokens.Reading.Expired() -> throw unauthorized("expired");
      case AccessTokens.Reading.Forged() -> throw unauthorized("unauthenticated");
    };
  }

  private SessionStore.Session session(UUID id) {
    return sessions.find(id).orElseThrow(() -> unauthorized("session-ended"));
  }

  /** The same answer whether there is no such business or it is not theirs. */
  private TenantId tenant(String slug) {
    return tenants
        .findBySlug(slug)
        .orElseThrow(() -> new Refused(HttpStatus.FORBIDDEN, "no-member"));
  }

  private Caller placeIn(TenantId tenant, SessionStore.Session session) {
    return sessions
        .caller(tenant, session.account())
        .orElseThrow(() -> new Refused(HttpStatus.FORBIDDEN, "no-member"));
  }

  private void requireOwnPage(UUID session, HttpServletRequest request) {
    var sent = request.getHeader("X-XSRF-TOKEN");
    if (sent == null
        || !MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8),
            tokens.crossSiteToken(session).getBytes(StandardCharsets.UTF_8))) {
      throw new Refused(HttpStatus.FORBIDDEN, "cross-site");
    }
  }

  static Refused unauthorized(String name) {
    return new Refused(HttpStatus.UNAUTHORIZED, name).with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }
}
