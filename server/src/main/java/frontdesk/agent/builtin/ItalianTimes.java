package frontdesk.agent.builtin;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.Reason;
import frontdesk.agent.tools.Toolbox.Stretch;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Italian for free times and for what is booked, moved and cancelled. */
abstract class ItalianTimes extends ItalianWords {

  ItalianTimes(boolean formal, BusinessFacts business, LocalDate today) {
    super(formal, business, today);
  }

  @Override
  String firstFree(String times) {
    return "I primi posti liberi sono " + times + ".";
  }

  @Override
  String iHave(String service, String times) {
    return "Per " + service + " ho posto " + times + ".";
  }

  @Override
  String askWhichTime() {
    return you("Quale preferisci?", "Quale preferisce?");
  }

  @Override
  String askIfOneSuits() {
    return you("Quale di questi orari preferisci?", "Quale di questi orari preferisce?");
  }

  @Override
  String onlyThis(String time) {
    return "L'unico posto che ho è " + time + ".";
  }

  @Override
  String askIfItSuits() {
    return "Va bene così?";
  }

  @Override
  String isFree(String service, ZonedDateTime start, String provider) {
    return service + " " + moment(start) + " " + with(provider) + ": c'è posto.";
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
    var time = wanted.filter(at -> !whole).map(this::moment);
    return switch (reason) {
      case CLOSED -> capital(day.orElse("quel giorno")) + " siamo chiusi.";
      case OUTSIDE_HOURS ->
          hours.isEmpty()
              ? "A quell'ora non siamo aperti."
              : "Non rientra nei nostri orari: "
                  + day.map(on -> on + " siamo").orElse("siamo")
                  + " aperti "
                  + stretches(hours)
                  + " e "
                  + service
                  + " dura "
                  + minutes
                  + " minuti.";
      case PAST -> "Quell'ora è già passata.";
      case TOO_SOON -> "È un po' troppo presto per noi.";
      case TOO_FAR -> "Non prendiamo ancora appuntamenti così avanti.";
      default ->
          time.map(at -> "Mi dispiace, " + at + " è già occupato.")
              .or(() -> day.map(on -> "Mi dispiace, " + on + " non ho posto così."))
              .orElse("Mi dispiace, lì non ho posto.");
    };
  }

  @Override
  String noSuchDay() {
    return "Quella data non esiste sul calendario.";
  }

  @Override
  String noSuchHour() {
    return "Quell'ora, quel giorno, non esiste.";
  }

  @Override
  String pastDay() {
    return "Quel giorno è già passato.";
  }

  @Override
  String nothingEarlier() {
    return "Prima, quel giorno, non ho posto.";
  }

  @Override
  String nothingLater() {
    return "Più tardi, quel giorno, non ho posto.";
  }

  @Override
  String nothingFree() {
    return "Mi dispiace, lì non ho posto.";
  }

  @Override
  String providerDoesNot(String provider, String service, List<String> others) {
    return provider
        + " non fa "
        + service
        + (others.isEmpty()
            ? "."
            : ", ma " + list(others, "e") + (others.size() == 1 ? " sì." : " sì."));
  }

  @Override
  String deal(Deal deal, Optional<String> phone) {
    return "Allora: "
        + deal.service()
        + " "
        + moment(deal.start())
        + " "
        + with(deal.provider())
        + deal.price().map(price -> ", " + money(price)).orElse("")
        + ", a nome "
        + deal.name()
        + phone.map(number -> " (" + number + ")").orElse("")
        + ".";
  }

  @Override
  String askToBook() {
    return "Confermo?";
  }

  @Override
  String booked(Deal deal, boolean requested) {
    var what = deal.service() + " " + moment(deal.start()) + " " + with(deal.provider());
    return requested
        ? "Grazie! La richiesta è registrata: " + what + ". La confermiamo a breve."
        : "Prenotato: "
            + what
            + ", a nome "
            + deal.name()
            + you(". Ti aspettiamo!", ". La aspettiamo!");
  }

  @Override
  String moveDeal(Deal deal, ZonedDateTime from) {
    return "Sposterei "
        + deal.service()
        + " (adesso è "
        + bare(from)
        + "): il nuovo orario sarebbe "
        + bare(deal.start())
        + ", "
        + with(deal.provider())
        + ".";
  }

  @Override
  String askToMove() {
    return "Lo sposto?";
  }

  @Override
  String moved(Deal deal) {
    return "Fatto, "
        + deal.service()
        + " ora è "
        + moment(deal.start())
        + " "
        + with(deal.provider())
        + you(". Ti aspettiamo!", ". La aspettiamo!");
  }

  @Override
  String cancelDeal(Deal deal) {
    return "È l'appuntamento per "
        + deal.service()
        + " di "
        + bare(deal.start())
        + " "
        + with(deal.provider())
        + ".";
  }

  @Override
  String askToCancel() {
    return "Lo annullo?";
  }

  @Override
  String cancelled(Deal deal) {
    return "Fatto, l'appuntamento per "
        + deal.service()
        + " di "
        + bare(deal.start())
        + " è annullato."
        + you(
            " Se vuoi un altro momento, scrivimi pure.",
            " Se vuole un altro momento, mi scriva pure.");
  }

  @Override
  String keptAsItIs() {
    return "D'accordo, resta tutto com'è.";
  }

  @Override
  String nothingBooked() {
    return you(
        "Nessun problema, non ho prenotato nulla. Se cambi idea scrivimi pure.",
        "Nessun problema, non ho prenotato nulla. Se cambia idea mi scriva pure.");
  }

  @Override
  String whatToChange() {
    return "D'accordo, non ho prenotato. "
        + you(
            "Quale giorno o orario preferisci, o cos'altro cambiamo?",
            "Quale giorno o orario preferisce, o cos'altro cambiamo?");
  }

  @Override
  String noneOfYours() {
    return you(
        "Qui non trovo appuntamenti tuoi in programma.",
        "Qui non trovo Suoi appuntamenti in programma.");
  }

  @Override
  String yours(List<Deal> deals) {
    var each =
        deals.stream()
            .map(deal -> deal.service() + " " + moment(deal.start()) + " " + with(deal.provider()))
            .toList();
    return you("Hai ", "Ha ") + list(each, "e") + ".";
  }

  @Override
  String askWhichOne(boolean toCancel) {
    return toCancel ? "Quale appuntamento annullo?" : "Quale appuntamento sposto?";
  }

  @Override
  String alreadyThen(String moment) {
    return "L'appuntamento è già " + moment + ".";
  }

  @Override
  String moveToWhen() {
    return you("Quando vorresti venire invece?", "Quando vorrebbe venire invece?");
  }

  @Override
  String timeGone() {
    return "Mi dispiace, quel posto è appena andato via.";
  }

  @Override
  String stillFree() {
    return "È passato un po' di tempo, ma il posto c'è ancora.";
  }
}
