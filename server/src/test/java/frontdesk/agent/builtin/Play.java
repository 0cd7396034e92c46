package frontdesk.agent.builtin;

import frontdesk.agent.scenarios.Customer;
import frontdesk.agent.scenarios.Ending;
import frontdesk.agent.scenarios.Scenario;
import frontdesk.agent.scenarios.World;
import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Plays a scenario against the built-in assistant, over books in memory. */
final class Play {

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
    for (var offer : World.of(scenario).services()) {
      services.put(
          offer.key(),
          books.service(
              offer.name(),
              offer.minutes(),
              offer.cents(),
              offer.providers().toArray(String[]::new)));
    }
    for (var taken : scenario.taken(now.toLocalDate())) {
      books.taken(services.get(taken.service()), taken.provider(), taken.start());
    }
  }

  List<Line> talk() {
    return talk;
  }

  List<String> run() {
    new Customer(scenario).talk(this::hear, this::state);
    faults.addAll(
        new Ending(scenario, books.now.toLocalDate())
            .faults(
                books.mine().stream().map(this::booked).toList(),
                String.join("\n", talk.stream().map(Line::business).toList()),
                handedOver));
    return faults;
  }

  private String hear(String text) {
    var answer = handedOver ? "" : say(text);
    talk.add(new Line(text, answer));
    return answer;
  }

  private Ending.Booked booked(AppointmentFacts own) {
    return new Ending.Booked(
        own.serviceName(),
        own.providerName(),
        own.start().atZone(Books.ROME),
        own.name(),
        own.phone());
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
