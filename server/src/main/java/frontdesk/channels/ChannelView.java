package frontdesk.channels;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import frontdesk.conversations.ChannelActivity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel as members see it: never its secrets, only whether they are there.
 *
 * @param more the type's own fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelView(
    UUID id,
    String type,
    String name,
    String mode,
    String state,
    @Nullable String stateReason,
    @Nullable String address,
    @Nullable Instant lastInAt,
    @Nullable Instant lastOutAt,
    long failures24h,
    long queued,
    Instant createdAt,
    @JsonAnyGetter Map<String, Object> more) {

  static ChannelView of(ConnectedChannel channel, ChannelActivity.Figures activity) {
    var more = new HashMap<>(channel.settings());
    channel
        .secrets()
        .forEach(
            (name, value) ->
                more.put(
                    "has" + Character.toUpperCase(name.charAt(0)) + name.substring(1),
                    !value.isEmpty()));
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
        more);
  }
}
