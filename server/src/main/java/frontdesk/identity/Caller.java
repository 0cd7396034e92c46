package frontdesk.identity;

import frontdesk.tenancy.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks, in which business and with what right; a handler's argument. An API key acts for the
 * member who made it, with its scopes alone.
 *
 * @param account the person
 * @param member the person's place in this business
 * @param apiKey whether a program asks
 * @param ownCalendar the provider whose calendar is the member's own
 */
public record Caller(
    TenantId tenant,
    UUID account,
    UUID member,
    String name,
    Role role,
    Set<Permission> permissions,
    boolean apiKey,
    Optional<UUID> ownCalendar) {

  /**
   * For what stands before the handlers; empty for a stranger, or an account without a place here.
   */
  public static Optional<Caller> of(HttpServletRequest request) {
    return Optional.ofNullable((SignedIn) request.getAttribute(SignedIn.class.getName()))
        .flatMap(SignedIn::caller);
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
