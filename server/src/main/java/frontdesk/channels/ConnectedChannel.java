package frontdesk.channels;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One connected way in.
 *
 * @param type whatsapp, webchat or sandbox
 * @param mode auto, suggest or off: what the assistant does here unless a conversation differs
 * @param state live, degraded, needs-you, blocked or off
 * @param address what the outside knows it by, unique over all tenants; empty for webchat, sandbox
 * @param settings the type's own fields that are no secret
 * @param secrets the type's own fields that never come back
 */
public record ConnectedChannel(
    UUID id,
    String type,
    String name,
    String mode,
    String state,
    Optional<String> stateReason,
    Optional<String> address,
    Map<String, Object> settings,
    Map<String, String> secrets,
    Instant createdAt) {

  ConnectedChannel withState(String other, Optional<String> reason) {
    return new ConnectedChannel(
        id, type, name, mode, other, reason, address, settings, secrets, createdAt);
  }

  ConnectedChannel withSecret(String field, String value) {
    var all = new HashMap<>(secrets);
    all.put(field, value);
    return new ConnectedChannel(
        id, type, name, mode, state, stateReason, address, settings, all, createdAt);
  }

  public ConnectedChannel withMode(String other) {
    return new ConnectedChannel(
        id, type, name, other, state, stateReason, address, settings, secrets, createdAt);
  }
}
