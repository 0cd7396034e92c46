package frontdesk.channels;

import com.fasterxml.jackson.annotation.JsonInclude;
import frontdesk.conversations.ChannelActivity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel as members see it: never its secrets, only whether they are there. What its type does
 * not have is left out.
 *
 * @param state how it fares, as far as we know from the vendor
 * @param failures24h messages of the last day that did not arrive
 * @param queued messages that wait to be sent
 * @param phoneNumberId Meta's id of a WhatsApp number
 * @param allowedOrigins where the chat widget may be embedded; empty for anywhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelView(
    UUID id,
    @Schema(allowableValues = {"whatsapp", "webchat", "sandbox"}) String type,
    String name,
    @Schema(allowableValues = {"auto", "suggest", "off"}) String mode,
    @Schema(allowableValues = {"live", "degraded", "needs-you", "blocked", "off"}) String state,
    @Nullable String stateReason,
    @Nullable String address,
    @Nullable Instant lastInAt,
    @Nullable Instant lastOutAt,
    long failures24h,
    long queued,
    Instant createdAt,
    @Nullable String phoneNumberId,
    @Nullable String wabaId,
    @Nullable List<String> allowedOrigins,
    @Nullable Boolean hasAccessToken,
    @Nullable Boolean hasAppSecret,
    @Nullable Boolean hasIdentitySecret) {

  static ChannelView of(ConnectedChannel channel, ChannelActivity.Figures activity) {
    return new ChannelView(
        channel.id(),
        channel.type(),
        channel.name(),
        channel.mode(),
        channel.state(),
        channel.stateReason().orElse(null),
        channel.address().orElse(null),
        activity.lastIn().orElse(null),
        activity.lastOut().orElse(null),
        activity.failures(),
        activity.queued(),
        channel.createdAt(),
        text(channel, "phoneNumberId"),
        text(channel, "wabaId"),
        origins(channel),
        has(channel, "accessToken"),
        has(channel, "appSecret"),
        has(channel, "identitySecret"));
  }

  private static @Nullable String text(ConnectedChannel channel, String setting) {
    return (String) channel.settings().get(setting);
  }

  private static @Nullable List<String> origins(ConnectedChannel channel) {
    return channel.settings().get("allowedOrigins") instanceof List<?> origins
        ? origins.stream().map(String::valueOf).toList()
        : null;
  }

  private static @Nullable Boolean has(ConnectedChannel channel, String secret) {
    return channel.secrets().containsKey(secret) ? !channel.secrets().get(secret).isEmpty() : null;
  }
}
