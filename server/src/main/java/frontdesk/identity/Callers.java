package frontdesk.identity;

import java.util.Optional;

/** Who is behind the work in hand; nobody in jobs, webhooks and the agent's turns. */
final class Callers {

  static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

  private Callers() {}

  static Optional<Caller> find() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }
}
