package frontdesk.channels;

import frontdesk.http.Invalid;
import frontdesk.http.Problems.FieldError;
import frontdesk.http.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it is asked for. Secrets are taken and never given back; left out of a change, they
 * stay.
 *
 * @param type asked of a new one alone
 * @param off whether it is switched off
 * @param phoneNumberId Meta's id of a WhatsApp number
 * @param allowedOrigins where the chat widget may be embedded; empty for anywhere
 */
record ChannelRequest(
    @Schema(allowableValues = "whatsapp") @Nullable String type,
    @Nullable String name,
    @Schema(allowableValues = {"auto", "suggest", "off"}) @Nullable String mode,
    @Nullable Boolean off,
    @Nullable String phoneNumberId,
    @Nullable String accessToken,
    @Nullable String wabaId,
    @Nullable String appSecret,
    @Nullable List<String> allowedOrigins) {

  private static final int SHORT = 200;
  private static final int LONG = 2_000;
  private static final String ORIGIN = "https?://[A-Za-z0-9.-]+(:\\d{1,5})?";

  /** Throws what is wrong with it, all fields at once. */
  void check(String kind, boolean fresh) {
    var errors = new ArrayList<FieldError>();
    length(errors, "name", name, SHORT);
    length(errors, "accessToken", accessToken, LONG);
    length(errors, "appSecret", appSecret, SHORT);
    length(errors, "wabaId", wabaId, SHORT);
    if (mode != null && !Set.of("auto", "suggest", "off").contains(mode)) {
      errors.add(new FieldError("mode", Texts.say("conversation.mode")));
    }
    if (fresh && kind.equals("whatsapp")) {
      if (phoneNumberId == null || !phoneNumberId.matches("[A-Za-z0-9]{1,64}")) {
        errors.add(new FieldError("phoneNumberId", Texts.say("channel.phone-number-id")));
      }
      if (accessToken == null || accessToken.isBlank()) {
        errors.add(new FieldError("accessToken", Texts.say("channel.needed")));
      }
    }
    if (allowedOrigins != null
        && !allowedOrigins.stream().allMatch(origin -> origin != null && origin.matches(ORIGIN))) {
      errors.add(new FieldError("allowedOrigins", Texts.say("channel.origin")));
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
  }

  /** The settings as they are to be, starting from those before. */
  Map<String, Object> settings(Map<String, Object> before) {
    var settings = new HashMap<>(before);
    Optional.ofNullable(phoneNumberId).ifPresent(id -> settings.put("phoneNumberId", id));
    Optional.ofNullable(wabaId).ifPresent(id -> settings.put("wabaId", id));
    Optional.ofNullable(allowedOrigins)
        .ifPresent(origins -> settings.put("allowedOrigins", List.copyOf(origins)));
    return settings;
  }

  Map<String, String> secrets(Map<String, String> before) {
    var secrets = new HashMap<>(before);
    Optional.ofNullable(accessToken)
        .filter(token -> !token.isBlank())
        .ifPresent(token -> secrets.put("accessToken", token.strip()));
    Optional.ofNullable(appSecret)
        .filter(secret -> !secret.isBlank())
        .ifPresent(secret -> secrets.put("appSecret", secret.strip()));
    return secrets;
  }

  private static void length(
      List<FieldError> errors, String field, @Nullable String value, int most) {
    if (value != null && value.length() > most) {
      errors.add(new FieldError(field, Texts.say("channel.too-long", most)));
    }
  }
}
