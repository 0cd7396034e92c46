package frontdesk.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import frontdesk.http.Cursors;
import frontdesk.http.Page;
import frontdesk.identity.MemberNames;
import frontdesk.live.EventStream.Sent;
import frontdesk.live.LiveEvent;
import frontdesk.live.Streamed;
import frontdesk.settings.Settings;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenants;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A conversation as its customer sees it: whole checked texts, no notes, no pieces. */
@Service
public class CustomerView implements Streamed {

  private static final Set<String> HIDDEN_KINDS = Set.of("note", "event", "suggestion");
  private static final Set<String> NOT_SENT = Set.of("cancelled", "failed", "queued");

  private final ConversationStore conversations;
  private final MessageStore messages;
  private final ServedFiles files;
  private final TransactionTemplate transaction;
  private final Tenancy tenancy;
  private final CustomerStandings standings;
  private final MemberNames members;
  private final Tenants tenants;
  private final String publicUrl;
  private final JsonMapper json;

  CustomerView(
      ConversationStore conversations,
      MessageStore messages,
      ServedFiles files,
      CustomerStandings standings,
      MemberNames members,
      TransactionTemplate transaction,
      Tenancy tenancy,
      Tenants tenants,
      Settings settings,
      JsonMapper json) {
    this.conversations = conversations;
    this.messages = messages;
    this.files = files;
    this.standings = standings;
    this.members = members;
    this.tenants = tenants;
    this.publicUrl = settings.publicUrl();
    this.transaction = transaction;
    this.tenancy = tenancy;
    this.json = json;
  }

  /** A file that was sent; its bytes are asked for apart. */
  public record File(UUID id, String name, String contentType, long size) {}

  /** What a message answers. */
  public record Quote(
      @Schema(allowableValues = {"contact", "ai", "member"}) String author, String text) {}

  /**
   * One thing said.
   *
   * @param name the first name of the member who said it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      UUID id,
      @Schema(allowableValues = {"contact", "ai", "member"}) String author,
      @Nullable String name,
      String text,
      Instant at,
      @Nullable List<File> attachments,
      @Nullable List<TurnResult.Choice> choices,
      @Nullable List<TurnResult.Source> sources,
      TurnResult.@Nullable AppointmentCard appointment,
      @Nullable Quote quote) {}

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
    return Map.of(
        "message",
        Line.class,
        "stage",
        Stage.class,
        "handoff",
        Handoff.class,
        "standing",
        CustomerStanding.class);
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
        page.items().stream().filter(CustomerView::isVisible).map(this::line).toList(),
        page.next());
  }

  /** The message that a channel brought under this id. */
  @Transactional(readOnly = true)
  public Optional<UUID> findMessage(UUID channel, String externalId) {
    return messages.findByExternalId(channel, externalId).map(Message::id);
  }

  /** A file of this customer's talk, as a browser gets it. */
  @Transactional(readOnly = true)
  public Optional<ResponseEntity<byte[]>> file(UUID channel, String address, UUID id) {
    return conversations
        .findByAddress(channel, address)
        .flatMap(conversation -> messages.withAttachment(conversation, id))
        .filter(CustomerView::isVisible)
        .flatMap(message -> files.served(message, id));
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

  private Line line(Message message) {
    var details = message.details();
    var files =
        details.attachments().stream()
            .filter(file -> file.state().equals(Message.Attachment.KEPT))
            .map(file -> new File(file.id(), file.name(), file.contentType(), file.size()))
            .toList();
    return new Line(
        message.id(),
        message.author(),
        message.member().flatMap(members::first).orElse(null),
        message.text(),
        message.at(),
        files.isEmpty() ? null : files,
        details.choices().isEmpty() ? null : details.choices(),
        details.sources().isEmpty()
            ? null
            : details.sources().stream().map(this::forCustomers).toList(),
        details.appointment(),
        details.quote() == null
            ? null
            : new Quote(details.quote().author(), details.quote().text()));
  }

  /**
   * A fact of the business's own has its place on a screen of members: customers see it in public.
   */
  private TurnResult.Source forCustomers(TurnResult.Source source) {
    return new TurnResult.Source(
        source.n(),
        source.title(),
        source.text(),
        source.url().map(url -> url.startsWith("settings/") ? publicPage(url) : url));
  }

  private String publicPage(String screen) {
    var part =
        screen.startsWith("settings/services")
            ? "services"
            : screen.startsWith("settings/hours") ? "hours" : "visit";
    return publicUrl + "/sample/" + tenants.get().slug() + "#" + part;
  }

  /** Translates what happened into what this customer may know. */
  public final class Talk {
    private final UUID channel;
    private final String address;
    private final frontdesk.tenancy.TenantId tenant = tenancy.current();
    private volatile @Nullable UUID conversation;

    /** As the customer was last told. */
    private @Nullable CustomerStanding told;

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
        case "conversation.changed" -> standing(event);
        default -> Optional.empty();
      };
    }

    private Optional<Sent> standing(LiveEvent event) {
      var now = tenancy.as(tenant, () -> standings.of(channel, address));
      if (now.equals(told)) {
        return Optional.empty();
      }
      told = now;
      return Optional.of(new Sent(event.id(), "standing", json.writeValueAsString(now)));
    }

    private Optional<Sent> message(LiveEvent event, JsonNode message) {
      if (message.path("author").asString("").equals("system")
          || HIDDEN_KINDS.contains(message.path("kind").asString(""))
          || NOT_SENT.contains(message.path("status").asString(""))) {
        return Optional.empty();
      }
      if (message.path("author").asString("").equals("contact")) {
        // it opens a closed talk again, which the customer knows without being told
        told = null;
      }
      var line = new LinkedHashMap<String, JsonNode>();
      for (var field : List.of("id", "author", "text", "at", "choices", "appointment")) {
        if (message.has(field)) {
          line.put(field, message.get(field));
        }
      }
      MemberNames.first(message.path("member").path("name").asString(""))
          .ifPresent(name -> line.put("name", StringNode.valueOf(name)));
      if (message.path("quote") instanceof ObjectNode quote) {
        line.put("quote", quote.retain("author", "text"));
      }
      var files =
          message
              .path("attachments")
              .valueStream()
              .filter(file -> file.path("state").asString("").equals(Message.Attachment.KEPT))
              .map(file -> ((ObjectNode) file).retain("id", "name", "contentType", "size"))
              .toList();
      if (!files.isEmpty()) {
        line.put("attachments", json.valueToTree(files));
      }
      var sources = sources(message.path("sources"));
      if (!sources.isEmpty()) {
        line.put("sources", json.valueToTree(sources));
      }
      return Optional.of(new Sent(event.id(), "message", json.writeValueAsString(line)));
    }

    private List<TurnResult.Source> sources(JsonNode sources) {
      return tenancy.as(
          tenant,
          () ->
              sources
                  .valueStream()
                  .map(each -> json.treeToValue(each, TurnResult.Source.class))
                  .map(CustomerView.this::forCustomers)
                  .toList());
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
