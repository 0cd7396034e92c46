package frontdesk.conversations;

import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.util.concurrent.Semaphore;
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

  private final ChannelTypes types;
  private final Tenancy tenancy;
  private final Semaphore room = new Semaphore(AT_ONCE);

  SeenMarks(ChannelTypes types, Tenancy tenancy) {
    this.types = types;
    this.tenancy = tenancy;
  }

  /** Only where the assistant itself will answer: a suggestion is not somebody typing. */
  void tell(TenantId tenant, Turns.Claimed claimed) {
    var type = types.get(claimed.conversation().channelType());
    if (type.local() || !claimed.request().mode().equals("auto") || !room.tryAcquire()) {
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
