package frontdesk.identity;

import frontdesk.live.EventKind;
import frontdesk.live.Streamed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What everybody in a business is told of its members. */
@Component
public class MemberEvents implements Streamed {

  /** Told to whoever it is about too, though the stream that tells it ends by it. */
  public static final EventKind<PermissionsChanged> PERMISSIONS_CHANGED =
      new EventKind<>("permissions.changed", EventKind.EVERYBODY, PermissionsChanged.class);

  /** What a member may do is another from now on. */
  public record PermissionsChanged(UUID memberId) {}

  @Override
  public Map<String, Class<?>> events() {
    return Streamed.of(List.of(PERMISSIONS_CHANGED));
  }
}
