package frontdesk.channels;

import frontdesk.live.EventKind;
import frontdesk.live.Streamed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What members who see channels are told of them. */
@Component
class ChannelEvents implements Streamed {

  static final EventKind<Changed> HEALTH =
      new EventKind<>("channel.health", "channels.see", Changed.class);

  record Changed(Health channel) {}

  /**
   * How a channel fares.
   *
   * @param stateReason empty when there is nothing to say
   */
  record Health(
      UUID id,
      @Schema(allowableValues = {"live", "degraded", "needs-you", "blocked", "off"}) String state,
      String stateReason) {}

  @Override
  public Map<String, Class<?>> events() {
    return Streamed.of(List.of(HEALTH));
  }
}
