package frontdesk.channels;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Meta's webhooks: {@code sha256=} and the HMAC of the bytes as they came. */
public final class HubSignature {

  private HubSignature() {}

  /** Compared in constant time; a missing or strange header is simply wrong. */
  public static boolean isRight(String secret, byte[] body, String header) {
    var expected = "sha256=" + HexFormat.of().formatHex(hmac(secret, body));
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), header.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] hmac(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
