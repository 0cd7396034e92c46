package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Json;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the stand-in behaves.
 *
 * @param callback where webhooks go, unless a number has its own; empty sends none
 * @param appSecret signs them
 * @param verifyToken is sent in the handshake
 * @param strict only known numbers and tokens, and the vendor's rates; else whoever calls is known
 *     at once
 * @param statusDelay between an accepted message, its {@code sent} and its {@code delivered}
 * @param retryDelay before a webhook that was not answered 200 comes again; doubles each time
 * @param retryLimit how often it comes again at most
 * @param callbackTimeout how long the callback may take to answer
 */
public record WhatsAppSettings(
    String callback,
    String appSecret,
    String verifyToken,
    boolean strict,
    Duration statusDelay,
    Duration retryDelay,
    int retryLimit,
    Duration callbackTimeout) {

  /** Changes what the JSON names and leaves the rest. */
  WhatsAppSettings with(JsonNode change) {
    return new WhatsAppSettings(
        Json.string(change, "callback").orElse(callback),
        Json.string(change, "appSecret").orElse(appSecret),
        Json.string(change, "verifyToken").orElse(verifyToken),
        Json.string(change, "mode").map("strict"::equals).orElse(strict),
        millis(change, "statusDelayMs").orElse(statusDelay),
        millis(change, "retryDelayMs").orElse(retryDelay),
        change.path("retryLimit").asInt(retryLimit),
        millis(change, "callbackTimeoutMs").orElse(callbackTimeout));
  }

  /** The secret stays inside. */
  ObjectNode json() {
    return Json.object(
        "callback",
        callback,
        "hasAppSecret",
        !appSecret.isEmpty(),
        "verifyToken",
        verifyToken,
        "mode",
        strict ? "strict" : "open",
        "statusDelayMs",
        statusDelay.toMillis(),
        "retryDelayMs",
        retryDelay.toMillis(),
        "retryLimit",
        retryLimit,
        "callbackTimeoutMs",
        callbackTimeout.toMillis());
  }

  private static Optional<Duration> millis(JsonNode change, String name) {
    var value = change.path(name);
    return value.isNumber() ? Optional.of(Duration.ofMillis(value.asLong())) : Optional.empty();
  }
}
