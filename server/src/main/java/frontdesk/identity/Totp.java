package frontdesk.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes by time (RFC 6238): six digits, SHA-1, half a minute, as every authenticator app does. */
final class Totp {

  static final int SECRET_BYTES = 20;

  private static final int SECONDS = 30;
  private static final int MODULUS = 1_000_000;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  static String code(byte[] secret, long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      var offset = hash[hash.length - 1] & 0xf;
      var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), SECONDS);
  }

  /** The step whose code this is; clocks may differ by one step either way. */
  static OptionalLong find(byte[] secret, String code, Instant now) {
    var step = step(now);
    return LongStream.rangeClosed(step - 1, step + 1)
        .filter(near -> Secrets.same(code(secret, near), code))
        .findFirst();
  }

  /** As apps take it by hand (RFC 4648, without padding). */
  static String base32(byte[] bytes) {
    var text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (var b : bytes) {
      bits = bits << 8 | b & 0xff;
      for (held += 8; held >= 5; held -= 5) {
        text.append(ALPHABET.charAt(bits >> held - 5 & 31));
      }
      bits &= (1 << held) - 1;
    }
    return held == 0
        ? text.toString()
        : text.append(ALPHABET.charAt(bits << 5 - held & 31)).toString();
  }
}
