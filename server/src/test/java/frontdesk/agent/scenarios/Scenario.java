package frontdesk.agent.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One conversation with a goal, as the JSON files tell it. */
public record Scenario(JsonNode spec) {

  static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private static final List<String> WEEKDAYS =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  /** Somebody else's appointment, made beforehand. */
  public record Taken(String service, String provider, ZonedDateTime start) {}

  public static List<Scenario> all(String... files) {
    var all = new ArrayList<Scenario>();
    for (var file : files) {
      read(file).forEach(spec -> all.add(new Scenario(spec)));
    }
    return all;
  }

  /** A file that lies beside the scenarios. */
  public static JsonNode read(String file) {
    try (var in = Scenario.class.getResourceAsStream("/conversations/" + file)) {
      return JsonMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String id() {
    return spec.get("id").asString();
  }

  public String language() {
    return spec.get("locale").asString();
  }

  public String opening() {
    return spec.get("opening").asString();
  }

  public List<Taken> taken(LocalDate today) {
    return spec.path("existing")
        .valueStream()
        .map(
            one ->
                new Taken(
                    one.get("service").asString(),
                    one.get("provider").asString(),
                    day(one.get("day").asString(), today)
                        .atTime(LocalTime.parse(one.get("time").asString()))
                        .atZone(ROME)))
        .toList();
  }

  List<String> texts(String field) {
    return texts(spec.path(field));
  }

  static List<String> texts(JsonNode node) {
    if (node.isString()) {
      return List.of(node.asString());
    }
    var texts = new ArrayList<String>();
    node.forEach(one -> texts.add(one.asString()));
    return texts;
  }

  static LocalDate day(String word, LocalDate today) {
    if (word.equals("tomorrow")) {
      return today.plusDays(1);
    }
    if (word.startsWith("+")) {
      return today.plusDays(Integer.parseInt(word.substring(1)));
    }
    int wanted = WEEKDAYS.indexOf(word);
    return today.plusDays(Math.floorMod(wanted - (today.getDayOfWeek().getValue() - 1) - 1, 7) + 1);
  }
}
