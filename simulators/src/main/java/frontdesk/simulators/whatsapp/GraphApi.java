package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.Faults;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Ledger;
import frontdesk.simulators.wire.Routes;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The paths of the Graph API, but for sending. */
final class GraphApi {
  private static final int BIGGEST = 100 * 1024 * 1024;

  private final Access access;
  private final Sending sending;
  private final Numbers numbers;
  private final MediaStore media;
  private final Templates templates;
  private final Faults faults;
  private final Ledger ledger;
  private final Set<String> subscribed = ConcurrentHashMap.newKeySet();

  GraphApi(
      Access access,
      Sending sending,
      Numbers numbers,
      MediaStore media,
      Templates templates,
      Faults faults,
      Ledger ledger) {
    this.access = access;
    this.sending = sending;
    this.numbers = numbers;
    this.media = media;
    this.templates = templates;
    this.faults = faults;
    this.ledger = ledger;
  }

  void addTo(Routes routes) {
    routes.on("POST", "/v{version}/{id}/messages", sending::handle);
    routes.on("POST", "/v{version}/{id}/media", this::upload);
    routes.on("GET", "/media/{key}", this::download);
    routes.on("GET", "/v{version}/{id}/phone_numbers", this::phoneNumbers);
    routes.on("GET", "/v{version}/{id}/subscribed_apps", this::subscriptions);
    routes.on("POST", "/v{version}/{id}/subscribed_apps", this::subscribe);
    routes.on("DELETE", "/v{version}/{id}/subscribed_apps", this::unsubscribe);
    routes.on("POST", "/v{version}/{id}/register", this::register);
    routes.on("GET", "/v{version}/{id}/message_templates", this::templates);
    routes.on("POST", "/v{version}/{id}/message_templates", this::createTemplate);
    routes.on("DELETE", "/v{version}/{id}/message_templates", this::deleteTemplate);
    routes.on("GET", "/v{version}/{id}", this::object);
    routes.on("DELETE", "/v{version}/{id}", this::deleteMedia);
    routes.below(
        "/v",
        call -> {
          throw GraphError.noSuchObject(call.path()).refusal();
        });
  }

  private void object(Call call) {
    var id = call.at("id");
    if (media.find(id).isPresent()) {
      info(call, id);
      return;
    }
    var number = access.number(call, id);
    var fields =
        Json.object(
            "display_phone_number",
            number.display(),
            "verified_name",
            number.name(),
            "quality_rating",
            "GREEN",
            "platform_type",
            "CLOUD_API",
            "is_on_biz_app",
            false,
            "throughput",
            Json.object("level", "STANDARD"),
            "code_verification_status",
            "VERIFIED",
            "status",
            "CONNECTED");
    var asked = call.query("fields").map(names -> Set.of(names.split(",")));
    var answer = Json.object("id", id);
    fields.properties().stream()
        .filter(field -> asked.map(names -> names.contains(field.getKey())).orElse(true))
        .forEach(field -> answer.set(field.getKey(), field.getValue()));
    call.answer(200, answer);
  }

  private void upload(Call call) {
    var number = access.number(call, call.at("id"));
    var parts = Multipart.read(call);
    var file = parts.file().orElseThrow(() -> SendRules.mandatory("file").refusal());
    SendRules.require(
        parts.field("messaging_product").equals("whatsapp"),
        GraphError.parameter("The parameter messaging_product is required and is \"whatsapp\"."));
    if (faults.take("upload-unavailable", Map.of("phoneNumberId", number.id())).isPresent()) {
      throw GraphError.of(131016).refusal();
    }
    MediaRules.check(file.type(), file.bytes().length);
    var added = media.add(file.type(), file.name(), file.bytes());
    ledger.add(
        "whatsapp",
        "media-upload",
        Json.object(
            "id",
            added.id(),
            "phoneNumberId",
            number.id(),
            "type",
            added.type(),
            "bytes",
            added.bytes().length));
    call.answer(200, Json.object("id", added.id()));
  }

  private void info(Call call, String id) {
    access.token(call);
    if (faults.take("media-404", Map.of("media", id)).isPresent()) {
      throw GraphError.noSuchObject(id).refusal();
    }
    var found = media.find(id).orElseThrow(() -> GraphError.noSuchObject(id).refusal());
    var key = media.link(id, faults.take("media-url-expired", Map.of("media", id)).isPresent());
    boolean wrong = faults.take("media-wrong-sha256", Map.of("media", id)).isPresent();
    boolean oversize = faults.take("media-oversize", Map.of("media", id)).isPresent();
    var answer = found.json();
    // here in hex, in webhooks in Base64: the vendor has both
    answer.put("sha256", wrong ? "00".repeat(32) : HexFormat.of().formatHex(found.digest()));
    boolean foreign = faults.take("media-foreign-host", Map.of("media", id)).isPresent();
    answer.put("url", (foreign ? "http://169.254.169.254" : base(call)) + "/media/" + key);
    answer.put("file_size", oversize ? 2L * BIGGEST : found.bytes().length);
    answer.put("messaging_product", "whatsapp");
    call.answer(200, answer);
  }

  private void download(Call call) {
    access.token(call);
    var key = call.at("key");
    var found = media.follow(key).orElseThrow(() -> GraphError.noSuchObject(key).refusal());
    if (call.query("hop").isEmpty()
        && faults.take("media-redirect", Map.of("media", found.id())).isPresent()) {
      call.answerHeader("Location", base(call) + "/media/" + key + "?hop=1");
      call.answer(302, "text/plain", new byte[0]);
      return;
    }
    ledger.add(
        "whatsapp", "media-download", Json.object("id", found.id(), "bytes", found.bytes().length));
    call.answer(200, found.type(), found.bytes());
  }

  private void deleteMedia(Call call) {
    access.token(call);
    media.remove(call.at("id"));
    call.answer(200, Json.object("success", true));
  }

  private void phoneNumbers(Call call) {
    access.token(call);
    Stream<ObjectNode> found =
        numbers.ofAccount(call.at("id")).stream()
            .map(
                number ->
                    Json.object(
                        "id", number.id(),
                        "display_phone_number", number.display(),
                        "verified_name", number.name(),
                        "quality_rating", "GREEN"));
    call.answer(200, Json.object("data", found.toList()));
  }

  private void subscriptions(Call call) {
    access.token(call);
    var apps =
        subscribed.contains(call.at("id"))
            ? Json.array(
                Json.object(
                    "whatsapp_business_api_data", Json.object("id", "1", "name", "Frontdesk")))
            : Json.array();
    call.answer(200, Json.object("data", apps));
  }

  private void subscribe(Call call) {
    access.token(call);
    subscribed.add(call.at("id"));
    ledger.add("whatsapp", "subscribe", Json.object("id", call.at("id")));
    call.answer(200, Json.object("success", true));
  }

  private void unsubscribe(Call call) {
    access.token(call);
    subscribed.remove(call.at("id"));
    call.answer(200, Json.object("success", true));
  }

  private void register(Call call) {
    access.number(call, call.at("id"));
    SendRules.require(
        call.command().path("pin").asString("").matches("\\d{6}"),
        GraphError.value("pin has six digits."));
    call.answer(200, Json.object("success", true));
  }

  private void templates(Call call) {
    access.token(call);
    var found =
        templates.list(call.at("id")).stream()
            .filter(
                one -> call.query("name").map(one.path("name").asString("")::equals).orElse(true))
            .filter(
                one ->
                    call.query("status").map(one.path("status").asString("")::equals).orElse(true))
            .toList();
    call.answer(200, Json.object("data", found, "paging", Json.object("cursors", Json.object())));
  }

  private void createTemplate(Call call) {
    access.token(call);
    var asked =
        call.object()
            .orElseThrow(() -> GraphError.parameter("The body is no JSON object.").refusal());
    asked.remove("status");
    var made = templates.create(call.at("id"), asked);
    call.answer(
        200,
        Json.object(
            "id",
            made.path("id"),
            "status",
            made.path("status"),
            "category",
            made.path("category")));
  }

  private void deleteTemplate(Call call) {
    access.token(call);
    SendRules.require(
        templates.delete(call.at("id"), call.query("name").orElse("")),
        GraphError.parameter("There is no template of this name."));
    call.answer(200, Json.object("success", true));
  }

  private static String base(Call call) {
    return "http://" + call.header("Host").orElse("127.0.0.1");
  }

  void clear() {
    subscribed.clear();
  }
}
