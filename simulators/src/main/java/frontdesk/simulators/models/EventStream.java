package frontdesk.simulators.models;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.ConnectionCut;
import frontdesk.simulators.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Server-sent events at the answer's pace, ending badly where the answer says so. */
final class EventStream {
  private final OutputStream out;
  private final Answer answer;
  private int sent;

  EventStream(Call call, Answer answer) {
    this.out = call.stream("text/event-stream; charset=utf-8");
    this.answer = answer;
  }

  /** One piece of the answer itself; the switched-on end comes before the third. */
  void piece(String event, JsonNode data, JsonNode error) throws IOException, InterruptedException {
    if (sent == 2) {
      breakOff(error);
    }
    if (sent > 0 && answer.pieceDelay().isPositive()) {
      Thread.sleep(answer.pieceDelay());
    }
    sent++;
    event(event, data);
    if (answer.fails("pings")) {
      write(event.isEmpty() ? ": keep-alive\n\n" : "event: ping\ndata: {\"type\": \"ping\"}\n\n");
    }
  }

  void event(String name, JsonNode data) throws IOException {
    write((name.isEmpty() ? "" : "event: " + name + "\n") + "data: " + Json.text(data) + "\n\n");
  }

  void line(String data) throws IOException {
    write("data: " + data + "\n\n");
  }

  /**
   * What must have happened before the end can be reached, for answers shorter than three pieces.
   */
  void beforeTheEnd(JsonNode error) throws IOException, InterruptedException {
    if (sent <= 2) {
      breakOff(error);
    }
  }

  private void breakOff(JsonNode error) throws IOException, InterruptedException {
    if (answer.fails("cut")) {
      throw new ConnectionCut();
    }
    if (answer.fails("stall")) {
      Thread.sleep(answer.firstDelay().isPositive() ? answer.firstDelay() : Duration.ofSeconds(60));
      throw new ConnectionCut();
    }
    if (answer.fails("stream-error")) {
      event(Json.string(error, "type").filter("error"::equals).orElse(""), error);
      throw new ConnectionCut();
    }
  }

  private void write(String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    if (answer.fails("split-bytes")) {
      for (byte each : bytes) {
        out.write(each);
        out.flush();
      }
    } else {
      out.write(bytes);
      out.flush();
    }
  }

  /** Only a whole answer gets here: one that was cut must stay without its proper end. */
  void end() throws IOException {
    out.close();
  }
}
