package frontdesk.identity;

import frontdesk.settings.MasterKey;
import frontdesk.tenancy.TenantId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Signed access tokens of 15 minutes. They say which session speaks and, for bearers, for which
 * tenant; whether that session still stands is looked up on every request.
 */
@Component
class AccessTokens {

  static final Duration LIFETIME = Duration.ofMinutes(15);

  private static final UUID NO_TENANT = new UUID(0, 0);
  private static final int BODY = 16 + 16 + 8;
  private static final int SIGNATURE = 32;

  private final SecretKeySpec signing;
  private final SecretKeySpec crossSite;
  private final Clock clock;

  AccessTokens(MasterKey key, Clock clock) {
    this.signing = new SecretKeySpec(key.derive("access tokens"), "HmacSHA256");
    this.crossSite = new SecretKeySpec(key.derive("cross-site tokens"), "HmacSHA256");
    this.clock = clock;
  }

  /**
   * @param tenant the one business a bearer is bound to; none in a cookie
   */
  record Claim(UUID session, Optional<TenantId> tenant) {}

  sealed interface Reading {
    record Good(Claim claim) implements Reading {}

    record Expired() implements Reading {}

    record Forged() implements Reading {}
  }

  String issue(Claim claim) {
    var until = clock.instant().plus(LIFETIME);
    var tenant = claim.tenant().map(TenantId::value).orElse(NO_TENANT);
    var body =
        ByteBuffer.allocate(BODY)
            .putLong(claim.session().getMostSignificantBits())
            .putLong(claim.session().getLeastSignificantBits())
            .putLong(tenant.getMostSignificantBits())
            .putLong(tenant.getLeastSignificantBits())
            .putLong(until.getEpochSecond())
            .array();
    var signed = ByteBuffer.allocate(BODY + SIGNATURE).put(body).put(sign(signing, body)).array();
    return encode(signed);
  }

  Reading read(String token) {
    byte[] signed;
    try {
      signed = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return new Reading.Forged();
    }
    if (signed.length != BODY + SIGNATURE) {
      return new Reading.Forged();
    }
    var body = Arrays.copyOf(signed, BODY);
    var signature = Arrays.copyOfRange(signed, BODY, signed.length);
    if (!MessageDigest.isEqual(signature, sign(signing, body))) {
      return new Reading.Forged();
    }
    var from = ByteBuffer.wrap(body);
    var session = new UUID(from.getLong(), from.getLong());
    var tenant = new UUID(from.getLong(), from.getLong());
    var until = Instant.ofEpochSecond(from.getLong());
    if (!clock.instant().isBefore(until)) {
      return new Reading.Expired();
    }
    return new Reading.Good(
        new Claim(
            session,
            tenant.equals(NO_TENANT) ? Optional.empty() : Optional.of(new TenantId(tenant))));
  }

  /** What a page of ours sends along with a cookie call, and a stranger's page cannot know. */
  String crossSiteToken(UUID session) {
    return encode(
        sign(
            crossSite,
            ByteBuffer.allocate(16)
                .putLong(session.getMostSignificantBits())
                .putLong(session.getLeastSignificantBits())
                .array()));
  }

  private static byte[] sign(SecretKeySpec key, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
