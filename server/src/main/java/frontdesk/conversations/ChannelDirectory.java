package frontdesk.conversations;

import java.util.Optional;
import java.util.UUID;

/** What conversations must know of a connected channel. Implemented by channels. */
public interface ChannelDirectory {

  Optional<ChannelInfo> find(UUID channel);

  /**
   * @param mode auto, suggest or off; a conversation may differ
   * @param sending false when the channel is blocked or switched off
   */
  record ChannelInfo(UUID id, String type, String name, String mode, boolean sending) {}
}
