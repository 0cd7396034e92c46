package frontdesk.conversations;

import frontdesk.http.Cursors;
import frontdesk.http.Invalid;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A member's own notifications over HTTP. */
@RestController
@RequestMapping("/api/notifications")
class NotificationController {

  private static final Set<String> TYPES =
      Arrays.stream(Notifications.Type.values())
          .map(Notifications.Type::word)
          .collect(Collectors.toUnmodifiableSet());

  private final NotificationStore store;
  private final Clock clock;

  NotificationController(NotificationStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * @param conversationId where to look; none when it is about a channel
   * @param name of the contact or channel
   * @param times how often it has happened since the member last looked
   */
  record View(
      UUID id,
      @Schema(
              allowableValues = {
                "handoff",
                "handoff-waiting",
                "assigned",
                "mention",
                "message-failed",
                "channel-down"
              })
          String type,
      @Nullable UUID conversationId,
      String name,
      String reason,
      int times,
      Instant at,
      boolean read) {

    static View of(Notification known) {
      return new View(
          known.id(),
          known.type(),
          known.conversation().orElse(null),
          known.name(),
          known.reason(),
          known.times(),
          known.at(),
          known.read());
    }
  }

  /**
   * @param unread of all of them, not of this page
   */
  record NotificationPage(List<View> items, @Nullable String next, long unread) {}

  /**
   * @param ids left out: all
   */
  record ReadRequest(@Nullable List<UUID> ids) {}

  @GetMapping
  @Requires
  @Transactional(readOnly = true)
  public NotificationPage list(
      Caller caller,
      @RequestParam(defaultValue = "") List<String> type,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var most = Cursors.limit(limit);
    if (!TYPES.containsAll(type)) {
      throw new Invalid("type", Texts.say("http.wrong-value"));
    }
    var page =
        Cursors.page(
            store.list(caller.member(), type, Cursors.Place.read(cursor), most + 1),
            most,
            last -> new Cursors.Place(last.at(), last.id()).cursor());
    return new NotificationPage(
        page.items().stream().map(View::of).toList(), page.next(), store.unread(caller.member()));
  }

  @PostMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires
  @Transactional
  public void read(Caller caller, @RequestBody ReadRequest request) {
    store.seen(
        caller.member(), Optional.ofNullable(request.ids()).map(List::copyOf), clock.instant());
  }
}
