package frontdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class LiveEventsTests {

  private static final EventKind<String> SAID =
      new EventKind<>("said", EventKind.EVERYBODY, String.class);

  @Autowired private LiveEvents live;
  @Autowired private JsonMapper json;
  @Autowired private Tenancy tenancy;

  @Test
  void whoeverWaitsIsWokenWhenTheNodeStopsSoThatItNeedNotWait() throws Exception {
    var subscription = live.subscribe(new TenantId(Ids.next()), Optional.empty(), event -> true);
    var next =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return subscription.next(Duration.ofMinutes(1));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    live.end();

    assertThat(next.get(10, TimeUnit.SECONDS)).map(LiveEvent::name).contains("resync");
    assertThat(subscription.isClosed()).isTrue();
  }

  @Test
  void whatHappensBetweenReadingAndListeningIsTold() throws Exception {
    var live = new LiveEvents(json, tenancy);
    var tenant = new TenantId(Ids.next());
    var readFrom = live.lastId(tenant);
    say(live, tenant, "meanwhile");

    var subscription = live.subscribe(tenant, Optional.of(readFrom), event -> true);
    say(live, tenant, "later");

    assertThat(next(subscription)).contains("\"meanwhile\"");
    assertThat(next(subscription)).contains("\"later\"");
  }

  @Test
  void whoeverListensStillHearsAfterALongQuietTime() throws Exception {
    var time = new AtomicLong();
    var live = new LiveEvents(json, tenancy, time::get);
    var tenant = new TenantId(Ids.next());
    var subscription = live.subscribe(tenant, Optional.empty(), event -> true);
    for (var waits = 0; waits < 3; waits++) {
      time.addAndGet(LiveEvents.UNWATCHED.toNanos() - 1);
      assertThat(subscription.next(Duration.ZERO)).isEmpty();
    }
    time.addAndGet(LiveEvents.UNWATCHED.toNanos() - 1);

    say(live, tenant, "at last");

    assertThat(next(subscription)).contains("\"at last\"");
  }

  @Test
  void whatWasForgottenIsAskedAgain() throws Exception {
    var time = new AtomicLong();
    var live = new LiveEvents(json, tenancy, time::get);
    var tenant = new TenantId(Ids.next());
    var readFrom = live.lastId(tenant);
    time.addAndGet(LiveEvents.UNWATCHED.toNanos() + 1);

    var subscription = live.subscribe(tenant, Optional.of(readFrom), event -> true);

    assertThat(subscription.next(Duration.ZERO)).map(LiveEvent::name).contains("resync");
  }

  private void say(LiveEvents live, TenantId tenant, String words) {
    tenancy.as(tenant, () -> live.publish(SAID, () -> words));
  }

  private static Optional<String> next(Subscription subscription) throws InterruptedException {
    return subscription.next(Duration.ZERO).map(LiveEvent::data);
  }
}
