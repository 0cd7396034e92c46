package frontdesk.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Passwords by bcrypt: about 60 ms on one core at this cost. Never inside a transaction, and no
 * more at a time than the machine has cores, so that a burst of sign-ins holds neither connections
 * nor everybody else.
 */
@Component
class Passwords {

  static final int MIN_CHARACTERS = 8;

  /** bcrypt reads no further. */
  static final int MAX_BYTES = 72;

  private static final int COST = 10;

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);
  private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

  /** Compared with when there is no account, so that the answer takes as long. */
  private final String nobody = bcrypt.encode("nobody's password");

  String hash(String password) {
    return onACore(() -> bcrypt.encode(password));
  }

  boolean matches(String password, Optional<String> hash) {
    if (tooLong(password)) {
      return false;
    }
    var same = onACore(() -> bcrypt.matches(password, hash.orElse(nobody)));
    return same && hash.isPresent();
  }

  static boolean tooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }

  private <T> T onACore(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Passwords are hashed outside of transactions");
    }
    cores.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      cores.release();
    }
  }
}
