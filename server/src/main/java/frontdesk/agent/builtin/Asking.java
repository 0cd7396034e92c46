package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Answer.Choice;
import frontdesk.agent.builtin.DialogueState.Goal;
import frontdesk.agent.builtin.DialogueState.Question;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one question that is open: asked, with what can be tapped for an answer, or asked again. */
final class Asking {

  private final Talk talk;
  private final Voice say;
  private final Reply reply;

  Asking(Talk talk, Reply reply) {
    this.talk = talk;
    this.say = talk.voice();
    this.reply = reply;
  }

  void service() {
    ask(Question.SERVICE, say.askService());
  }

  void when() {
    ask(Question.WHEN, talk.goal == Goal.MOVE ? say.moveToWhen() : say.askWhen());
  }

  void otherTime() {
    ask(Question.WHEN, say.askOtherTime());
  }

  /** Which of the times that were offered. */
  void times() {
    ask(Question.PICK_TIME, say.askWhichTime());
    choices();
  }

  /** Whether the only time that was offered suits. */
  void oneTime() {
    ask(Question.PICK_TIME, say.askIfItSuits());
    yesOrNo();
  }

  void name() {
    ask(Question.NAME, sayable(talk.called).map(say::askFullName).orElseGet(say::askName));
  }

  void phone() {
    ask(Question.PHONE, say.askPhone());
  }

  void person() {
    ask(Question.WANT_A_PERSON, say.askPerson());
    yesOrNo();
  }

  /** Whether to book the service that was asked about. */
  void wantToBook(String service) {
    ask(Question.WANT_TO_BOOK, say.wantToBook(service));
    yesOrNo();
  }

  /** Whether to do what is proposed. */
  void toDo() {
    ask(
        Question.CONFIRM,
        switch (talk.proposal.orElseThrow().goal()) {
          case MOVE -> say.askToMove();
          case CANCEL -> say.askToCancel();
          default -> say.askToBook();
        });
    yesOrNo();
  }

  /**
   * Asks the open question again in few words, after something said aside.
   *
   * @param agreed the customer has said yes to several times at once
   * @return false where nothing is open that could be asked so
   */
  boolean again(boolean agreed) {
    switch (talk.question) {
      case SERVICE -> service();
      case WHEN -> {
        when();
        choices();
      }
      case PICK_TIME -> {
        if (talk.offers.size() == 1) {
          oneTime();
        } else {
          ask(Question.PICK_TIME, agreed ? say.askWhichTime() : say.askIfOneSuits());
          choices();
        }
      }
      case NAME -> name();
      case PHONE -> phone();
      case CONFIRM -> toDo();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The times that were offered, to be tapped. */
  void choices() {
    var starts = starts();
    boolean severalDays = starts.stream().map(ZonedDateTime::toLocalDate).distinct().count() > 1;
    var choices = new ArrayList<Choice>();
    for (var start : starts) {
      choices.add(new Choice("time:" + start.toInstant(), say.shortTime(start, severalDays)));
    }
    reply.choices(choices);
  }

  /** The times that were offered, in words. */
  String moments() {
    return say.moments(starts());
  }

  /** A name that would be read as a time is not said before it is somebody's on record. */
  static Optional<String> sayable(Optional<String> called) {
    return called.filter(name -> !TimelyNames.isTime(name));
  }

  private void ask(Question question, String words) {
    talk.question = question;
    reply.add(words);
  }

  private void yesOrNo() {
    reply.choices(List.of(new Choice("yes", say.yesWord()), new Choice("no", say.noWord())));
  }

  private List<ZonedDateTime> starts() {
    return talk.offers.stream().map(offer -> talk.local(offer.start())).toList();
  }
}
