package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.Faults;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Who may call what with which token. */
final class Access {
  private final Supplier<WhatsAppSettings> settings;
  private final Numbers numbers;
  private final Faults faults;

  Access(Supplier<WhatsAppSettings> settings, Numbers numbers, Faults faults) {
    this.settings = settings;
    this.numbers = numbers;
    this.faults = faults;
  }

  /** The token of the call, refused when it is missing, revoked or, in strict mode, nobody's. */
  String token(Call call) {
    var token =
        call.bearer()
            .or(() -> call.query("access_token"))
            .orElseThrow(() -> GraphError.of(190).refusal());
    if (numbers.isRevoked(token) || (settings.get().strict() && !numbers.knowsToken(token))) {
      throw GraphError.of(190).refusal();
    }
    return token;
  }

  /** The number a call is about; one never heard of is taken in, but not in strict mode. */
  BusinessNumber number(Call call, String id) {
    var token = token(call);
    if (faults.take("token-revoked", Map.of("phoneNumberId", id)).isPresent()) {
      throw GraphError.of(190).refusal();
    }
    var number = settings.get().strict() ? numbers.find(id) : known(id);
    var found = number.orElseThrow(() -> GraphError.noSuchObject(id).refusal());
    if (found.accessToken().filter(own -> !own.equals(token)).isPresent()) {
      throw GraphError.of(10).refusal();
    }
    return found;
  }

  private Optional<BusinessNumber> known(String id) {
    return id.matches("[A-Za-z0-9_-]{1,64}")
        ? Optional.of(numbers.findOrAdd(id))
        : Optional.empty();
  }
}
