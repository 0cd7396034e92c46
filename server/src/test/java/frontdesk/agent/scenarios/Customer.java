package frontdesk.agent.scenarios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A customer with a goal who sees from the last question what is asked. The patterns and rules are
 * those of {@code play.py}.
 */
public final class Customer {

  private static final int PATIENCE = 12;

  private static final Map<String, Pattern> ASKED = new LinkedHashMap<>();

  static {
    ask(
        "name",
        "\\bname\\b|to whom should|who (is|should|shall|will) .*\\bfor\\b|\\bnome\\b|come (ti"
            + " chiami|si chiama)|nominativo|a chi (intest|è intest)");
    ask(
        "phone",
        "\\b(phone|mobile|cell|telephone)\\b|(your|contact|best|a) number|number"
            + " (to|we|can|should)|telefono|cellulare|recapito|(tuo|suo|vostro|un) numero|numero"
            + " (di|per|a cui|dove)");
    ask(
        "service",
        "(which|what) (of these |of our |kind of |type of )?(service|treatment|appointment)|what"
            + " (would you like|do you want|are you looking|do you need|can i|can"
            + " we)|(quale|che|quali) (di questi |dei nostri"
            + " )?(servizi|trattament|appuntament)|(cosa|che cosa) (desider|vuoi|vorrest|vorrebb|ti"
            + " serve|le serve|posso|devi|ti piac|facciamo)|di cosa (hai|ha) bisogno");
    ask(
        "provider",
        "with (whom|who)|(which|what)"
            + " (provider|person|stylist|dentist|doctor|hygienist|barber|member)|(quale|che)"
            + " (operator|dottor|person|parrucchier|dentist|profession)|who would you"
            + " like|(anyone|someone) in particular|prefer (a |any"
            + " )?(person|provider|stylist|dentist|doctor|barber|elena|marco|dr)|con"
            + " chi|preferenz|(preferisci|preferisce) (elena|marco|la dott|il dott|dr)|da chi");
    ask(
        "when",
        "\\bwhen\\b|(which|what) (day|date|time|slot|one|works|suits|would)|which of"
            + " (these|them)|would you (like|prefer) [^?]*\\d|(pick|choose) (a|one)|(like|any|one)"
            + " of (these|those|them)|(prefer|rather|like)"
            + " [^?]*(morning|afternoon|evening|day|time)|quando|(che|quale|quali)"
            + " (giorno|ora|orari|data|mattin|pomerigg)|a che"
            + " ora|\\bquale\\b|scegli|preferisc|orario");
  }

  private static final Pattern WHICH_TIME =
      Pattern.compile("\\bwhen\\b|what (day|date|time)|quando|che (ora|giorno|orario)");
  private static final Pattern WHICH =
      Pattern.compile(WHICH_TIME.pattern() + "|\\bwhich\\b|\\bquale\\b|\\bquali\\b");
  private static final Pattern CONFIRM =
      Pattern.compile(
          "(shall|should|can|may) (i|we) (book|go"
              + " ahead|confirm|move|cancel|change|reserve|put)|(do|can|could|would|will) you"
              + " (please )?(confirm|like me to)|\\bconfirm\\b|is (that|this|everything|it|all"
              + " that) (all )?(right|ok|okay|correct|fine|good)|(go ahead|sounds? good|all"
              + " good|okay|ok|right|correct|book it|move it|cancel it|take"
              + " it)\\s*\\?|(does|would|will|do) (that|this|it) [^?]*(work|suit|be"
              + " (ok|okay|fine))|would you like (that|this|it|to"
              + " (book|confirm|keep|cancel|take))|(book|move|cancel|take|keep) it [^?]*\\?|do you"
              + " want me to|(vuoi|vuole|desideri|desidera) che |conferm|va bene|tutto"
              + " (bene|giusto|corretto|ok)|(è|sono) (giust|corrett)|\\b(ti|le|vi)"
              + " va\\b|procedo|procediamo|prenoto|prenotiamo|sposto|annullo|disdico|blocco|fisso|fissiamo|d'accordo|\\bok\\s*\\?",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static void ask(String key, String pattern) {
    ASKED.put(key, Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS));
  }

  private final Scenario scenario;
  private final Map<String, List<String>> answers = new HashMap<>();
  private final List<JsonNode> twists = new ArrayList<>();

  public Customer(Scenario scenario) {
    this.scenario = scenario;
    scenario
        .spec()
        .path("answers")
        .properties()
        .forEach(
            entry ->
                answers.put(entry.getKey(), new ArrayList<>(Scenario.texts(entry.getValue()))));
    answers.putIfAbsent(
        "confirm",
        new ArrayList<>(List.of(scenario.language().equals("it") ? "sì, va bene" : "yes please")));
    scenario.spec().path("twists").forEach(twists::add);
  }

  static List<String> asks(String answer) {
    var sentences = List.of(answer.toLowerCase().strip().split("(?<=[.!?])\\s+|\\n+"));
    var questions = sentences.stream().filter(s -> s.contains("?")).toList();
    var last = questions.isEmpty() ? sentences : questions;
    var text = String.join(" ", last.subList(Math.max(0, last.size() - 2), last.size()));
    var about = new ArrayList<String>();
    for (var key : List.of("name", "phone")) {
      if (ASKED.get(key).matcher(text).find()) {
        about.add(key);
      }
    }
    if (about.isEmpty()) {
      for (var key : List.of("provider", "service")) {
        if (about.isEmpty() && ASKED.get(key).matcher(text).find()) {
          about.add(key);
          if (WHICH_TIME.matcher(text).find()) {
            about.add("when");
          }
        }
      }
    }
    if (!about.isEmpty()) {
      return about;
    }
    if (CONFIRM.matcher(text).find() && !WHICH.matcher(text).find()) {
      return List.of("confirm");
    }
    return ASKED.get("when").matcher(text).find() ? List.of("when") : List.of();
  }

  /**
   * @param business answers what is said to it; with nothing when it has gone silent
   * @param books as they stand: the customer has what was wanted when they change
   */
  public void talk(UnaryOperator<String> business, Supplier<String> books) {
    var onlyAsking = onlyAsking();
    var goals = new ArrayList<String>();
    goals.add(scenario.opening());
    goals.addAll(scenario.texts("later"));
    int said = 0;
    for (var goal : goals) {
      var text = goal;
      var before = books.get();
      for (int turn = 0; turn < PATIENCE; turn++) {
        var answer = business.apply(text);
        said++;
        if (answer.isEmpty() || onlyAsking || !books.get().equals(before)) {
          break;
        }
        text = next(asks(answer), said + 1);
      }
    }
  }

  private boolean onlyAsking() {
    var expect = scenario.spec().get("expect");
    return expect.has("reply")
        && expect.path("appointments").isEmpty()
        && scenario.spec().path("later").isEmpty()
        && twists.isEmpty();
  }

  private String next(List<String> asked, int nth) {
    var twist =
        twists.stream()
            .filter(
                t ->
                    t.get("at").isString()
                        ? asked.contains(t.get("at").asString())
                        : t.get("at").asInt() == nth)
            .findFirst();
    if (twist.isPresent()) {
      twists.remove(twist.get());
      return twist.get().get("say").asString();
    }
    var parts = new ArrayList<String>();
    for (var key : asked) {
      if (answers.containsKey(key)) {
        parts.add(take(answers.get(key)));
      }
    }
    return parts.isEmpty()
        ? take(answers.getOrDefault("else", answers.get("confirm")))
        : String.join(", ", parts);
  }

  private static String take(List<String> answers) {
    return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
  }
}
