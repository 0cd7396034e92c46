package frontdesk.conversations;

import frontdesk.http.Invalid;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.MemberNames;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages to be sent later, over HTTP. */
@RestController
@RequestMapping("/api/conversations/{id}/scheduled")
class ScheduledController {

  private static final Duration FARTHEST = Duration.ofDays(366);

  private final ScheduledMessages scheduled;
  private final MemberNames members;
  private final Clock clock;

  ScheduledController(ScheduledMessages scheduled, MemberNames members, Clock clock) {
    this.scheduled = scheduled;
    this.members = members;
    this.clock = clock;
  }

  record Request(@NotNull @Nullable String text, @NotNull @Nullable Instant at) {}

  record Item(UUID id, MessageView.Person member, String text, Instant at) {}

  record Items(List<Item> items) {}

  @GetMapping
  @Requires(Permission.INBOX_SEE)
  Items list(@PathVariable UUID id) {
    return new Items(scheduled.of(id).stream().map(this::item).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.INBOX_REPLY)
  Item add(Caller caller, @PathVariable UUID id, @RequestBody Request request) {
    var at = request.at();
    var now = clock.instant();
    if (at == null || !at.isAfter(now) || at.isAfter(now.plus(FARTHEST))) {
      throw new Invalid("at", Texts.say("conversation.until"));
    }
    var text = MessageController.text(request.text());
    return item(scheduled.add(id, caller.member(), text, at));
  }

  @DeleteMapping("/{message}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.INBOX_REPLY)
  void cancel(@PathVariable UUID id, @PathVariable UUID message) {
    scheduled.cancel(id, message);
  }

  private Item item(ScheduledMessages.Scheduled one) {
    return new Item(
        one.id(),
        new MessageView.Person(one.member(), members.of(one.member())),
        one.text(),
        one.dueAt());
  }
}
