package frontdesk.simulators.models;

import frontdesk.simulators.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a model would understand of a talk that is known beforehand: for some of the customer's
 * words the facts in them, the opening first.
 */
record TalkNotes(String language, String opening, Map<String, Map<String, String>> heard) {

  static List<TalkNotes> all(JsonNode notes) {
    return notes
        .valueStream()
        .filter(one -> !one.path("heard").isEmpty())
        .map(TalkNotes::of)
        .toList();
  }

  private static TalkNotes of(JsonNode note) {
    var heard = new LinkedHashMap<String, Map<String, String>>();
    for (var words : note.path("heard").properties()) {
      var facts = new LinkedHashMap<String, String>();
      words.getValue().properties().forEach(f -> facts.put(f.getKey(), f.getValue().asString()));
      heard.put(words.getKey().strip(), facts);
    }
    return new TalkNotes(
        Json.string(note, "language").orElse("en"), heard.keySet().iterator().next(), heard);
  }

  /** The one whose opening stands in the talk. */
  static Optional<TalkNotes> find(List<TalkNotes> all, List<String> customerSaid) {
    return all.stream().filter(notes -> customerSaid.contains(notes.opening())).findFirst();
  }
}
