package frontdesk.simulators.models;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer wants, as far as the talk has told. Facts have names: {@code wants} (book, move,
 * cancel, person, question, nothing), {@code service}, {@code when}, {@code provider}, {@code
 * name}, {@code phone}, {@code asks} (price, hours, place).
 *
 * @param fresh facts of the newest words
 */
record Wish(Map<String, String> facts, Map<String, String> fresh) {

  static final Wish NONE = new Wish(Map.of(), Map.of());

  Wish with(Map<String, String> heard) {
    var all = new LinkedHashMap<>(facts);
    if (heard.containsKey("wants")) {
      forgetTheMatter(all);
    }
    all.putAll(heard);
    all.remove("asks");
    return new Wish(all, heard);
  }

  /** What was wanted is done: who writes stays known. */
  Wish done() {
    var all = new LinkedHashMap<>(facts);
    forgetTheMatter(all);
    all.put("wants", "thanks");
    return new Wish(all, Map.of());
  }

  private static void forgetTheMatter(Map<String, String> facts) {
    facts.keySet().removeAll(java.util.Set.of("wants", "service", "when", "provider"));
  }

  String wants() {
    return facts.getOrDefault("wants", "book");
  }

  Optional<String> find(String fact) {
    return Optional.ofNullable(facts.get(fact));
  }

  String get(String fact) {
    return facts.getOrDefault(fact, "");
  }

  String asks() {
    return fresh.getOrDefault("asks", "");
  }

  /** The newest words changed what is wanted, so what was proposed before no longer is it. */
  boolean changed() {
    return fresh.keySet().stream().anyMatch(fact -> !fact.equals("asks"));
  }
}
