package frontdesk.identity;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import frontdesk.mail.Mails;
import frontdesk.settings.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factor: codes of an authenticator app, and ten codes on paper for when it is lost. A
 * code is taken once; the secret is sealed under a key of its own, bound to its account.
 */
@Service
class SecondFactors {

  static final Duration TRUSTED = Duration.ofDays(30);

  private static final int RECOVERY_CODES = 10;

  /** 80 bits: a hash of one is not to be guessed. */
  private static final int RECOVERY_BYTES = 10;

  private final SecondFactorStore store;
  private final AccountStore accounts;
  private final AccountAudit audit;
  private final Mails mails;
  private final Aead aead;
  private final Clock clock;

  SecondFactors(
      SecondFactorStore store,
      AccountStore accounts,
      AccountAudit audit,
      Mails mails,
      MasterKey key,
      Clock clock)
      throws GeneralSecurityException {
    AeadConfig.register();
    this.store = store;
    this.accounts = accounts;
    this.audit = audit;
    this.mails = mails;
    this.aead = new AesGcmJce(key.derive("second factors"));
    this.clock = clock;
  }

  boolean isOn(UUID account) {
    return since(account).isPresent();
  }

  /** Since when it is on. */
  Optional<Instant> since(UUID account) {
    return store.find(account).flatMap(SecondFactorStore.Factor::confirmedAt);
  }

  int codesLeft(UUID account) {
    return store.codesLeft(account);
  }

  /** A secret for the app; nothing is asked for until a first code of it was right. */
  @Transactional
  public byte[] begin(UUID account) {
    var secret = Secrets.bytes(Totp.SECRET_BYTES);
    store.insert(account, seal(account, secret), clock.instant());
    return secret;
  }

  /** Turns it on and tells the recovery codes this once; empty when the code is wrong. */
  @Transactional
  public Optional<List<String>> confirm(UUID account, String code) {
    if (!takesCode(account, code)) {
      return Optional.empty();
    }
    store.confirm(account, clock.instant());
    audit.record(account, "account.second-factor-on");
    mails.ask(EntryMails.SECOND_FACTOR_ON, accounts.get(account).email(), Map.of());
    return Optional.of(newCodes(account));
  }

  /** A code of the app, or one of the paper; each is taken once. */
  @Transactional
  public boolean takes(UUID account, String typed) {
    var code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return code.matches("\\d{6}")
        ? takesCode(account, code)
        : store.useCode(account, Secrets.hash(account + code), clock.instant());
  }

  @Transactional
  public void turnOff(UUID account) {
    store.delete(account);
    audit.record(account, "account.second-factor-off");
    mails.ask(EntryMails.SECOND_FACTOR_OFF, accounts.get(account).email(), Map.of());
  }

  /** In place of those that were; told this once. */
  @Transactional
  public List<String> renewCodes(UUID account) {
    audit.record(account, "account.recovery-codes-renewed");
    return newCodes(account);
  }

  /** What a device shows in place of a code for the next thirty days. */
  @Transactional
  public String trust(UUID account) {
    var device = Secrets.next();
    var now = clock.instant();
    store.trust(account, Secrets.hash(device), now, now.plus(TRUSTED));
    return device;
  }

  boolean isTrusted(UUID account, String device) {
    return store.isTrusted(account, Secrets.hash(device), clock.instant());
  }

  private boolean takesCode(UUID account, String code) {
    return store
        .find(account)
        .map(factor -> Totp.find(open(account, factor.sealed()), code, clock.instant()))
        .filter(step -> step.isPresent() && store.take(account, step.getAsLong()))
        .isPresent();
  }

  private List<String> newCodes(UUID account) {
    var codes =
        Stream.generate(() -> Totp.base32(Secrets.bytes(RECOVERY_BYTES)))
            .limit(RECOVERY_CODES)
            .toList();
    store.replaceCodes(account, codes.stream().map(code -> Secrets.hash(account + code)).toList());
    return codes.stream().map(SecondFactors::inGroups).toList();
  }

  private static String inGroups(String code) {
    return String.join("-", code.split("(?<=\\G.{4})")).toLowerCase(Locale.ROOT);
  }

  private byte[] seal(UUID account, byte[] secret) {
    try {
      return aead.encrypt(secret, account.toString().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The second factor cannot be encrypted", e);
    }
  }

  private byte[] open(UUID account, byte[] sealed) {
    try {
      return aead.decrypt(sealed, account.toString().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The second factor of %s does not open with this master key".formatted(account), e);
    }
  }
}
