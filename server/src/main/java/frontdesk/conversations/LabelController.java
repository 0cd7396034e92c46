package frontdesk.conversations;

import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Labels over HTTP. */
@RestController
class LabelController {

  private static final int LONGEST = 40;
  private static final int COLORS = 8;

  private final Labels labels;
  private final InboxQueries inbox;

  LabelController(Labels labels, InboxQueries inbox) {
    this.labels = labels;
    this.inbox = inbox;
  }

  /**
   * @param color 1 to 8, of the palette
   */
  record Request(@NotNull @Nullable String name, @NotNull @Nullable Integer color) {}

  record Items(List<Label> items) {}

  record PutRequest(@NotNull @Nullable List<UUID> labelIds) {}

  @GetMapping("/api/labels")
  @Requires(Permission.INBOX_SEE)
  Items list() {
    return new Items(labels.all());
  }

  @PostMapping("/api/labels")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.SETTINGS_CHANGE)
  Label add(@RequestBody Request request) {
    return kept(labels.add(name(request), color(request)));
  }

  @PutMapping("/api/labels/{id}")
  @Requires(Permission.SETTINGS_CHANGE)
  Label change(@PathVariable UUID id, @RequestBody Request request) {
    return kept(labels.change(new Label(id, name(request), color(request))));
  }

  @DeleteMapping("/api/labels/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.SETTINGS_CHANGE)
  void delete(@PathVariable UUID id) {
    labels.delete(id);
  }

  /** The conversation carries these from now on, and no others. */
  @PutMapping("/api/conversations/{id}/labels")
  @Requires(Permission.INBOX_REPLY)
  ConversationView put(Caller caller, @PathVariable UUID id, @RequestBody PutRequest request) {
    labels.put(id, Set.copyOf(Optional.ofNullable(request.labelIds()).orElse(List.of())));
    return inbox
        .one(id, Optional.of(caller.member()), Seeing.of(caller))
        .orElseThrow(() -> new NotFound("conversation"));
  }

  private static Label kept(Labels.Outcome outcome) {
    return switch (outcome) {
      case Labels.Outcome.Kept(var label) -> label;
      case Labels.Outcome.NameTaken() -> throw new Refused(HttpStatus.CONFLICT, "label-taken");
    };
  }

  private static String name(Request request) {
    var name = Optional.ofNullable(request.name()).orElse("").strip();
    if (name.isEmpty() || name.length() > LONGEST) {
      throw new Invalid("name", Texts.say("label.name", LONGEST));
    }
    return name;
  }

  private static int color(Request request) {
    var color = Optional.ofNullable(request.color()).orElse(0);
    if (color < 1 || color > COLORS) {
      throw new Invalid("color", Texts.say("label.color", COLORS));
    }
    return color;
  }
}
