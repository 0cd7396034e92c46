package frontdesk.channels.webchat;

import static java.time.ZoneOffset.UTC;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Visitors of the chat. A token says the tenant in clear and carries 128 random bits, of which only
 * a hash is kept.
 */
@Service
class Visitors {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Tenancy tenancy;
  private final Clock clock;
  private final Cache<String, Optional<Visitor>> known =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofMinutes(5)).build();

  Visitors(JdbcClient jdbc, TransactionTemplate transaction, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * @param address what the channel calls this visitor
   */
  record Visitor(UUID channel, String address) {}

  /**
   * @param address what the channel calls this visitor; made up for one nobody knows
   */
  @Transactional
  public String admit(UUID channel, Optional<String> address) {
    var random = new byte[16];
    RANDOM.nextBytes(random);
    var token =
        tenancy.current() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    jdbc.sql(
            """
            INSERT INTO visitor (tenant_id, token_hash, channel_id, address, created_at)
            VALUES (:tenant, :hash, :channel, :address, :now)
            """)
        .param("tenant", tenancy.current().value())
        .param("hash", hash(token))
        .param("channel", channel)
        .param("address", address.orElseGet(() -> "visitor-" + Ids.next()))
        .param("now", clock.instant().atOffset(UTC))
        .update();
    return token;
  }

  /** Whose token it is, if it is one of this tenant. */
  Optional<Visitor> find(String token) {
    var dot = token.indexOf('.');
    if (dot < 0 || !token.substring(0, dot).equals(tenancy.current().toString())) {
      return Optional.empty();
    }
    var found = known.getIfPresent(token);
    if (found == null) {
      found = load(token);
      if (found.isPresent()) {
        known.put(token, found);
      }
    }
    return found;
  }

  private Optional<Visitor> load(String token) {
    return transaction.execute(
        tx ->
            jdbc.sql(
                    """
                    SELECT channel_id, address FROM visitor
                    WHERE tenant_id = :tenant AND token_hash = :hash
                    """)
                .param("tenant", tenancy.current().value())
                .param("hash", hash(token))
                .query(
                    (row, n) ->
                        new Visitor(
                            row.getObject("channel_id", UUID.class), row.getString("address")))
                .optional());
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
