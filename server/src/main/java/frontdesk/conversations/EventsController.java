package frontdesk.conversations;

import frontdesk.identity.Caller;
import frontdesk.identity.MemberEvents;
import frontdesk.identity.Requires;
import frontdesk.identity.Standing;
import frontdesk.live.EventKind;
import frontdesk.live.EventStream;
import frontdesk.live.LiveEvent;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Tenancy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** A member's stream of what happens in the business: what the member may see, and nothing else. */
@RestController
class EventsController {

  private final LiveEvents live;
  private final InboxQueries inbox;
  private final Tenancy tenancy;
  private final Standing standing;
  private final JsonMapper json;

  EventsController(
      LiveEvents live, InboxQueries inbox, Tenancy tenancy, Standing standing, JsonMapper json) {
    this.live = live;
    this.inbox = inbox;
    this.tenancy = tenancy;
    this.standing = standing;
    this.json = json;
  }

  /**
   * @param lastId of a browser that comes back
   * @param from of one that comes first, which cannot send the header: where it began to read
   */
  @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Requires
  SseEmitter events(
      HttpServletRequest request,
      Caller caller,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId,
      @RequestParam(name = "lastEventId", required = false) @Nullable String from) {
    var stands = standing.of(request);
    var may =
        Stream.concat(
                Stream.of(EventKind.EVERYBODY), caller.permissions().stream().map(p -> p.word()))
            .collect(Collectors.toUnmodifiableSet());
    return EventStream.of(
        live.subscribe(
            caller.tenant(),
            Optional.ofNullable(lastId).or(() -> Optional.ofNullable(from)),
            event -> may.contains(event.permission())),
        event ->
            shown(event, caller, may)
                .filter(data -> event.is(MemberEvents.PERMISSIONS_CHANGED) || stands.getAsBoolean())
                .map(data -> new EventStream.Sent(event.id(), event.name(), data)),
        stands);
  }

  /** By the same rule as the inbox, and with as much of the contact as the inbox shows. */
  private Optional<String> shown(LiveEvent event, Caller caller, Set<String> may) {
    var seeing = Seeing.of(caller);
    if (event.conversation().isEmpty()) {
      return Optional.of(event.dataFor(may));
    }
    if (seeing.all()) {
      return Optional.of(event.data()).filter(data -> !event.is(InboxEvents.CONVERSATION_GONE));
    }
    var id = event.conversation().get();
    return tenancy.as(
        caller.tenant(),
        () -> {
          if (event.is(InboxEvents.CONVERSATION_CHANGED)) {
            return inbox
                .one(id, Optional.empty(), seeing)
                .map(now -> json.writeValueAsString(Map.of("conversation", now)));
          }
          var shows = inbox.shows(id, seeing);
          return event.is(InboxEvents.CONVERSATION_GONE)
              ? Optional.of(event.data()).filter(data -> !shows && wasThere(data, seeing))
              : Optional.of(event.data()).filter(data -> shows);
        });
  }

  private boolean wasThere(String gone, Seeing seeing) {
    var formerly = json.readValue(gone, InboxEvents.ConversationGone.class).formerly();
    return seeing.own().isPresent()
        && (formerly == null || seeing.own().equals(Optional.of(formerly)));
  }
}
