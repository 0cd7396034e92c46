package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.Question;
import frontdesk.agent.builtin.TimeWishes.Trouble;
import frontdesk.agent.language.TimeMention;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Takes what was heard into what is known, and says whether anything is now different. */
final class Facts {

  private final Talk talk;
  private final Heard heard;
  private final List<TimeMention> times;

  private boolean changed;
  private boolean phoneChanged;
  private boolean phoneImpossible;
  private Trouble trouble = Trouble.NONE;

  Facts(Talk talk, Heard heard) {
    this.talk = talk;
    this.heard = heard;
    var asked = FactAnswers.questions(heard);
    this.times =
        heard.times().stream()
            .filter(
                time -> asked.stream().noneMatch(span -> span.overlaps(time.start(), time.end())))
            .toList();
  }

  void take() {
    service();
    providers();
    when();
    person();
  }

  boolean changed() {
    return changed;
  }

  boolean phoneChanged() {
    return phoneChanged;
  }

  boolean phoneImpossible() {
    return phoneImpossible;
  }

  Trouble trouble() {
    return trouble;
  }

  List<TimeMention> times() {
    return times;
  }

  private void service() {
    var services = heard.services();
    var current = talk.wish.service;
    if (talk.goal == DialogueState.Goal.MOVE) {
      return;
    }
    if (current.filter(services.unwanted()::contains).isPresent()) {
      talk.wish.service = Optional.empty();
      changed = true;
    }
    if (talk.question == Question.SERVICE && !services.any() && times.isEmpty()) {
      var nth = Ordinals.nth(heard.said(), talk.services.size());
      if (nth.isPresent()) {
        talk.wish.service = Optional.of(talk.services.get(nth.getAsInt()).id());
        changed = true;
      }
    }
    if (services.wanted().isEmpty()
        || talk.wish.service.filter(services.wanted()::contains).isPresent()) {
      return;
    }
    boolean onlyAsked =
        current.isPresent() && heard.has(Intent.PRICE, Intent.DURATION, Intent.SERVICES);
    boolean unclear = services.wanted().size() > 1 && heard.has(Intent.PRICE, Intent.DURATION);
    if (!onlyAsked && !unclear) {
      talk.wish.service = Optional.of(services.wanted().getFirst());
      talk.wish.start.ifPresent(this::keepTime);
      changed = true;
    }
  }

  /** Another service at the time agreed for the first: its time is a wish again. */
  private void keepTime(Instant start) {
    var at = talk.local(start);
    talk.wish.days = List.of(new DialogueState.DayRange(at.toLocalDate(), at.toLocalDate()));
    talk.wish.clocks = List.of(new DialogueState.ClockRange(at.toLocalTime(), Optional.empty()));
    talk.wish.otherClocks = List.of();
    talk.wish.start = Optional.empty();
  }

  private void providers() {
    var found = heard.providers();
    var wish = talk.wish;
    var agreed = talk.proposal.map(open -> open.deal().provider());
    if (!found.unwanted().isEmpty()) {
      Set<UUID> not = new HashSet<>(wish.notProviders);
      not.addAll(found.unwanted());
      changed |= agreed.isEmpty() || agreed.filter(found.unwanted()::contains).isPresent();
      wish.notProviders = not;
      Set<UUID> wanted = new HashSet<>(wish.providers);
      wanted.removeAll(not);
      wish.providers = wanted;
    }
    if (!found.wanted().isEmpty()) {
      changed |= agreed.filter(found.wanted()::contains).isEmpty();
      wish.providers = found.wanted();
      Set<UUID> not = new HashSet<>(wish.notProviders);
      not.removeAll(found.wanted());
      wish.notProviders = not;
    } else if (found.anyone() && agreed.isEmpty()) {
      changed |= !wish.providers.isEmpty();
      wish.providers = Set.of();
    }
  }

  private void when() {
    var chosen = chosen();
    if (chosen.isPresent()) {
      talk.wish.start = Optional.of(talk.offers.get(chosen.getAsInt()).start());
      changed = true;
      return;
    }
    if (times.isEmpty()) {
      return;
    }
    var agreed = talk.proposal.map(open -> open.deal().start()).or(() -> talk.wish.start);
    if (agreed.isPresent() && TimeWishes.repeats(times, talk.local(agreed.get()))) {
      return;
    }
    trouble = new TimeWishes(talk, heard.said()).merge(times);
    changed = true;
  }

  private OptionalInt chosen() {
    boolean picking = talk.question == Question.PICK_TIME || talk.question == Question.WHEN;
    if (!picking || talk.offers.isEmpty()) {
      return OptionalInt.empty();
    }
    boolean namesTime =
        times.stream()
            .anyMatch(
                time ->
                    !time.negated()
                        && (time.days().isPresent()
                            || time.clock()
                                .filter(
                                    clock -> isOffered(clock) || heard.said().words().size() > 1)
                                .isPresent()));
    if (namesTime) {
      return OptionalInt.empty();
    }
    var nth = Ordinals.in(heard.said(), talk.offers.size());
    if (nth.isEmpty()
        && talk.offers.size() == 1
        && times.isEmpty()
        && heard.yesNo() == YesNo.YES
        && !heard.isQuestion()) {
      return OptionalInt.of(0);
    }
    return nth;
  }

  private boolean isOffered(TimeMention.Clock clock) {
    return talk.offers.stream()
        .anyMatch(offer -> talk.local(offer.start()).toLocalTime().equals(clock.from()));
  }

  private void person() {
    heard
        .phone()
        .ifPresent(
            found -> {
              if (!found.possible()) {
                phoneImpossible = talk.question == Question.PHONE;
              } else if (talk.phone.filter(found.number()::equals).isEmpty()) {
                phoneChanged = talk.phone.isPresent();
                talk.phone = Optional.of(found.number());
                changed = true;
              }
            });
    heard.email().ifPresent(address -> talk.email = Optional.of(address));
    if (heard.name().isPresent()) {
      var heardName = heard.name().get().name();
      var name = corrected(talk.name, heardName);
      if (talk.name.filter(name::equalsIgnoreCase).isEmpty()) {
        talk.name = Optional.of(name);
        changed = true;
      }
    }
    if (!heard.forSomebodyElse()) {
      boolean told =
          heard.name().isPresent()
              || heard.phone().filter(PhoneNumbers.Found::possible).isPresent()
              || heard.email().isPresent();
      if (told) {
        talk.tools.leaveDetails(
            heard.name().map(PersonNames.Found::name),
            heard.phone().filter(PhoneNumbers.Found::possible).map(PhoneNumbers.Found::number),
            heard.email());
      }
    }
  }

  /** "It's Jon without h" mends one word of "John Parker" and leaves the other. */
  static String corrected(Optional<String> known, String said) {
    if (known.isEmpty() || said.contains(" ") || !known.get().contains(" ")) {
      return said;
    }
    var parts = known.get().split(" ");
    for (int i = 0; i < parts.length; i++) {
      if (Spelling.distance(Said.fold(parts[i]), Said.fold(said)) <= 2) {
        parts[i] = said;
        return String.join(" ", parts);
      }
    }
    return said;
  }
}
