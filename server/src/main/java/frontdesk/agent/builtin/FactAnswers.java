package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.Booked;
import frontdesk.agent.builtin.Said.Span;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.agent.tools.Toolbox.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers what is asked about the business, from its own facts; what is not known is said so. */
final class FactAnswers {

  /** How a question begins when its mark was left out. */
  private static final Pattern ASKS =
      Pattern.compile(
          "^\\W*(?:(?:hi|hello|hey|hiya|ciao|salve|buongiorno|buonasera|and|also|e|ed|anche|ok|so"
              + "|please|scus[aie]|scusate|poi)\\b\\W*)*(?:how (?:much|long)|what|when|where|which"
              + "|do you|are you|is it|quanto|quando|quali|che orari|a che ora|siete|fate|aprite"
              + "|lavorate|dove)\\b");

  private static final Intent[] FACTS = {
    Intent.PRICE,
    Intent.DURATION,
    Intent.HOURS,
    Intent.ADDRESS,
    Intent.CONTACT_US,
    Intent.UNKNOWN_FACT,
    Intent.SERVICES,
    Intent.OWN,
    Intent.OTHERS,
    Intent.WHO,
    Intent.OFF_TOPIC
  };

  private final Talk talk;
  private final Heard heard;
  private final Voice say;

  FactAnswers(Talk talk, Heard heard) {
    this.talk = talk;
    this.heard = heard;
    this.say = talk.voice();
  }

  /** The sentences that only ask for facts: what they name is no wish. */
  static List<Span> questions(Heard heard) {
    var spans = new ArrayList<Span>();
    for (var intent : FACTS) {
      var span = heard.intents().get(intent);
      if (span == null || intent == Intent.OFF_TOPIC && isBusiness(heard)) {
        continue;
      }
      boolean wish =
          heard.intents().entrySet().stream()
              .anyMatch(
                  other ->
                      (other.getKey() == Intent.BOOK || other.getKey() == Intent.FREE_TIMES)
                          && (intent == Intent.PRICE || intent == Intent.DURATION)
                          && other.getValue().equals(span));
      boolean namesHour =
          (intent == Intent.PRICE || intent == Intent.DURATION)
              && heard.times().stream()
                  .anyMatch(
                      time -> time.clock().isPresent() && span.overlaps(time.start(), time.end()));
      if (!wish && !namesHour && !tellsAWish(heard, span)) {
        spans.add(span);
      }
    }
    return spans;
  }

  /** Whether a time is asked for, outside of what only asks for facts. */
  static boolean wishes(Heard heard) {
    var asked = questions(heard);
    return Stream.of(Intent.BOOK, Intent.FREE_TIMES)
        .flatMap(wish -> Stream.ofNullable(heard.intents().get(wish)))
        .anyMatch(at -> asked.stream().noneMatch(span -> span.overlaps(at.start(), at.end())));
  }

  /** "I'd bring her on Thursday for a check-up, even at eight if you open early" asks nothing. */
  private static boolean tellsAWish(Heard heard, Span span) {
    var raw = heard.said().raw();
    boolean marked = span.end() < raw.length() && raw.charAt(span.end()) == '?';
    boolean wishes =
        Stream.of(Intent.BOOK, Intent.FREE_TIMES)
            .flatMap(wish -> Stream.ofNullable(heard.intents().get(wish)))
            .anyMatch(at -> span.overlaps(at.start(), at.end()));
    boolean asks =
        marked
            || !wishes
                && ASKS.matcher(heard.said().plain().substring(span.start(), span.end())).find();
    return !asks
        && heard.services().spans().stream()
            .anyMatch(named -> span.overlaps(named.start(), named.end()))
        && heard.times().stream().anyMatch(time -> span.overlaps(time.start(), time.end()));
  }

  /** "Football's been moved, could we make it 5?" is about the appointment after all. */
  private static boolean isBusiness(Heard heard) {
    return heard.services().any()
        || !heard.times().isEmpty()
        || heard.has(Intent.BOOK, Intent.MOVE, Intent.CANCEL, Intent.FREE_TIMES);
  }

  List<String> sentences() {
    var said = new LinkedHashSet<String>();
    if (heard.has(Intent.WHO)) {
      said.add(say.whoAmI());
    }
    if (asksForAll()) {
      said.add(say.weOffer(talk.services));
    }
    for (var service : meant()) {
      if (heard.has(Intent.PRICE)) {
        said.add(say.price(service.name(), service.price()));
      }
      if (heard.has(Intent.DURATION)) {
        said.add(say.duration(service.name(), service.minutes()));
      }
    }
    if (heard.has(Intent.HOURS)) {
      said.addAll(hours());
    }
    if (heard.has(Intent.ADDRESS)) {
      said.add(say.address());
    }
    if (heard.has(Intent.CONTACT_US)) {
      said.add(say.contact());
    }
    if (heard.has(Intent.INSULT)) {
      said.add(say.sorryToAnnoy());
    }
    if (ofOthers()) {
      said.add(say.onlyYours());
    } else if (heard.has(Intent.OWN)) {
      said.add(own());
    }
    if (heard.has(Intent.UNKNOWN_FACT)) {
      said.add(talk.goal == DialogueState.Goal.NONE ? say.dontKnow() : say.askAPerson());
    }
    if (said.isEmpty() && heard.has(Intent.OFF_TOPIC) && !isBusiness(heard)) {
      said.add(say.offTopic());
    }
    return List.copyOf(said);
  }

  /** "What do you do, and how much is whitening?" asks for the list all the same. */
  private boolean asksForAll() {
    var sentence = heard.intents().get(Intent.SERVICES);
    return sentence != null
        && heard.services().spans().stream()
            .noneMatch(span -> sentence.overlaps(span.start(), span.end()));
  }

  /** Asks after an appointment that is none of those made from here. */
  private boolean ofOthers() {
    var sentence = heard.intents().get(Intent.OTHERS);
    if (sentence == null) {
      return false;
    }
    var asked = heard.said().plain().substring(sentence.start(), sentence.end());
    return talk.tools.ownAppointments().stream()
        .flatMap(own -> Said.of(own.name()).words().stream())
        .noneMatch(word -> asked.contains(word.text()));
  }

  private List<ServiceFacts> meant() {
    if (!heard.has(Intent.PRICE, Intent.DURATION)) {
      return List.of();
    }
    var named = new LinkedHashSet<UUID>(heard.services().wanted());
    named.addAll(heard.services().either());
    if (named.isEmpty()) {
      talk.wish.service.or(() -> last(talk.finished).map(Booked::service)).ifPresent(named::add);
    }
    if (named.isEmpty()) {
      return talk.services;
    }
    return talk.services.stream().filter(service -> named.contains(service.id())).toList();
  }

  static Optional<Booked> last(List<Booked> booked) {
    return booked.isEmpty() ? Optional.empty() : Optional.of(booked.getLast());
  }

  /** Of each day that is named, else of the week. */
  private List<String> hours() {
    var sentence = heard.intents().get(Intent.HOURS);
    var days =
        heard.times().stream()
            .filter(time -> sentence.overlaps(time.start(), time.end()))
            .flatMap(time -> time.days().stream())
            .filter(named -> named.first().equals(named.last()))
            .map(named -> named.first().atStartOfDay(talk.business.zone()))
            .distinct()
            .map(day -> say.hoursOn(day, hoursOn(talk, day.toLocalDate())))
            .toList();
    return days.isEmpty() ? List.of(say.hoursOfWeek()) : days;
  }

  static List<Stretch> hoursOn(Talk talk, LocalDate day) {
    var special = talk.business.exceptions().get(day);
    return special != null
        ? special
        : talk.business.hours().getOrDefault(day.getDayOfWeek(), List.of());
  }

  private String own() {
    var coming = talk.tools.ownAppointments();
    return coming.isEmpty()
        ? say.noneOfYours()
        : say.yours(coming.stream().map(own -> Deals.of(talk, own)).toList());
  }
}
