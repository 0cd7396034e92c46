package frontdesk.agent;

import dev.langchain4j.agent.tool.ToolSpecification;
import frontdesk.agent.BookingTools.Scope;
import frontdesk.agent.tools.ToolCalls;
import frontdesk.agent.tools.ToolSpecs;
import frontdesk.booking.Source;
import frontdesk.conversations.Conversations;
import frontdesk.http.NotFound;
import frontdesk.identity.AuditTrail;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Ids;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The agent's own tools, called from outside for one contact exactly as the agent calls them. */
@RestController
class ToolController {

  private final FrontDoors doors;
  private final Conversations conversations;
  private final AuditTrail audit;

  ToolController(FrontDoors doors, Conversations conversations, AuditTrail audit) {
    this.doors = doors;
    this.conversations = conversations;
    this.audit = audit;
  }

  /**
   * @param arguments by name, with what each is for
   * @param writes it proposes or keeps something
   */
  record Tool(
      String name,
      String description,
      Map<String, String> arguments,
      List<String> required,
      boolean writes) {}

  record Tools(List<Tool> items) {}

  /**
   * @param proposal one made before by the same tool, to be carried out
   * @param accepted the contact has said yes to it
   */
  record ToolRequest(
      @NotNull UUID contactId,
      @Nullable UUID conversationId,
      @Nullable Map<String, Object> arguments,
      @Nullable UUID proposal,
      @Nullable Boolean accepted) {}

  @GetMapping("/api/assistant/tools")
  @Requires(Permission.ASSISTANT_TOOLS)
  Tools tools() {
    return new Tools(
        ToolSpecs.all().stream().filter(ToolController::callable).map(this::tool).toList());
  }

  /** A handoff belongs to a conversation's turn and has its own endpoints. */
  private static boolean callable(ToolSpecification spec) {
    return !spec.name().equals("handoff");
  }

  private Tool tool(ToolSpecification spec) {
    var arguments = new LinkedHashMap<String, String>();
    spec.parameters()
        .properties()
        .forEach(
            (name, schema) ->
                arguments.put(name, Optional.ofNullable(schema.description()).orElse("")));
    return new Tool(
        spec.name(),
        spec.description(),
        arguments,
        Optional.ofNullable(spec.parameters().required()).orElse(List.of()),
        !ToolSpecs.isReader(spec.name()));
  }

  /**
   * What a call came to; each tool says more beside it.
   *
   * @param proposal to be sent back with a yes
   */
  @Schema(additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
  record Called(String outcome, @Nullable UUID proposal) {}

  @PostMapping("/api/assistant/tools/{name}")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Called.class)))
  @Requires(Permission.ASSISTANT_TOOLS)
  Map<String, Object> call(@PathVariable String name, @Valid @RequestBody ToolRequest request) {
    if (ToolSpecs.all().stream()
        .filter(ToolController::callable)
        .noneMatch(t -> t.name().equals(name))) {
      throw new NotFound("tool");
    }
    doors.contacts().find(request.contactId()).orElseThrow(() -> new NotFound("contact"));
    requireOwnConversation(request);
    var answer = answer(name, request);
    doors
        .transactions()
        .executeWithoutResult(
            status ->
                audit.record(
                    "assistant.tool-called",
                    "contact",
                    request.contactId(),
                    Map.of(),
                    Map.of("tool", name, "outcome", answer.get("outcome"))));
    return answer;
  }

  private void requireOwnConversation(ToolRequest request) {
    if (request.conversationId() != null
        && !conversations.contactOf(request.conversationId()).equals(request.contactId())) {
      throw new NotFound("conversation");
    }
  }

  private Map<String, Object> answer(String name, ToolRequest request) {
    var accepted = Boolean.TRUE.equals(request.accepted());
    var scope =
        new Scope(
            request.contactId(),
            Optional.ofNullable(request.conversationId()),
            Ids.next(),
            0,
            Source.ASSISTANT,
            proposal -> accepted);
    var tools = new BookingTools(doors, scope);
    var business = tools.business();
    // Whoever calls here answers for the dates: a start need not have been offered before.
    var calls =
        new ToolCalls(
            tools,
            doors.clock().instant().atZone(business.zone()),
            business.locale(),
            start -> true);
    return request.proposal() == null
        ? calls.call(name, Optional.ofNullable(request.arguments()).orElse(Map.of()))
        : calls.confirm(request.proposal());
  }
}
