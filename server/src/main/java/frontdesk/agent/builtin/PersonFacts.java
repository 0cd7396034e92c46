package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.Question;
import java.util.Optional;

/** Takes in who comes and how to reach them. */
final class PersonFacts {

  private final Talk talk;
  private final Heard heard;

  private boolean changed;
  private boolean phoneImpossible;

  PersonFacts(Talk talk, Heard heard) {
    this.talk = talk;
    this.heard = heard;
  }

  boolean changed() {
    return changed;
  }

  boolean phoneImpossible() {
    return phoneImpossible;
  }

  void take() {
    heard
        .phone()
        .ifPresent(
            found -> {
              if (!found.possible()) {
                phoneImpossible = talk.question == Question.PHONE;
              } else if (talk.phone.filter(found.number()::equals).isEmpty()) {
                talk.phone = Optional.of(found.number());
                changed = true;
              }
            });
    heard.email().ifPresent(address -> talk.email = Optional.of(address));
    whoComes();
    heard.name().ifPresent(found -> named(found.name()));
    boolean told =
        heard.name().isPresent()
            || heard.phone().filter(PhoneNumbers.Found::possible).isPresent()
            || heard.email().isPresent();
    if (told) {
      talk.tools.leaveDetails(
          heard.name().filter(found -> !talk.another).map(PersonNames.Found::name),
          heard.phone().filter(PhoneNumbers.Found::possible).map(PhoneNumbers.Found::number),
          heard.email());
    }
  }

  private void whoComes() {
    var company = heard.company();
    if (!company.another()) {
      return;
    }
    if (!talk.another) {
      talk.comes(true, Optional.empty());
      changed = true;
    }
    if (talk.name.isEmpty() && company.called().isPresent()) {
      talk.called = company.called().map(PersonNames.Found::name);
    }
  }

  private void named(String heardName) {
    var known = talk.called.or(() -> talk.name);
    var name =
        talk.called.isPresent() && talk.question == Question.NAME
            ? withSurname(talk.called.get(), heardName)
            : corrected(known, heardName);
    talk.called = Optional.empty();
    if (talk.name.filter(name::equalsIgnoreCase).isEmpty()) {
      talk.name = Optional.of(name);
      changed = true;
    }
  }

  /** "Harris", asked for the full name of one called Leo, is Leo Harris. */
  private static String withSurname(String called, String said) {
    boolean surname =
        !said.contains(" ") && !PersonNames.isGiven(said) && !said.equalsIgnoreCase(called);
    return surname ? called + " " + said : said;
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
