package frontdesk.channels;

import frontdesk.channels.whatsapp.WhatsAppWebhook;
import frontdesk.http.Correlation;
import frontdesk.settings.Setting;
import frontdesk.settings.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Meta's one webhook address for all tenants. Answered 200 only when everything in it is stored; a
 * repeat of it changes nothing.
 */
@RestController
@RequestMapping("/webhook/meta")
class MetaWebhookController {

  private static final Logger log = LoggerFactory.getLogger(MetaWebhookController.class);

  private final WhatsAppWebhook whatsApp;
  private final JsonMapper json;
  private final Counter badSignatures;
  private final Optional<String> appSecret;
  private final Optional<String> verifyToken;

  MetaWebhookController(
      WhatsAppWebhook whatsApp, JsonMapper json, MeterRegistry meters, Settings settings) {
    this.whatsApp = whatsApp;
    this.json = json;
    this.badSignatures = meters.counter("frontdesk.webhook.bad_signature", "vendor", "meta");
    this.appSecret = settings.find(Setting.META_APP_SECRET);
    this.verifyToken = settings.find(Setting.META_VERIFY_TOKEN);
  }

  @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
  @ApiResponse(responseCode = "200", description = "The challenge")
  @ApiResponse(responseCode = "403", description = "Not our verify token", content = @Content)
  ResponseEntity<String> verify(
      @RequestParam(name = "hub.mode", defaultValue = "") String mode,
      @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
      @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
    var right =
        mode.equals("subscribe")
            && verifyToken.filter(expected -> sameText(expected, token)).isPresent();
    return right
        ? ResponseEntity.ok(challenge)
        : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
  }

  /** What Meta sends, as far as it is the same for all its products. */
  record Payload(String object, List<Map<String, Object>> entry) {}

  @PostMapping
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(schema = @Schema(implementation = Payload.class)))
  @ApiResponse(responseCode = "200", description = "All of it is stored", content = @Content)
  @ApiResponse(responseCode = "400", description = "Signed, but no JSON object", content = @Content)
  @ApiResponse(responseCode = "401", description = "Not signed with our secret", content = @Content)
  ResponseEntity<Void> receive(
      @RequestBody byte[] body,
      @RequestHeader(name = "X-Hub-Signature-256", defaultValue = "") String signature) {
    var ours =
        appSecret.filter(secret -> HubSignature.isRight(secret, body, signature)).isPresent();
    if (!ours && signature.isEmpty()) {
      return badSignature(body);
    }
    JsonNode payload;
    try {
      payload = json.readTree(body);
    } catch (JacksonException e) {
      return ours ? ResponseEntity.badRequest().build() : badSignature(body);
    }
    if (!ours && !isOfAnotherApp(payload, body, signature)) {
      return badSignature(body);
    }
    if (!payload.isObject()) {
      return ResponseEntity.badRequest().build();
    }
    if (payload.path("object").asString("").equals("whatsapp_business_account")) {
      whatsApp.receive(payload, Correlation.current());
    }
    return ResponseEntity.ok().build();
  }

  /** Signed by the app that every number in it belongs to. */
  private boolean isOfAnotherApp(JsonNode payload, byte[] body, String signature) {
    var secrets = whatsApp.ownSecrets(payload);
    return !secrets.isEmpty()
        && secrets.stream().allMatch(secret -> HubSignature.isRight(secret, body, signature));
  }

  private ResponseEntity<Void> badSignature(byte[] body) {
    badSignatures.increment();
    log.warn("A webhook of Meta came with a wrong signature ({} bytes)", body.length);
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
  }

  private static boolean sameText(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
