package frontdesk.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import frontdesk.http.Cursors;
import frontdesk.http.NotFound;
import frontdesk.http.Page;
import frontdesk.live.EventStream.Sent;
import frontdesk.live.LiveEvent;
import frontdesk.live.Streamed;
import frontdesk.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A conversation as its customer sees it: whole checked texts, no notes, no pieces. */
@Service
public class CustomerView implements Streamed {

  private static final Set<String> HIDDEN_KINDS = Set.of("note", "event", "suggestion");
  private static final Set<String> NOT_SENT = Set.of("cancelled", "failed", "queued");

  private final ConversationStore conversations;
  private final MessageStore messages;
  private final TransactionTemplate transaction;
  private final Tenancy tenancy;
  private final JsonMapper json;

  CustomerView(
      ConversationStore conversations,
      MessageStore messages,
      TransactionTemplate transaction,
      Tenancy tenancy,
      JsonMapper json) {
    this.conversations = conversations;
    this.messages = messages;
    this.transaction = transaction;
    this.tenancy = tenancy;
    this.json = json;
  }

  /** One thing said. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      UUID id,
      @Schema(allowableValues = {"contact", "ai", "member"}) String author,
      String text,
      Instant at,
      @Nullable List<TurnResult.Choice> choices,
      @Nullable List<TurnResult.Source> sources) {}

  /** How far the answer has come; done once it is there, or will not come. */
  record Stage(
      @Schema(allowableValues = {"reading", "searching", "found", "acting", "generating", "done"})
          String stage) {}

  /** A person goes on from here. */
  record Handoff() {}

  @Override
  public String path() {
    return "/api/public/{slug}/chat/events";
  }

  @Override
  public Map<String, Class<?>> events() {
    return Map.of("message", Line.class, "stage", Stage.class, "handoff", Handoff.class);
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public Page<Line> lines(UUID channel, String address, int limit, Optional<String> cursor) {
    var before = Cursors.readNumber(cursor.orElse(null));
    var conversation = conversations.findByAddress(channel, address);
    if (conversation.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    var found = messages.list(conversation.get(), before.orElse(Long.MAX_VALUE), limit + 1);
    var page = Cursors.page(found, limit, message -> Cursors.write(message.seq()));
    return new Page<>(
        page.items().stream().filter(CustomerView::isVisible).map(CustomerView::line).toList(),
        page.next());
  }

  /** The message that a channel brought under this id. */
  @Transactional(readOnly = true)
  public UUID messageId(UUID channel, String externalId) {
    return messages
        .findByExternalId(channel, externalId)
        .map(Message::id)
        .orElseThrow(() -> new NotFound("message"));
  }

  /** One customer's side of the live events; there may be no conversation yet. */
  public Talk talkOf(UUID channel, String address) {
    return new Talk(channel, address);
  }

  private static boolean isVisible(Message message) {
    return !message.author().equals("system")
        && !HIDDEN_KINDS.contains(message.kind())
        && !NOT_SENT.contains(message.status());
  }

  private static Line line(Message message) {
    var details = message.details();
    return new Line(
        message.id(),
        message.author(),
        message.text(),
        message.at(),
        details.choices().isEmpty() ? null : details.choices(),
        details.sources().isEmpty() ? null : details.sources());
  }

  /** Translates what happened into what this customer may know. */
  public final class Talk {
    private final UUID channel;
    private final String address;
    private final frontdesk.tenancy.TenantId tenant = tenancy.current();
    private volatile @Nullable UUID conversation;

    private Talk(UUID channel, String address) {
      this.channel = channel;
      this.address = address;
    }

    /** Asked on the publisher's thread, which must not wait: what is not known yet passes. */
    public boolean concerns(LiveEvent event) {
      var known = conversation;
      return event.conversation().isPresent()
          && !event.name().equals("ai.delta")
          && (known == null || known.equals(event.conversation().get()));
    }

    /** Asked on the stream's own thread. */
    public Optional<Sent> translate(LiveEvent event) {
      if (!event.name().equals("resync") && !event.conversation().equals(known())) {
        return Optional.empty();
      }
      var data = json.readTree(event.data());
      return switch (event.name()) {
        case "resync" -> Optional.of(new Sent(event.id(), "resync", "{}"));
        case "message.created" -> message(event, data.path("message"));
        case "ai.progress" ->
            Optional.of(
                new Sent(
                    event.id(),
                    "stage",
                    json.writeValueAsString(new Stage(data.path("stage").asString("")))));
        case "ai.done", "ai.failed" ->
            Optional.of(new Sent(event.id(), "stage", json.writeValueAsString(new Stage("done"))));
        case "notification" -> Optional.of(new Sent(event.id(), "handoff", "{}"));
        default -> Optional.empty();
      };
    }

    private Optional<Sent> message(LiveEvent event, JsonNode message) {
      if (message.path("author").asString("").equals("system")
          || HIDDEN_KINDS.contains(message.path("kind").asString(""))
          || NOT_SENT.contains(message.path("status").asString(""))) {
        return Optional.empty();
      }
      var line = new LinkedHashMap<String, JsonNode>();
      for (var field : List.of("id", "author", "text", "at", "choices", "sources")) {
        if (message.has(field)) {
          line.put(field, message.get(field));
        }
      }
      return Optional.of(new Sent(event.id(), "message", json.writeValueAsString(line)));
    }

    private Optional<UUID> known() {
      var id = conversation;
      if (id == null) {
        id = tenancy.as(tenant, () -> CustomerView.this.find(channel, address)).orElse(null);
        conversation = id;
      }
      return Optional.ofNullable(id);
    }
  }

  private Optional<UUID> find(UUID channel, String address) {
    return transaction.execute(tx -> conversations.findByAddress(channel, address));
  }
}
