package frontdesk.simulators.models;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One provider's way to say the same things. */
interface Wire {
  String provider();

  List<String> paths();

  /** The API key, where this provider wants it. */
  Optional<String> key(Call call);

  /** The request, refused when it breaks a rule of this wire. */
  Turn read(Call call, ObjectNode body);

  /** The refusal that a fault of this name stands for; empty for faults of another kind. */
  Optional<Refusal> refusal(Call call, String fault);

  Refusal error(int status, String type, String message);

  JsonNode whole(Turn turn, Answer answer);

  void stream(EventStream out, Turn turn, Answer answer) throws IOException, InterruptedException;
}
