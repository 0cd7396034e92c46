package frontdesk.agent;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import frontdesk.agent.models.CallCancelled;
import frontdesk.agent.models.ModelFailed;
import frontdesk.agent.models.OutsideModel;
import frontdesk.agent.tools.ToolCalls;
import frontdesk.agent.tools.ToolSpecs;
import frontdesk.conversations.TurnRequest.Said;
import frontdesk.conversations.TurnResult.Handoff;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An outside model with the tools in a loop of our own; it decides what to say, never what is done.
 */
final class ModelMind implements Mind {

  private static final Logger LOG = LoggerFactory.getLogger(ModelMind.class);
  private static final int MOST_STEPS = 6;
  private static final int MOST_CALLS_A_STEP = 4;
  private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

  private static final String OTHER_WORDINGS =
      """
      <system>A person chooses what is sent. Write your last message in two other ways: a shorter \
      one, then a warmer one. Same language, same facts, times, prices and questions; nothing new. \
      Only the two messages, with a line of === between them.</system>\
      """;

  private static final Pattern BETWEEN_WORDINGS = Pattern.compile("(?m)^\\s*={3,}\\s*$");
  private static final Pattern OUR_TAGS = Pattern.compile("(?i)</?\\s*(customer|system)\\s*>");
  private static final Pattern THINKING = Pattern.compile("(?s)<think(?:ing)?>.*?</think(?:ing)?>");

  private final OutsideModel model;
  private final JsonMapper json;

  ModelMind(OutsideModel model, JsonMapper json) {
    this.model = model;
    this.json = json;
  }

  @Override
  public String name() {
    return model.provider();
  }

  @Override
  public boolean knowsYes() {
    return false;
  }

  @Override
  public Thinking begin(Briefing briefing, RecordedTools tools, Room room) {
    return new Talk(briefing, tools, room);
  }

  private final class Talk implements Thinking {

    private final Briefing briefing;
    private final Room room;
    private final ToolCalls tools;
    private final List<ChatMessage> messages;
    private final Set<String> used = new LinkedHashSet<>();

    Talk(Briefing briefing, RecordedTools tools, Room room) {
      this.briefing = briefing;
      this.room = room;
      this.tools =
          new ToolCalls(
              tools, briefing.now(), briefing.language(), start -> tools.findings().offered(start));
      this.messages = opening(briefing);
    }

    @Override
    public Draft draft() {
      for (int step = 0; step < MOST_STEPS; step++) {
        room.progress().stage("generating", Map.of("model", name()));
        var answer = ask(room.progress().watched());
        messages.add(answer);
        if (!answer.hasToolExecutionRequests()) {
          return draft(answer.text());
        }
        callTools(answer.toolExecutionRequests());
      }
      throw new ModelFailed(name() + " went round in circles");
    }

    /** Words only this time: what the tools have done stays as it is. */
    @Override
    public Optional<Draft> redraft(String wrong) {
      messages.add(
          UserMessage.from(
              "<system>Your last message was not sent: %s Write it again without that, or look it up first.</system>"
                  .formatted(wrong)));
      return Optional.of(draft());
    }

    /** In one more call, which nobody sees being written; without an answer, by our own rules. */
    @Override
    public List<Draft> otherWordings(Draft draft) {
      messages.add(UserMessage.from(OTHER_WORDINGS));
      try {
        var answer = ask(false);
        if (!answer.hasToolExecutionRequests()) {
          return BETWEEN_WORDINGS
              .splitAsStream(withoutThinking(answer.text()))
              .map(String::strip)
              .filter(text -> !text.isEmpty())
              .limit(2)
              .map(draft::saying)
              .toList();
        }
      } catch (ModelFailed e) {
        LOG.warn("{} gave no other wordings: {}", name(), e.getMessage());
      }
      return draft.reworded(briefing.request().contactName());
    }

    private AiMessage ask(boolean watched) {
      try {
        return model
            .ask(
                ChatRequest.builder()
                    .messages(List.copyOf(messages))
                    .toolSpecifications(ToolSpecs.all())
                    .build(),
                room.deadline(),
                new OutsideModel.Watch(
                    watched,
                    new SpokenPieces(room.progress()::delta),
                    room.usage(),
                    room.progress()::cancelled))
            .aiMessage();
      } catch (CallCancelled e) {
        throw new TurnStopped();
      }
    }

    /** Every call gets an answer, as the vendors demand; too many at once get a short one. */
    private void callTools(List<ToolExecutionRequest> calls) {
      for (int i = 0; i < calls.size(); i++) {
        var call = calls.get(i);
        used.add(call.name());
        var answer =
            i < MOST_CALLS_A_STEP
                ? answer(call)
                : Map.<String, Object>of(
                    "outcome", "unusable", "problem", "Too many calls at once");
        messages.add(ToolExecutionResultMessage.from(call, json.writeValueAsString(answer)));
      }
    }

    private Map<String, Object> answer(ToolExecutionRequest call) {
      try {
        var arguments = call.arguments();
        return tools.call(
            call.name(),
            arguments == null || arguments.isBlank()
                ? Map.of()
                : json.readValue(arguments, ARGUMENTS));
      } catch (JacksonException e) {
        return Map.of("outcome", "unusable", "problem", "The arguments are not a JSON object");
      }
    }

    private Draft draft(String text) {
      return new Draft(
          withoutThinking(text),
          briefing.language(),
          intent(),
          List.of(),
          tools.handoff().map(wish -> new Handoff(wish.reason(), wish.summary())),
          Optional.empty());
    }

    private String intent() {
      if (tools.handoff().isPresent()) {
        return "handoff";
      }
      if (used.stream().anyMatch(name -> name.startsWith("propose_") || name.startsWith("confirm_"))
          || used.contains("find_times")) {
        return "booking";
      }
      return used.isEmpty() ? "talk" : "question";
    }
  }

  private static List<ChatMessage> opening(Briefing briefing) {
    var messages = new ArrayList<ChatMessage>();
    messages.add(
        SystemMessage.from(SystemPrompt.of(briefing.business(), briefing.services(), briefing)));
    briefing.request().history().stream()
        .filter(said -> !said.text().isBlank())
        .forEach(said -> add(messages, said));
    messages.add(UserMessage.from(asData(String.join("\n", briefing.said()))));
    return messages;
  }

  private static void add(List<ChatMessage> messages, Said said) {
    switch (said.author()) {
      case "contact" -> messages.add(UserMessage.from(asData(said.text())));
      case "ai", "member" -> {
        // A talk begins with the customer: some vendors refuse anything else.
        if (messages.size() > 1) {
          messages.add(AiMessage.from(said.text()));
        }
      }
      default -> {}
    }
  }

  private static String asData(String words) {
    return "<customer>\n" + OUR_TAGS.matcher(words).replaceAll("") + "\n</customer>";
  }

  /** Some servers leave the model's thinking in the text. */
  private static String withoutThinking(String text) {
    var said = THINKING.matcher(text).replaceAll("").strip();
    if (said.isEmpty() || said.contains("<think")) {
      throw new ModelFailed("the answer was nothing but thinking");
    }
    return said.lines().collect(Collectors.joining("\n"));
  }
}
