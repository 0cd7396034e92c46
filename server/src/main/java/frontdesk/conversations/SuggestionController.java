package frontdesk.conversations;

import frontdesk.http.Invalid;
import frontdesk.http.Texts;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What members do with the assistant's drafts. */
@RestController
@RequestMapping("/api/conversations/{id}/suggestions/{message}")
class SuggestionController {

  private static final Set<String> WISHES = Set.of("shorter", "warmer");

  private final Suggestions suggestions;

  SuggestionController(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  record RewordRequest(
      @NotNull @Schema(allowableValues = {"shorter", "warmer"}) @Nullable String wish) {}

  @PostMapping("/discard")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.INBOX_REPLY)
  void discard(@PathVariable UUID id, @PathVariable UUID message) {
    suggestions.discard(id, message);
  }

  /** Another draft beside this one; what it states stays. */
  @PostMapping("/reword")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.INBOX_REPLY)
  MessageView reword(
      @PathVariable UUID id, @PathVariable UUID message, @RequestBody RewordRequest request) {
    if (request.wish() == null || !WISHES.contains(request.wish())) {
      throw new Invalid("wish", Texts.say("suggestion.wish"));
    }
    return suggestions.reword(id, message, request.wish());
  }
}
