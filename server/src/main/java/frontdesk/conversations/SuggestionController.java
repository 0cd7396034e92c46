package frontdesk.conversations;

import frontdesk.conversations.Redrafting.Redraft;
import frontdesk.http.Invalid;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
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

  private static final Set<String> WISHES = Set.of("shorter", "warmer", "language");

  private final Suggestions suggestions;

  SuggestionController(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  /**
   * @param language a tag of BCP 47, to the wish for another language
   */
  record RewordRequest(
      @NotNull @Schema(allowableValues = {"shorter", "warmer", "language"}) @Nullable String wish,
      @Nullable String language) {}

  @PostMapping("/discard")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.INBOX_REPLY)
  void discard(@PathVariable UUID id, @PathVariable UUID message) {
    suggestions.discard(id, message);
  }

  /** Another draft beside this one; in another language it is answered anew. */
  @PostMapping("/reword")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.INBOX_REPLY)
  MessageView reword(
      @PathVariable UUID id, @PathVariable UUID message, @RequestBody RewordRequest request) {
    if (request.wish() == null || !WISHES.contains(request.wish())) {
      throw new Invalid("wish", Texts.say("suggestion.wish"));
    }
    return request.wish().equals("language")
        ? in(language(request.language()), id, message)
        : suggestions.reword(id, message, request.wish());
  }

  private MessageView in(Locale language, UUID id, UUID message) {
    return switch (suggestions.in(language, id, message)) {
      case Redraft.Drafted(var draft) -> draft;
      case Redraft.Answered _ -> throw new Refused(HttpStatus.CONFLICT, "draft-outdated");
      case Redraft.NotSpoken _ -> throw new Refused(HttpStatus.CONFLICT, "language-not-spoken");
    };
  }

  private static Locale language(@Nullable String tag) {
    var language = Locale.forLanguageTag(tag == null ? "" : tag);
    if (language.getLanguage().isEmpty()) {
      throw new Invalid("language", Texts.say("suggestion.language"));
    }
    return language;
  }
}
