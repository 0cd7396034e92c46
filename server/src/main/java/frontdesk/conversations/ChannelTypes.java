package frontdesk.conversations;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The types of channel there are, by name. */
@Component
class ChannelTypes {

  private final Map<String, Channel> types;

  ChannelTypes(List<Channel> channels) {
    this.types = channels.stream().collect(Collectors.toMap(Channel::type, Function.identity()));
  }

  Channel get(String type) {
    var channel = types.get(type);
    if (channel == null) {
      throw new IllegalArgumentException("There is no type of channel called " + type);
    }
    return channel;
  }
}
