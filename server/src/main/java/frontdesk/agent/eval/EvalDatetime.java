package frontdesk.agent.eval;

import frontdesk.agent.language.TimeValue;
import frontdesk.agent.language.TimeWords;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a text says about time: {@code {text, locale, reference, zone}} to {@code {values}}. */
final class EvalDatetime implements EvalTask {

  private static final DateTimeFormatter WALL_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final JsonMapper json;

  EvalDatetime(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Optional<ObjectNode> answer(ObjectNode line) {
    var locale = Locale.forLanguageTag(optional(line, "locale").orElse("en").replace('_', '-'));
    var answer = json.createObjectNode();
    var values = answer.putArray("values");
    for (var value : TimeWords.read(required(line, "text"), locale, reference(line))) {
      values.add(shown(value));
    }
    return Optional.of(answer);
  }

  private ObjectNode shown(TimeValue value) {
    var node = json.createObjectNode();
    node.put("kind", value.kind().name().toLowerCase(Locale.ROOT));
    node.put("start", WALL_TIME.format(value.start()));
    value.end().ifPresent(end -> node.put("end", WALL_TIME.format(end)));
    node.put("grain", value.grain().toString());
    return node;
  }

  private static ZonedDateTime reference(ObjectNode line) {
    var text = required(line, "reference");
    try {
      var reference = OffsetDateTime.parse(text);
      var zone = optional(line, "zone").map(ZoneId::of);
      return zone.map(reference::atZoneSameInstant).orElseGet(reference::toZonedDateTime);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "reference is a time with its offset, as 2026-03-05T10:00:00+01:00, and zone an IANA"
              + " zone: "
              + e.getMessage(),
          e);
    }
  }

  private static String required(ObjectNode line, String field) {
    return optional(line, field)
        .orElseThrow(() -> new IllegalArgumentException(field + " is missing or no text"));
  }

  private static Optional<String> optional(ObjectNode line, String field) {
    return Optional.ofNullable(line.get(field))
        .filter(node -> node.isString())
        .map(node -> node.stringValue());
  }
}
