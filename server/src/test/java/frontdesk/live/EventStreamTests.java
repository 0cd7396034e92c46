package frontdesk.live;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The writing of a stream to a browser. */
class EventStreamTests {

  @RestController
  private static final class Door {
    private final Function<LiveEvent, Optional<EventStream.Sent>> translate;
    private final BooleanSupplier allowed;

    Door(Function<LiveEvent, Optional<EventStream.Sent>> translate, BooleanSupplier allowed) {
      this.translate = translate;
      this.allowed = allowed;
    }

    @GetMapping("/stream")
    SseEmitter stream() {
      var subscription = new Subscription(event -> true, () -> {});
      subscription.offer(
          new LiveEvent("1", "counts.changed", "", Optional.empty(), "{}", Optional.empty()));
      return EventStream.of(subscription, translate, allowed);
    }
  }

  @Test
  void aStreamThatCannotGoOnEndsSoThatTheBrowserComesBack() {
    ends(
        new Door(
            event -> Optional.empty(),
            () -> {
              throw new DataAccessResourceFailureException("The database is away");
            }));
    ends(
        new Door(
            event -> {
              throw new DataAccessResourceFailureException("The database is away");
            },
            () -> true));
  }

  private static void ends(Door door) {
    assertThatCode(
            () ->
                standaloneSetup(door)
                    .build()
                    .perform(get("/stream"))
                    .andReturn()
                    .getAsyncResult(5_000))
        .doesNotThrowAnyException();
  }
}
