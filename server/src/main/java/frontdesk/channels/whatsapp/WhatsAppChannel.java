package frontdesk.channels.whatsapp;

import frontdesk.channels.Channels;
import frontdesk.channels.ConnectedChannel;
import frontdesk.conversations.Channel;
import frontdesk.conversations.TurnResult.Choice;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends through the WhatsApp Cloud API. It takes no idempotency key: an unknown outcome stays so.
 */
@Component
class WhatsAppChannel implements Channel {

  static final String TYPE = "whatsapp";

  /** Limits of the Cloud API for interactive messages. */
  private static final int MOST_BUTTONS = 3;

  private static final int BUTTON_LENGTH = 20;
  private static final int MOST_ROWS = 10;
  private static final int ROW_LENGTH = 24;
  private static final int INTERACTIVE_BODY = 1024;

  /** Said in both of our languages, since the choices may follow a text in either. */
  private static final String LIST_BUTTON = "Choose · Scegli";

  private static final Logger log = LoggerFactory.getLogger(WhatsAppChannel.class);

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  /** What came so late would look strange. */
  private static final Duration SEEN_TIMEOUT = Duration.ofSeconds(3);

  private final Channels channels;
  private final WhatsAppMedia media;
  private final WhatsAppUploads uploads;
  private final GraphApi graph;
  private final JsonMapper json;

  WhatsAppChannel(
      Channels channels,
      WhatsAppMedia media,
      WhatsAppUploads uploads,
      GraphApi graph,
      JsonMapper json) {
    this.channels = channels;
    this.media = media;
    this.uploads = uploads;
    this.graph = graph;
    this.json = json;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Optional<Duration> window() {
    return Optional.of(Duration.ofHours(24));
  }

  @Override
  public boolean local() {
    return false;
  }

  @Override
  public int carries(String contentType) {
    return WhatsAppUploads.largest(contentType);
  }

  @Override
  public Delivery send(Outgoing message) {
    var channel = channels.get(message.channel());
    return message
        .file()
        .map(file -> send(channel, message, file))
        .orElseGet(() -> send(channel, body(message)));
  }

  /** The file goes up first; until its message is sent, the customer has seen nothing of it. */
  private Delivery send(ConnectedChannel channel, Outgoing message, File file) {
    return switch (uploads.upload(channel, file)) {
      case WhatsAppUploads.Outcome.Uploaded(var id) ->
          send(channel, WhatsAppUploads.message(envelope(message), file, id, message.text()));
      case WhatsAppUploads.Outcome.Answered(int status, var body) -> {
        var refused = outcome(channel, status, body);
        yield refused instanceof Delivery.Unknown(var reason)
            ? new Delivery.Later("http-" + status, reason, Duration.ofSeconds(5))
            : refused;
      }
      case WhatsAppUploads.Outcome.Unanswered() ->
          new Delivery.Later("unreachable", "WhatsApp cannot be reached", Duration.ofSeconds(5));
    };
  }

  private Delivery send(ConnectedChannel channel, Map<String, Object> body) {
    try {
      var response = post(channel, body, TIMEOUT);
      return outcome(channel, response.statusCode(), response.body());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new Delivery.Later("unreachable", "WhatsApp cannot be reached", Duration.ofSeconds(2));
    } catch (IOException e) {
      return new Delivery.Unknown("WhatsApp gave no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Unknown("The server was stopped while sending");
    }
  }

  @Override
  public Fetched fetch(UUID channel, String reference) {
    return media.fetch(channels.get(channel), reference);
  }

  @Override
  public void seen(UUID id, String externalId) {
    var mark =
        Map.of(
            "messaging_product",
            "whatsapp",
            "status",
            "read",
            "message_id",
            externalId,
            "typing_indicator",
            Map.of("type", "text"));
    try {
      post(channels.get(id), mark, SEEN_TIMEOUT);
    } catch (IOException e) {
      log.debug("A read mark got no answer: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> post(
      ConnectedChannel channel, Map<String, Object> body, Duration timeout)
      throws IOException, InterruptedException {
    var bytes = BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    return graph.post(channel, "messages", "application/json", bytes, timeout);
  }

  /** What every message has, whatever it carries. */
  private static Map<String, Object> envelope(Outgoing message) {
    var body = new LinkedHashMap<String, Object>();
    body.put("messaging_product", "whatsapp");
    body.put("recipient_type", "individual");
    // A business-scoped id has a country and a dot; a number has digits only.
    body.put(message.address().contains(".") ? "recipient" : "to", message.address());
    body.put("biz_opaque_callback_data", message.reference().toString());
    message.quotes().ifPresent(id -> body.put("context", Map.of("message_id", id)));
    return body;
  }

  private static Map<String, Object> body(Outgoing message) {
    var body = envelope(message);
    var choices = message.choices();
    if (fits(choices, MOST_BUTTONS, BUTTON_LENGTH, message.text())) {
      body.put("type", "interactive");
      body.put("interactive", buttons(message.text(), choices));
    } else if (fits(choices, MOST_ROWS, ROW_LENGTH, message.text())) {
      body.put("type", "interactive");
      body.put("interactive", list(message.text(), choices));
    } else {
      body.put("type", "text");
      body.put("text", Map.of("body", message.text(), "preview_url", false));
    }
    return body;
  }

  private static boolean fits(List<Choice> choices, int most, int length, String text) {
    return !choices.isEmpty()
        && choices.size() <= most
        && text.length() <= INTERACTIVE_BODY
        && choices.stream().allMatch(choice -> choice.title().length() <= length);
  }

  private static Map<String, Object> buttons(String text, List<Choice> choices) {
    return Map.of(
        "type",
        "button",
        "body",
        Map.of("text", text),
        "action",
        Map.of(
            "buttons",
            choices.stream()
                .map(
                    choice ->
                        Map.of(
                            "type",
                            "reply",
                            "reply",
                            Map.of("id", choice.id(), "title", choice.title())))
                .toList()));
  }

  private static Map<String, Object> list(String text, List<Choice> choices) {
    return Map.of(
        "type",
        "list",
        "body",
        Map.of("text", text),
        "action",
        Map.of(
            "button",
            LIST_BUTTON,
            "sections",
            List.of(
                Map.of(
                    "rows",
                    choices.stream()
                        .map(choice -> Map.of("id", choice.id(), "title", choice.title()))
                        .toList()))));
  }

  private Delivery outcome(ConnectedChannel channel, int status, byte[] body) {
    var answer = read(body);
    var accepted = answer.path("messages").path(0).path("id").asString("");
    if (status == 200 && !accepted.isEmpty()) {
      if (channel.state().equals("needs-you")) {
        channels.state(channel.id(), "live", Optional.empty());
      }
      return new Delivery.Accepted(accepted);
    }
    var outcome = WhatsAppErrors.outcome(status, answer.path("error"));
    WhatsAppErrors.channelState(answer.path("error"))
        .ifPresent(
            state -> channels.state(channel.id(), state.state(), Optional.of(state.reason())));
    return outcome;
  }

  private JsonNode read(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }
}
