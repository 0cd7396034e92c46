package frontdesk.channels.webchat;

import frontdesk.channels.ConnectedChannel;
import frontdesk.channels.HubSignature;
import frontdesk.contacts.PhoneNumbers;
import frontdesk.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is signed in on the business's site, in that site's own words: a JSON Web Token signed by
 * HMAC-SHA256 with the channel's secret. Without a right signature it says nothing.
 */
@Component
class SignedIdentity {

  static final String SECRET = "identitySecret";

  private static final int LONGEST = 4_000;
  private static final int LONGEST_FIELD = 200;

  /** Clocks differ; a token is made when the page is. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final JsonMapper json;
  private final Tenants tenants;
  private final Clock clock;

  SignedIdentity(JsonMapper json, Tenants tenants, Clock clock) {
    this.json = json;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * @param id what the site calls them, always the same
   * @param phone E.164; the site vouches for it
   */
  record Person(String id, Optional<String> name, Optional<String> email, Optional<String> phone) {}

  /** Whom the token names; empty when it is not signed by this channel's secret or has expired. */
  Optional<Person> read(String token, ConnectedChannel channel) {
    var secret = channel.secrets().getOrDefault(SECRET, "");
    var parts = token.split("\\.", -1);
    if (secret.isEmpty() || token.length() > LONGEST || parts.length != 3) {
      return Optional.empty();
    }
    try {
      var signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
      var right =
          MessageDigest.isEqual(HubSignature.hmac(secret, signed), decoded(parts[2]))
              && json.readTree(decoded(parts[0])).path("alg").asString("").equals("HS256");
      return right ? person(json.readTree(decoded(parts[1]))) : Optional.empty();
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }

  private Optional<Person> person(JsonNode claims) {
    var id = text(claims, "sub");
    var fresh =
        claims.path("exp").isNumber()
            && clock
                .instant()
                .isBefore(Instant.ofEpochSecond(claims.path("exp").asLong()).plus(SLACK));
    return id.filter(known -> fresh)
        .map(
            known ->
                new Person(
                    known,
                    text(claims, "name"),
                    text(claims, "email").filter(email -> email.contains("@")),
                    text(claims, "phone").flatMap(this::phone)));
  }

  private Optional<String> phone(String written) {
    return PhoneNumbers.read(written, tenants.get().country());
  }

  private static Optional<String> text(JsonNode claims, String field) {
    return Optional.of(claims.path(field).asString("").strip())
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_FIELD);
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }
}
