package frontdesk.agent.builtin;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** English for the talk around the booking. */
final class English extends EnglishTimes {

  English(BusinessFacts business, LocalDate today) {
    super(business, today);
  }

  @Override
  Locale locale() {
    return Locale.ENGLISH;
  }

  @Override
  String hello(ZonedDateTime now) {
    return "Hello!";
  }

  @Override
  String offerHelp() {
    return "What can I do for you?";
  }

  @Override
  String wellThanks() {
    return "I'm very well, thank you!";
  }

  @Override
  String welcome() {
    return "You're welcome!";
  }

  @Override
  String goodbye() {
    return "Goodbye, and have a good day!";
  }

  @Override
  String hereIfNeeded() {
    return "All right. Just write if you need anything else.";
  }

  @Override
  String noted() {
    return "Thank you, noted.";
  }

  @Override
  String sorryToAnnoy() {
    return "I'm sorry I haven't been of more help.";
  }

  @Override
  String unclear() {
    return "Sorry, I'm not sure what you mean.";
  }

  @Override
  String whatICanDo() {
    return "I can book, move or cancel an appointment and tell you about services, prices and"
        + " opening hours.";
  }

  @Override
  String askPerson() {
    return "Shall I ask a colleague to take over?";
  }

  @Override
  String handoff(boolean phoneKnown) {
    return "I'm passing you on to a colleague, who will answer you here as soon as possible."
        + (phoneKnown ? "" : " If you'd like a call, leave your number here.");
  }

  @Override
  String sorryToHear() {
    return "I'm sorry to hear that.";
  }

  @Override
  String askService() {
    return "What would you like to book?";
  }

  @Override
  String askWhichService(List<String> names) {
    return "Which service do you mean: " + list(names, "or") + "?";
  }

  @Override
  String oneAtATime(String first) {
    return "I'll take one at a time, starting with " + first + ".";
  }

  @Override
  String youFirst() {
    return "One after the other then, starting with you.";
  }

  @Override
  String oneByOne() {
    return "One after the other then.";
  }

  @Override
  String nowThe(String service) {
    return "Next is " + service + ".";
  }

  @Override
  String nowTheOther(Optional<String> called) {
    return called.map(name -> "Next is " + name + ".").orElse("Next is the second person.");
  }

  @Override
  String askWhen() {
    return "When would you like to come in?";
  }

  @Override
  String askOtherTime() {
    return "Which day or time would suit you instead?";
  }

  @Override
  String askName() {
    return "What name should I put it under?";
  }

  @Override
  String askFullName(String called) {
    return "What's " + called + "'s full name?";
  }

  @Override
  String askPhone() {
    return "What's the best phone number to reach you on?";
  }

  @Override
  String noPhone() {
    return "That doesn't look like a complete phone number.";
  }

  @Override
  String phoneNeeded() {
    return "I need a phone number for the booking, in case anything changes.";
  }

  @Override
  String wantToBook(String service) {
    return "Would you like to book it?";
  }

  @Override
  String yesWord() {
    return "Yes";
  }

  @Override
  String noWord() {
    return "No";
  }
}
