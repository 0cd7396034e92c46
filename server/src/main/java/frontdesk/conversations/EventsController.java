package frontdesk.conversations;

import frontdesk.identity.Caller;
import frontdesk.identity.Requires;
import frontdesk.live.EventStream;
import frontdesk.live.LiveEvents;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A member's stream of what happens in the business: what the member may see, and nothing else. */
@RestController
class EventsController {

  private final LiveEvents live;

  EventsController(LiveEvents live) {
    this.live = live;
  }

  @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Requires
  SseEmitter events(
      Caller caller,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId) {
    var may =
        caller.permissions().stream().map(p -> p.word()).collect(Collectors.toUnmodifiableSet());
    return EventStream.of(
        live.subscribe(
            caller.tenant(),
            Optional.ofNullable(lastId),
            event -> may.contains(event.permission())),
        event -> Optional.of(new EventStream.Sent(event.id(), event.name(), event.data())),
        () -> true);
  }
}
