package frontdesk.tenancy;

import java.util.UUID;

/** The id of a business we serve. */
public record TenantId(UUID value) {

  public static TenantId of(String uuid) {
    return new TenantId(UUID.fromString(uuid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
