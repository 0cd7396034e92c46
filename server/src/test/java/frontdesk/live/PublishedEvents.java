package frontdesk.live;

import frontdesk.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.json.JsonMapper;

/** The event streams in tests: what is published is kept, watched or not, to be compared. */
@TestComponent
@Primary
public class PublishedEvents extends LiveEvents {

  private final JsonMapper json;
  private final LinkedBlockingQueue<Published> published = new LinkedBlockingQueue<>();

  PublishedEvents(JsonMapper json, Tenancy tenancy) {
    super(json, tenancy);
    this.json = json;
  }

  /** An event's name, and its data as JSON. */
  public record Published(String name, String data) {}

  @Override
  public <T> void publish(EventKind<T> kind, Optional<UUID> conversation, Supplier<T> data) {
    var made = data.get();
    published.add(new Published(kind.name(), json.writeValueAsString(made)));
    kind.less()
        .map(less -> json.writeValueAsString(less.data().apply(made)))
        .ifPresent(less -> published.add(new Published(kind.name(), less)));
    super.publish(kind, conversation, () -> made);
  }

  /** What was published since this was last asked. */
  public List<Published> taken() {
    var taken = new ArrayList<Published>();
    published.drainTo(taken);
    return taken;
  }
}
