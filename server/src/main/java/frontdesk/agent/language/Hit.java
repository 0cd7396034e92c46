package frontdesk.agent.language;

import java.util.function.Function;

/** Something recognised in a text, and the token after it. */
record Hit<T>(T value, int next) {

  <R> Hit<R> map(Function<T, R> change) {
    return new Hit<>(change.apply(value), next);
  }
}
