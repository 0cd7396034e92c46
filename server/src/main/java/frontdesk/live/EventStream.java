package frontdesk.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Writes a subscription to a browser as server-sent events. */
public final class EventStream {

  private static final Logger log = LoggerFactory.getLogger(EventStream.class);

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private EventStream() {}

  /** What goes over the wire. */
  public record Sent(String id, String name, String data) {}

  /**
   * @param translate what this watcher is told of an event; empty for nothing
   * @param allowed asked at least every heartbeat; the stream ends when it says no
   */
  public static SseEmitter of(
      Subscription subscription,
      Function<LiveEvent, Optional<Sent>> translate,
      BooleanSupplier allowed) {
    var emitter = new SseEmitter(0L);
    emitter.onCompletion(subscription::close);
    emitter.onError(e -> subscription.close());
    emitter.onTimeout(subscription::close);
    Thread.ofVirtual()
        .name("event-stream")
        .start(() -> write(emitter, subscription, translate, allowed));
    return emitter;
  }

  private static void write(
      SseEmitter emitter,
      Subscription subscription,
      Function<LiveEvent, Optional<Sent>> translate,
      BooleanSupplier allowed) {
    try (subscription) {
      emitter.send(SseEmitter.event().comment("open"));
      while (!subscription.isClosed() && allowed.getAsBoolean()) {
        var event = subscription.next(HEARTBEAT);
        if (event.isEmpty()) {
          emitter.send(SseEmitter.event().comment(""));
          continue;
        }
        var sent = translate.apply(event.get());
        if (sent.isPresent()) {
          emitter.send(
              SseEmitter.event()
                  .id(sent.get().id())
                  .name(sent.get().name())
                  .data(sent.get().data(), MediaType.TEXT_PLAIN));
        }
      }
      emitter.complete();
    } catch (IOException | IllegalStateException e) {
      // The browser has gone, and the container ends the request; it comes back with its last id.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    } catch (RuntimeException e) {
      // Left open it would look alive and tell nothing; ended, the browser comes back for the rest.
      log.warn("An event stream ends: {}", e.toString());
      emitter.complete();
    }
  }
}
