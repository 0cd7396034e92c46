package frontdesk.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import frontdesk.settings.Setting;
import frontdesk.settings.Settings;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How often a thing may be asked; over it, 429 and when to come again. Kept in this process. */
@Component
public class RateLimits {

  /** What is limited, and to how many in how long. */
  public enum Limit {
    /** Sign-ins tried from one address. */
    SIGN_IN(60, Duration.ofMinutes(5)),
    /** Wrong passwords for one account, known or not. */
    WRONG_PASSWORD(10, Duration.ofMinutes(15)),
    /** Wrong codes of the second factor, for one account. */
    WRONG_CODE(5, Duration.ofMinutes(15)),
    /** Mails to one address, known or not. */
    MAIL(5, Duration.ofMinutes(15)),
    /** Mails asked for from one address of the network. */
    MAIL_ASKED(30, Duration.ofMinutes(15)),
    REGISTER(100, Duration.ofHours(1)),
    /** Businesses that one account adds. */
    BUSINESS(10, Duration.ofHours(1)),
    /** Calls with a credential, by tenant and caller. */
    API(3_000, Duration.ofMinutes(1)),
    /** Calls without one, by address. */
    PUBLIC(3_000, Duration.ofMinutes(1)),
    /** What a visitor writes in the chat, by address. */
    CHAT(300, Duration.ofMinutes(1)),
    /** Files that visitors of the chat hand over, by address. */
    CHAT_FILE(20, Duration.ofHours(1));

    private final long times;
    private final Duration in;

    Limit(long times, Duration in) {
      this.times = times;
      this.in = in;
    }
  }

  private record Key(Limit limit, String who) {}

  private final double factor;
  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofHours(2)).build();

  RateLimits(Settings settings) {
    this.factor = settings.factor(Setting.RATE_LIMIT_FACTOR);
  }

  /** Counts one; throws 429 when it is one too many. */
  public void take(Limit limit, String who) {
    var probe = bucket(limit, who).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw tooMany(probe.getNanosToWaitForRefill());
    }
  }

  /** Throws 429 when nothing is left; counts nothing. */
  public void require(Limit limit, String who) {
    var probe = bucket(limit, who).estimateAbilityToConsume(1);
    if (!probe.canBeConsumed()) {
      throw tooMany(probe.getNanosToWaitForRefill());
    }
  }

  public void forget(Limit limit, String who) {
    buckets.invalidate(new Key(limit, who));
  }

  private Bucket bucket(Limit limit, String who) {
    return buckets.get(
        new Key(limit, who),
        key -> {
          var times = Math.max(1, Math.round(limit.times * factor));
          return Bucket.builder()
              .addLimit(band -> band.capacity(times).refillGreedy(times, limit.in))
              .build();
        });
  }

  private static Refused tooMany(long nanos) {
    var seconds = Math.max(1, Duration.ofNanos(nanos).toSeconds() + 1);
    return new Refused(
            HttpStatus.TOO_MANY_REQUESTS, "rate-limited", Map.of("retryAfterSeconds", seconds))
        .with(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }
}
