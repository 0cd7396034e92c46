package frontdesk.agent.builtin;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.Reason;
import frontdesk.agent.tools.Toolbox.Stretch;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** English for free times and for what is booked, moved and cancelled. */
abstract class EnglishTimes extends EnglishWords {

  EnglishTimes(BusinessFacts business, LocalDate today) {
    super(business, today);
  }

  @Override
  String firstFree(String times) {
    return "The next free times are " + times + ".";
  }

  @Override
  String iHave(String service, String times) {
    return "For " + service + " I have " + times + ".";
  }

  @Override
  String askWhichTime() {
    return "Which one would suit you?";
  }

  @Override
  String askIfOneSuits() {
    return "Shall I take one of those times?";
  }

  @Override
  String onlyThis(String time) {
    return "The one time I have is " + time + ".";
  }

  @Override
  String askIfItSuits() {
    return "Would that work for you?";
  }

  @Override
  String isFree(String service, ZonedDateTime start, String provider) {
    return service + " " + moment(start) + " " + with(provider) + " is free.";
  }

  @Override
  String cannotBe(
      Reason reason,
      Optional<ZonedDateTime> wanted,
      boolean whole,
      String service,
      int minutes,
      List<Stretch> hours) {
    var day = wanted.map(at -> on(at.toLocalDate()));
    var time = wanted.filter(at -> !whole).map(this::bare);
    return switch (reason) {
      case CLOSED -> "We're closed " + day.orElse("then") + ".";
      case OUTSIDE_HOURS ->
          hours.isEmpty()
              ? "We're not open then."
              : "That doesn't fit our opening hours: "
                  + day.map(on -> on + " we're").orElse("we're")
                  + " open "
                  + stretches(hours)
                  + ", and "
                  + service
                  + " takes "
                  + minutes
                  + " minutes.";
      case PAST -> "That time has already passed.";
      case TOO_SOON -> "That's a bit too soon for us.";
      case TOO_FAR -> "We don't take bookings that far ahead yet.";
      default ->
          time.map(at -> "I'm sorry, " + at + " is already taken.")
              .or(() -> day.map(on -> "I'm sorry, there's nothing free like that " + on + "."))
              .orElse("I'm sorry, there's nothing free then.");
    };
  }

  @Override
  String noSuchDay() {
    return "That date doesn't exist in the calendar.";
  }

  @Override
  String noSuchHour() {
    return "That time doesn't exist on that day.";
  }

  @Override
  String pastDay() {
    return "That day is already over.";
  }

  @Override
  String nothingEarlier() {
    return "There's nothing free earlier that day.";
  }

  @Override
  String nothingLater() {
    return "There's nothing free later that day.";
  }

  @Override
  String nothingFree() {
    return "I'm sorry, there's nothing free then.";
  }

  @Override
  String providerDoesNot(String provider, String service, List<String> others) {
    return provider
        + " doesn't do "
        + service
        + (others.isEmpty()
            ? "."
            : ", but " + list(others, "and") + (others.size() == 1 ? " does." : " do."));
  }

  @Override
  String deal(Deal deal, Optional<String> phone) {
    return "So that's "
        + deal.service()
        + " "
        + moment(deal.start())
        + " "
        + with(deal.provider())
        + deal.price().map(price -> ", " + money(price)).orElse("")
        + ", for "
        + deal.name()
        + phone.map(number -> " (" + number + ")").orElse("")
        + ".";
  }

  @Override
  String askToBook() {
    return "Shall I book it?";
  }

  @Override
  String booked(Deal deal, boolean requested) {
    var what = deal.service() + " " + moment(deal.start()) + " " + with(deal.provider());
    return requested
        ? "Thank you! Your request is in: " + what + ". We'll confirm it shortly."
        : "You're booked: " + what + ", for " + deal.name() + ". See you then!";
  }

  @Override
  String moveDeal(Deal deal, ZonedDateTime from) {
    return "I'd move your "
        + deal.service()
        + " from "
        + bare(from)
        + " to "
        + bare(deal.start())
        + ", "
        + with(deal.provider())
        + ".";
  }

  @Override
  String askToMove() {
    return "Shall I move it?";
  }

  @Override
  String moved(Deal deal) {
    return "Done, your "
        + deal.service()
        + " is now "
        + moment(deal.start())
        + " "
        + with(deal.provider())
        + ". See you then!";
  }

  @Override
  String cancelDeal(Deal deal) {
    return "That's your "
        + deal.service()
        + " "
        + moment(deal.start())
        + " "
        + with(deal.provider())
        + ".";
  }

  @Override
  String askToCancel() {
    return "Shall I cancel it?";
  }

  @Override
  String cancelled(Deal deal) {
    return "Done, your "
        + deal.service()
        + " "
        + moment(deal.start())
        + " is cancelled. Just write if you need anything else.";
  }

  @Override
  String keptAsItIs() {
    return "All right, everything stays as it is.";
  }

  @Override
  String nothingBooked() {
    return "No problem, nothing has been booked. Just write whenever you like.";
  }

  @Override
  String whatToChange() {
    return "All right, I haven't booked it. Which day or time would you prefer, or what else should"
        + " be different?";
  }

  @Override
  String noneOfYours() {
    return "I can't find a coming appointment of yours here.";
  }

  @Override
  String yours(List<Deal> deals) {
    var each =
        deals.stream()
            .map(deal -> deal.service() + " " + moment(deal.start()) + " " + with(deal.provider()))
            .toList();
    return "You have " + list(each, "and") + ".";
  }

  @Override
  String askWhichOne(boolean toCancel) {
    return toCancel ? "Which appointment should I cancel?" : "Which appointment should I move?";
  }

  @Override
  String alreadyThen(String moment) {
    return "That's when you have it now: " + moment + ".";
  }

  @Override
  String moveToWhen() {
    return "When would you like to come instead?";
  }

  @Override
  String timeGone() {
    return "I'm sorry, that time has just gone.";
  }

  @Override
  String stillFree() {
    return "That took a while, but it's still free.";
  }
}
