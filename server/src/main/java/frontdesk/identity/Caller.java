package frontdesk.identity;

import frontdesk.tenancy.TenantId;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks, in which business and with what right; a handler's argument. An API key acts for the
 * member who made it, with its scopes alone.
 *
 * @param account the person
 * @param member the person's place in this business
 * @param apiKey whether a program asks
 */
public record Caller(
    TenantId tenant,
    UUID account,
    UUID member,
    String name,
    Role role,
    Set<Permission> permissions,
    boolean apiKey) {

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
