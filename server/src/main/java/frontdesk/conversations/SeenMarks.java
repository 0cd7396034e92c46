package frontdesk.conversations;

import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Shows customers that their message was read while its turn runs. A courtesy: when many turns
 * begin at once, or the vendor is slow, it is left out.
 */
@Component
class SeenMarks {

  private static final Logger log = LoggerFactory.getLogger(SeenMarks.class);
  private static final int AT_ONCE = 8;

  /** They count in the vendor's rates, which answers need more. */
  private static final long APART = Duration.ofMillis(50).toNanos();

  private static final int BURST = 20;

  private final ChannelTypes types;
  private final Tenancy tenancy;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final AtomicLong next = new AtomicLong(System.nanoTime() - BURST * APART);

  SeenMarks(ChannelTypes types, Tenancy tenancy) {
    this.types = types;
    this.tenancy = tenancy;
  }

  private boolean inRate() {
    var now = System.nanoTime();
    var slot = next.get();
    var from = Math.max(slot, now - BURST * APART);
    return from <= now && next.compareAndSet(slot, from + APART);
  }

  /** Only where the assistant itself will answer: a suggestion is not somebody typing. */
  void tell(TenantId tenant, Turns.Claimed claimed) {
    var type = types.get(claimed.conversation().channelType());
    if (type.local()
        || !claimed.request().mode().equals("auto")
        || !inRate()
        || !room.tryAcquire()) {
      return;
    }
    Thread.ofVirtual()
        .name("seen-" + claimed.conversation().id())
        .start(
            () -> {
              try {
                claimed
                    .newest()
                    .ifPresent(
                        message ->
                            tenancy.as(
                                tenant,
                                () -> type.seen(claimed.conversation().channel(), message)));
              } catch (RuntimeException e) {
                log.debug("A message could not be marked as read", e);
              } finally {
                room.release();
              }
            });
  }
}
