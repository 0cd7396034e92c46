package frontdesk.agent.builtin;

import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a scenario: a customer who sees from the last question what is asked, and the books in the
 * end. The patterns and rules are those of {@code play.py}.
 */
final class Play {

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

  record Line(String customer, String business) {}

  private static final Pattern TIME = Pattern.compile("\\b(\\d{1,2}):(\\d{2})\\b");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Scenario scenario;
  private final Books books;
  private final Map<String, ServiceFacts> services = new HashMap<>();
  private final List<Line> talk = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final BuiltInAssistant assistant = new BuiltInAssistant();
  private DialogueState state = DialogueState.fresh();
  private boolean handedOver;

  Play(Scenario scenario, ZonedDateTime now) {
    this.scenario = scenario;
    this.books = new Books(now, scenario.language());
    boolean italian = scenario.language().equals("it");
    switch (scenario.spec().get("world").asString()) {
      case "salon" -> {
        offer("cut", italian ? "Taglio" : "Haircut", 30, 2500, "Elena", "Marco");
        offer("beard", italian ? "Barba" : "Beard trim", 20, 1500, "Marco");
        offer("colour", italian ? "Colore" : "Colour", 90, 7000, "Elena");
        offer("dry", italian ? "Piega" : "Blow-dry", 30, 2000, "Elena");
      }
      case "dental" -> {
        offer(
            "check",
            italian ? "Visita di controllo" : "Check-up",
            30,
            4000,
            "Dr Conti",
            "Dr Marini");
        offer("clean", italian ? "Pulizia dei denti" : "Cleaning", 45, 6000, "Dr Conti");
        offer("fill", italian ? "Otturazione" : "Filling", 60, 9000, "Dr Conti", "Dr Marini");
        offer("white", italian ? "Sbiancamento" : "Whitening", 60, 15000, "Dr Conti");
      }
      default -> {
        offer(
            "first", italian ? "Prima consulenza" : "First consultation", 60, 8000, "Paolo Ferri");
        offer(
            "follow",
            italian ? "Incontro di verifica" : "Follow-up meeting",
            30,
            5000,
            "Paolo Ferri");
        offer(
            "tax", italian ? "Dichiarazione dei redditi" : "Tax return", 45, 12000, "Paolo Ferri");
      }
    }
    for (var taken : scenario.spec().path("existing")) {
      var start =
          Books.day(taken.get("day").asString(), now.toLocalDate())
              .atTime(LocalTime.parse(taken.get("time").asString()))
              .atZone(Books.ROME);
      books.taken(
          services.get(taken.get("service").asString()), taken.get("provider").asString(), start);
    }
  }

  private void offer(String key, String name, int minutes, long cents, String... who) {
    services.put(key, books.service(name, minutes, cents, who));
  }

  List<Line> talk() {
    return talk;
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

  List<String> run() {
    var answers = new HashMap<String, List<String>>();
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
    var twists = new ArrayList<JsonNode>();
    scenario.spec().path("twists").forEach(twists::add);
    var expect = scenario.spec().get("expect");
    boolean onlyAsking =
        expect.has("reply")
            && expect.path("appointments").isEmpty()
            && scenario.spec().path("later").isEmpty()
            && twists.isEmpty();
    var goals = new ArrayList<String>();
    goals.add(scenario.spec().get("opening").asString());
    goals.addAll(scenario.texts("later"));
    int said = 0;
    for (var goal : goals) {
      var text = goal;
      var before = state();
      for (int turn = 0; turn < 12; turn++) {
        var answer = handedOver ? "" : say(text);
        said++;
        talk.add(new Line(text, answer));
        if (answer.isEmpty() || onlyAsking || !state().equals(before)) {
          break;
        }
        var asked = asks(answer);
        int next = said + 1;
        var twist =
            twists.stream()
                .filter(
                    t ->
                        t.get("at").isString()
                            ? asked.contains(t.get("at").asString())
                            : t.get("at").asInt() == next)
                .findFirst();
        if (twist.isPresent()) {
          twists.remove(twist.get());
          text = twist.get().get("say").asString();
        } else {
          var parts = new ArrayList<String>();
          for (var key : asked) {
            if (answers.containsKey(key)) {
              parts.add(take(answers.get(key)));
            }
          }
          text =
              parts.isEmpty()
                  ? take(answers.getOrDefault("else", answers.get("confirm")))
                  : String.join(", ", parts);
        }
      }
    }
    judge(expect);
    return faults;
  }

  private static String take(List<String> answers) {
    return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
  }

  private String state() {
    return books.mine().stream().map(a -> a.id() + "@" + a.start()).sorted().toList().toString();
  }

  private String say(String text) {
    books.customerSpoke();
    var kept = MAPPER.readValue(MAPPER.writeValueAsString(state), DialogueState.class);
    if (!kept.equals(state)) {
      faults.add("the state does not survive JSON");
    }
    var before = books.mine();
    var situation =
        new Situation(
            books.now,
            java.util.Locale.of(scenario.language()),
            Optional.empty(),
            Optional.empty(),
            talk.isEmpty());
    var answer = assistant.answer(kept, List.of(text), situation, books);
    state = answer.state();
    handedOver = answer.handoff().isPresent();
    borneOut(answer, text, before);
    return answer.text();
  }

  /** Every time that is offered as a choice is free, and "booked" is said of what is booked. */
  private void borneOut(Answer answer, String asked, List<AppointmentFacts> before) {
    if (answer.text().isBlank()) {
      faults.add("said nothing to: " + asked);
    }
    for (var offer : answer.state().offers()) {
      if (!books.isFree(offer.service(), offer.provider(), offer.start())
          && answer.state().goal() != DialogueState.Goal.MOVE) {
        faults.add("offered what is not free: " + offer);
      }
    }
    boolean claims =
        Pattern.compile("(?i)you're booked|^prenotato|is now on |è annullato|is cancelled|ora è ")
            .matcher(answer.text())
            .find();
    if (claims && books.mine().equals(before)) {
      faults.add("claims what was not done: " + answer.text());
    }
    var allowed = new ArrayList<LocalTime>();
    books.mine().forEach(own -> allowed.add(own.start().atZone(Books.ROME).toLocalTime()));
    before.forEach(own -> allowed.add(own.start().atZone(Books.ROME).toLocalTime()));
    answer
        .state()
        .offers()
        .forEach(offer -> allowed.add(offer.start().atZone(Books.ROME).toLocalTime()));
    answer
        .state()
        .proposal()
        .ifPresent(open -> allowed.add(open.deal().start().atZone(Books.ROME).toLocalTime()));
    answer
        .state()
        .wish()
        .start()
        .ifPresent(start -> allowed.add(start.atZone(Books.ROME).toLocalTime()));
    answer.state().wish().clocks().forEach(clock -> allowed.add(clock.from()));
    allowed.add(LocalTime.of(9, 0));
    allowed.add(LocalTime.of(18, 0));
    var times = TIME.matcher(answer.text());
    while (times.find()) {
      var time = LocalTime.of(Integer.parseInt(times.group(1)), Integer.parseInt(times.group(2)));
      if (!allowed.contains(time)) {
        faults.add("names a time from nowhere: " + answer.text());
      }
    }
  }

  private void judge(JsonNode expect) {
    var found = books.mine();
    var want = new ArrayList<JsonNode>();
    expect.path("appointments").forEach(want::add);
    if (found.size() != want.size()) {
      faults.add(found.size() + " appointments instead of " + want.size());
    }
    for (var one : want) {
      if (found.stream().noneMatch(appointment -> fits(appointment, one))) {
        faults.add("missing " + one + ", there is " + found);
      }
    }
    var all = String.join("\n", talk.stream().map(Line::business).toList());
    for (var reply : Scenario.texts(expect.path("reply"))) {
      if (!Pattern.compile(reply).matcher(all).find()) {
        faults.add("never said " + reply);
      }
    }
    for (var never : scenario.texts("never")) {
      if (Pattern.compile(never).matcher(all).find()) {
        faults.add("said " + never);
      }
    }
    if (expect.path("handoff").asBoolean(false) != handedOver) {
      faults.add(handedOver ? "handed over unasked" : "no handoff");
    }
  }

  private boolean fits(AppointmentFacts a, JsonNode want) {
    var start = a.start().atZone(Books.ROME);
    var time = start.toLocalTime();
    boolean clock =
        want.has("time")
            ? time.equals(LocalTime.parse(want.get("time").asString()))
            : !time.isBefore(LocalTime.parse(want.get("between").get(0).asString()))
                && !time.isAfter(LocalTime.parse(want.get("between").get(1).asString()));
    return a.service().equals(services.get(want.get("service").asString()).id())
        && (want.get("day").asString().equals("any")
            || start
                .toLocalDate()
                .equals(Books.day(want.get("day").asString(), books.now.toLocalDate())))
        && clock
        && (!want.has("provider") || a.providerName().equals(want.get("provider").asString()))
        && (!want.has("phone")
            || a.phone().filter(want.get("phone").asString()::equals).isPresent())
        && (!want.has("name")
            || a.name().toLowerCase().contains(want.get("name").asString().toLowerCase()));
  }

  public static void main(String[] args) {
    var now =
        args.length > 0
            ? ZonedDateTime.parse(args[0])
            : ZonedDateTime.of(2026, 11, 21, 14, 0, 0, 0, Books.ROME);
    var only = args.length > 1 ? args[1] : "";
    var files = args.length > 2 ? args[2].split(",") : new String[] {"en.json", "it.json"};
    int good = 0;
    int all = 0;
    for (var scenario : Scenario.all(files)) {
      if (!scenario.id().contains(only)) {
        continue;
      }
      all++;
      var play = new Play(scenario, now);
      List<String> faults;
      try {
        faults = play.run();
      } catch (RuntimeException e) {
        e.printStackTrace(System.out);
        faults = List.of(e.toString());
      }
      good += faults.isEmpty() ? 1 : 0;
      if (!faults.isEmpty() || args.length > 3) {
        System.out.println(scenario.id() + " " + faults);
        play.talk()
            .forEach(
                line ->
                    System.out.println("    > " + line.customer() + "\n    < " + line.business()));
      }
    }
    System.out.println(good + " of " + all);
  }
}
