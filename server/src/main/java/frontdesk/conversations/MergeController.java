package frontdesk.conversations;

import frontdesk.contacts.Contacts;
import frontdesk.contacts.Merge;
import frontdesk.contacts.Merges;
import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Two contacts made one, and parted again. For whoever sees every conversation: others' would come
 * along.
 */
@RestController
@RequestMapping("/api/contacts/{id}/merges")
class MergeController {

  private final Merges merges;
  private final Contacts contacts;

  MergeController(Merges merges, Contacts contacts) {
    this.merges = merges;
    this.contacts = contacts;
  }

  /**
   * @param otherId who is the same person; this one stays
   * @param take name, phone, email or language: what to take of the other where both have something
   */
  record MergeRequest(@NotNull @Nullable UUID otherId, @Nullable List<String> take) {}

  /**
   * @param until when the undo ends
   */
  record MergeView(UUID id, UUID goneId, String goneName, Instant at, Instant until) {}

  record Items(List<MergeView> items) {}

  /** Those that can still be undone. */
  @GetMapping
  @Requires(Permission.INBOX_ALL)
  Items list(@PathVariable UUID id) {
    var contact = contacts.find(id).orElseThrow(() -> new NotFound("contact"));
    return new Items(merges.of(contact.id()).stream().map(MergeController::view).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.INBOX_ALL)
  MergeView merge(@PathVariable UUID id, @RequestBody MergeRequest request) {
    contacts.find(id).orElseThrow(() -> new NotFound("contact"));
    var other = request.otherId();
    if (other == null || other.equals(id)) {
      throw new Invalid("otherId", Texts.say("contact.other"));
    }
    return switch (merges.merge(id, other, fields(request))) {
      case Merges.Outcome.Merged(var merge) -> view(merge);
      case Merges.Outcome.Unknown() -> throw new NotFound("contact");
      case Merges.Outcome.MergedAlready() ->
          throw new Refused(HttpStatus.CONFLICT, "merged-already");
    };
  }

  @PostMapping("/{merge}/undo")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.INBOX_ALL)
  void undo(@PathVariable UUID id, @PathVariable UUID merge) {
    switch (merges.part(id, merge)) {
      case Merges.Parting.Parted _ -> {}
      case Merges.Parting.Unknown() -> throw new NotFound("merge");
      case Merges.Parting.Settled() -> throw new Refused(HttpStatus.CONFLICT, "merge-settled");
    }
  }

  private static Set<Merges.Field> fields(MergeRequest request) {
    var fields = EnumSet.noneOf(Merges.Field.class);
    for (var word : Optional.ofNullable(request.take()).orElse(List.of())) {
      fields.add(
          switch (word) {
            case "name" -> Merges.Field.NAME;
            case "phone" -> Merges.Field.PHONE;
            case "email" -> Merges.Field.EMAIL;
            case "language" -> Merges.Field.LANGUAGE;
            case null, default -> throw new Invalid("take", Texts.say("contact.take"));
          });
    }
    return fields;
  }

  private static MergeView view(Merge merge) {
    return new MergeView(merge.id(), merge.gone(), merge.goneName(), merge.at(), merge.until());
  }
}
