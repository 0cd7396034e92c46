package frontdesk.live;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class LiveEventsTests {

  @Autowired private LiveEvents live;

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
}
