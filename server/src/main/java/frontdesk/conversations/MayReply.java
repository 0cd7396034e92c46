package frontdesk.conversations;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whether a member may write in a conversation now. */
@Component
class MayReply {

  private final ChannelDirectory channels;
  private final ChannelTypes types;
  private final Clock clock;

  MayReply(ChannelDirectory channels, ChannelTypes types, Clock clock) {
    this.channels = channels;
    this.types = types;
    this.clock = clock;
  }

  MaySend.Answer in(Conversation conversation) {
    return MaySend.decide(
        new MaySend.Facts(
            false,
            false,
            conversation.blocked(),
            channels
                .find(conversation.channel())
                .map(ChannelDirectory.ChannelInfo::sending)
                .orElse(false),
            types.get(conversation.channelType()).window(),
            conversation.lastInboundAt(),
            clock.instant()));
  }
}
