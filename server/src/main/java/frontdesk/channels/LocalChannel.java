package frontdesk.channels;

import frontdesk.conversations.Channel;
import frontdesk.conversations.FileType;
import java.time.Duration;
import java.util.Optional;

/** A channel whose replies are read where they are stored. */
public interface LocalChannel extends Channel {

  @Override
  default Optional<Duration> window() {
    return Optional.empty();
  }

  @Override
  default boolean local() {
    return true;
  }

  @Override
  default int carries(String contentType) {
    return FileType.LARGEST;
  }

  @Override
  default Delivery send(Outgoing message) {
    return new Delivery.Accepted(message.reference().toString());
  }
}
