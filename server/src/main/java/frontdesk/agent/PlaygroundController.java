package frontdesk.agent;

import frontdesk.agent.Playground.Line;
import frontdesk.agent.Playground.Memory;
import frontdesk.conversations.TurnResult.Choice;
import frontdesk.conversations.TurnResult.Source;
import frontdesk.http.Invalid;
import frontdesk.http.Texts;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/** The assistant on trial, before customers meet it. */
@RestController
class PlaygroundController {

  /**
   * @param memory as it came with the last answer; left out at the beginning
   */
  record PlaygroundRequest(
      @NotBlank @Size(max = 2000) @Nullable String text,
      @Size(max = 100) @Nullable List<@NotNull @Valid Spoken> history,
      @Size(max = 200_000) @Nullable String memory) {}

  record Spoken(
      @NotNull @Pattern(regexp = "contact|ai") @Nullable String author,
      @NotNull @Size(max = 10_000) @Nullable String text) {}

  /**
   * @param tools what it called, in order
   * @param model who thought: provider and model, or builtin
   * @param memory to be sent with the next message, as it is
   */
  record PlaygroundAnswer(
      String text,
      List<Choice> choices,
      List<Source> sources,
      boolean handoff,
      String intent,
      List<String> tools,
      String model,
      long ms,
      String memory) {}

  private final Playground playground;

  PlaygroundController(Playground playground) {
    this.playground = playground;
  }

  @PostMapping("/api/assistant/playground")
  @Requires(Permission.SETTINGS_CHANGE)
  PlaygroundAnswer ask(@Valid @RequestBody PlaygroundRequest request) {
    var history =
        request.history() == null
            ? List.<Line>of()
            : request.history().stream()
                .map(said -> new Line(String.valueOf(said.author()), String.valueOf(said.text())))
                .toList();
    var answer =
        playground.answer(String.valueOf(request.text()), history, memory(request.memory()));
    var attempt = answer.attempt();
    var spoken = attempt.spoken();
    return new PlaygroundAnswer(
        spoken.text(),
        spoken.choices(),
        attempt.run().sources(),
        spoken.handoff().isPresent(),
        spoken.intent(),
        attempt.calls().stream().map(RecordedTools.Call::name).toList(),
        attempt.run().mind(),
        attempt.run().millis(),
        AgentJson.MAPPER.writeValueAsString(answer.memory()));
  }

  private static Memory memory(@Nullable String text) {
    if (text == null) {
      return Memory.NONE;
    }
    try {
      return AgentJson.MAPPER.readValue(text, Memory.class);
    } catch (JacksonException e) {
      throw new Invalid("memory", Texts.say("http.wrong-value"));
    }
  }
}
