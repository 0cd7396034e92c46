package frontdesk.conversations;

import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The assistant's switch over HTTP. */
@RestController
@RequestMapping("/api/assistant")
class AssistantController {

  private final AssistantSwitch assistant;

  AssistantController(AssistantSwitch assistant) {
    this.assistant = assistant;
  }

  /**
   * @param on false: it answers nobody, on no channel
   */
  record AssistantState(boolean on) {}

  @GetMapping
  @Requires(Permission.INBOX_SEE)
  AssistantState state() {
    return new AssistantState(assistant.on());
  }

  @PutMapping
  @Requires(Permission.SETTINGS_CHANGE)
  AssistantState turn(@RequestBody AssistantState wanted) {
    assistant.turn(wanted.on());
    return new AssistantState(assistant.on());
  }
}
