package frontdesk.simulators.models;

import frontdesk.simulators.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A script that works a front desk as an honest model does: it asks for what is missing, hands the
 * customer's words to the tools, says what the tools answered, proposes, and waits for the yes. All
 * it knows stands in the request; what a clever model would understand of people's words is given
 * to it as notes.
 */
final class Receptionist {

  private static final int MOST_OFFERED = 3;

  private static final Pattern WAITING =
      Pattern.compile("Proposal waiting for a yes: ([0-9a-f-]{36})");
  private static final Pattern SERVICE = Pattern.compile("(?m)^(.+): \\d+ minutes");
  private static final Pattern ITALIAN =
      Pattern.compile(
          "(?iu)\\b(ciao|buongiorno|buonasera|salve|vorrei|grazie|domani|avete|per)\\b");

  private final Turn turn;
  private final Wish wish;
  private final DeskWords words;

  private Receptionist(Turn turn, Wish wish, DeskWords words) {
    this.turn = turn;
    this.wish = wish;
    this.words = words;
  }

  static Answer answer(Turn turn, List<TalkNotes> known) {
    var said = turn.talk().stream().filter(Turn.Said::byUser).map(s -> plain(s.text())).toList();
    var notes = TalkNotes.find(known, said);
    var italian =
        notes
            .map(talk -> talk.language().equals("it"))
            .orElseGet(() -> ITALIAN.matcher(String.join(" ", said)).find());
    var desk = new Receptionist(turn, wish(turn, notes), new DeskWords(italian));
    return desk.next();
  }

  private static Wish wish(Turn turn, Optional<TalkNotes> notes) {
    var services = SERVICE.matcher(turn.system()).results().map(name -> name.group(1)).toList();
    var wish = Wish.NONE;
    var before = "";
    for (var said : turn.talk()) {
      if (said.byUser()) {
        var text = plain(said.text());
        var noted = notes.map(TalkNotes::heard).map(heard -> heard.get(text));
        wish =
            wish.with(
                noted.isPresent()
                    ? picked(noted.get(), before)
                    : Hearing.of(text, before, wish, services));
      } else if (!said.text().isBlank()) {
        before = said.text();
        wish = DeskWords.tellsOfSomethingDone(before) ? wish.done() : wish;
      }
    }
    return wish;
  }

  private static Map<String, String> picked(Map<String, String> noted, String before) {
    if (!noted.containsKey("pick")) {
      return noted;
    }
    return Hearing.offer(Integer.parseInt(noted.get("pick")), before)
        .map(when -> Map.of("when", when))
        .orElse(Map.of());
  }

  private static String plain(String text) {
    return text.replaceAll("</?customer>", "").strip();
  }

  private Answer next() {
    if (turn.lastUser().startsWith("<system>")) {
      return say(words.whichDay());
    }
    return switch (wish.asks()) {
      case "price" ->
          after(
              "find_services",
              Map.of(),
              found -> wanted(words.price(asked(found.path("services")))));
      case "hours" -> after("business_facts", Map.of(), found -> wanted(words.hours(byDay(found))));
      case "place" ->
          after(
              "business_facts",
              Map.of(),
              found -> wanted(words.place(found.path("address").asString(""))));
      default -> wanted("");
    };
  }

  private Answer wanted(String first) {
    if (waiting().isPresent() && !wish.changed() && !wish.wants().equals("nothing")) {
      return wish.asks().isEmpty() ? confirm(waiting().get()) : say(first + words.stillOpen());
    }
    return switch (wish.wants()) {
      case "person" ->
          after(
              "handoff",
              Map.of("reason", "asked for a person", "summary", "Wants to talk to somebody"),
              passed -> say(words.person()));
      case "question" -> say(first);
      case "nothing" -> say(first + words.nothing());
      case "thanks" -> say(first + words.thanks());
      case "cancel" -> cancel();
      case "move" -> move();
      default -> book(first);
    };
  }

  private Optional<String> waiting() {
    return WAITING.matcher(turn.system()).results().map(found -> found.group(1)).findFirst();
  }

  private Answer confirm(String proposal) {
    return after(
        "confirm_proposal",
        Map.of("proposal", proposal),
        confirmed ->
            confirmed.path("outcome").asString("").equals("done")
                ? say(words.done(wish.wants(), confirmed.path("appointment")))
                : confirmed.path("reason").asString("").equals("not-accepted")
                    ? say(words.stillOpen())
                    : book(""));
  }

  private Answer book(String first) {
    if (wish.find("service").isEmpty()) {
      return after(
          "find_services",
          Map.of(),
          found -> say(first + words.whichService(names(found.path("services")))));
    }
    if (wish.find("when").isEmpty()) {
      return say(first + words.whichDay());
    }
    var search =
        new LinkedHashMap<>(Map.of("service", wish.get("service"), "when", wish.get("when")));
    wish.find("provider").ifPresent(provider -> search.put("provider", provider));
    return after("find_times", search, found -> found(first, found, search));
  }

  private Answer found(String first, JsonNode found, Map<String, String> search) {
    return switch (found.path("outcome").asString("")) {
      case "times" ->
          found.path("times").size() == 1
              ? take(first, found.path("times").get(0))
              : say(first + words.whichOf(spoken(found.path("times"))));
      case "no-times" -> say(first + words.notFree() + instead(found.path("nearest")));
      default -> unusable(first, found.path("problem").asString(""), search);
    };
  }

  private Answer unusable(String first, String problem, Map<String, String> search) {
    if (problem.contains("is given by") && results("find_times").size() == 1) {
      search.remove("provider");
      return call("find_times", search);
    }
    var reason = problem.contains("no such day") ? words.noSuchTime() : "";
    return say(first + reason + words.whichDay());
  }

  private String instead(JsonNode times) {
    return times.isEmpty() ? words.whichDay() : words.whichOf(spoken(times));
  }

  /** The time is clear: who comes, and the proposal. */
  private Answer take(String first, JsonNode time) {
    if (wish.find("name").isEmpty()) {
      return say(first + words.whatName());
    }
    if (wish.find("phone").isEmpty()) {
      return say(first + words.whatPhone());
    }
    return after(
        "propose_booking",
        Map.of(
            "service", wish.get("service"),
            "when", time.path("start").asString(""),
            "provider", time.path("with").asString(""),
            "name", wish.get("name"),
            "phone", wish.get("phone")),
        this::proposed);
  }

  private Answer cancel() {
    return own(
        appointment ->
            after(
                "propose_cancel",
                Map.of("appointment", appointment.path("id").asString("")),
                this::proposed));
  }

  private Answer move() {
    if (wish.find("when").isEmpty()) {
      return say(words.whichDay());
    }
    return own(
        appointment ->
            after(
                "propose_move",
                Map.of(
                    "appointment", appointment.path("id").asString(""), "when", wish.get("when")),
                this::proposed));
  }

  private Answer own(Function<JsonNode, Answer> then) {
    return after(
        "my_appointments",
        Map.of(),
        found ->
            found
                .path("appointments")
                .valueStream()
                .filter(one -> one.path("service").asString("").contains(wish.get("service")))
                .findFirst()
                .map(then)
                .orElseGet(() -> say(words.noAppointment())));
  }

  private Answer proposed(JsonNode proposed) {
    return switch (proposed.path("outcome").asString("")) {
      case "proposal" -> say(words.deal(wish.wants(), proposed.path("deal")));
      case "refused" ->
          proposed.path("reason").asString("").equals("invalid-phone")
              ? say(words.wrongPhone() + words.whatPhone())
              : say(words.notFree() + instead(proposed.path("alternatives")));
      default -> say(words.whichDay());
    };
  }

  /** Goes on with a tool's answer of this turn, or calls it for one. */
  private Answer after(
      String tool, Map<String, String> arguments, Function<JsonNode, Answer> then) {
    var results = results(tool);
    return results.isEmpty() ? call(tool, arguments) : then.apply(results.getLast());
  }

  private List<JsonNode> results(String tool) {
    return turn.results().stream()
        .filter(result -> result.tool().equals(tool))
        .map(Receptionist::read)
        .toList();
  }

  private static JsonNode read(Turn.Result result) {
    try {
      return Json.read(result.content());
    } catch (JacksonException noJson) {
      return Json.object();
    }
  }

  private static Answer call(String tool, Map<String, String> arguments) {
    return Answer.of(
        Json.object("toolCalls", Json.array(Json.object("name", tool, "arguments", arguments))));
  }

  /** Some servers of open models leave the thinking in the text, so this one does too. */
  private Answer say(String text) {
    var thinking = "They want to " + wish.wants() + ", and I said nothing false.";
    return turn.provider().equals("openai")
        ? Answer.saying("<think>" + thinking + "</think>\n" + text.strip())
        : Answer.saying(text.strip()).thinking(thinking);
  }

  private static List<String> names(JsonNode services) {
    return services.valueStream().map(one -> one.path("name").asString("")).toList();
  }

  private List<JsonNode> asked(JsonNode services) {
    var named =
        services
            .valueStream()
            .filter(one -> wish.get("service").contains(one.path("name").asString("")))
            .toList();
    return named.isEmpty() ? services.valueStream().toList() : named;
  }

  private static Map<String, String> byDay(JsonNode facts) {
    var hours = new LinkedHashMap<String, String>();
    facts
        .path("hours")
        .properties()
        .forEach(day -> hours.put(day.getKey(), day.getValue().asString("")));
    return hours;
  }

  private static List<String> spoken(JsonNode times) {
    return times
        .valueStream()
        .limit(MOST_OFFERED)
        .map(one -> one.path("say").asString(""))
        .toList();
  }
}
