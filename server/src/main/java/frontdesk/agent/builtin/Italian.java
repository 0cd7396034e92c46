package frontdesk.agent.builtin;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.Reason;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.agent.tools.Toolbox.Stretch;
import frontdesk.tenancy.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tu, or Lei with those who keep a distance. */
final class Italian extends Voice {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ITALY);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d MMM H:mm", Locale.ITALY);

  private final boolean formal;

  Italian(boolean formal, BusinessFacts business, LocalDate today) {
    super(business, today);
    this.formal = formal;
  }

  private String you(String tu, String lei) {
    return formal ? lei : tu;
  }

  @Override
  Locale locale() {
    return Locale.ITALIAN;
  }

  @Override
  String hello(ZonedDateTime now) {
    var greeting = now.getHour() < 17 ? "Buongiorno!" : "Buonasera!";
    return you("Ciao!", greeting);
  }

  @Override
  String offerHelp() {
    return you("Cosa posso fare per te?", "Cosa posso fare per Lei?");
  }

  @Override
  String wellThanks() {
    return "Benissimo, grazie!";
  }

  @Override
  String welcome() {
    return "Prego, figurati!".replace("figurati", you("figurati", "si figuri"));
  }

  @Override
  String goodbye() {
    return you("A presto, buona giornata!", "Arrivederci e buona giornata!");
  }

  @Override
  String hereIfNeeded() {
    return you(
        "Va bene. Se ti serve altro, scrivimi pure.",
        "Va bene. Se Le serve altro, mi scriva pure.");
  }

  @Override
  String noted() {
    return "Grazie, ho preso nota.";
  }

  @Override
  String whoAmI() {
    return "Sono l'assistente AI di "
        + business.name()
        + you(
            "; quando vuoi può subentrare un collega.",
            "; quando vuole può subentrare un collega.");
  }

  @Override
  String offTopic() {
    return "Su questo non posso aiutare: mi occupo degli appuntamenti e delle domande su "
        + business.name()
        + ".";
  }

  @Override
  String onlyYours() {
    return "Posso vedere e cambiare solo gli appuntamenti presi in questa chat.";
  }

  @Override
  String sorryToAnnoy() {
    return "Mi dispiace di non essere stato d'aiuto.";
  }

  @Override
  String unclear() {
    return you(
        "Scusami, non sono sicuro di cosa intendi.", "Mi scusi, non sono sicuro di cosa intenda.");
  }

  @Override
  String whatICanDo() {
    return "Posso prenotare, spostare o disdire un appuntamento e dire servizi, prezzi e orari.";
  }

  @Override
  String askPerson() {
    return you("Vuoi che ti passi un collega?", "Vuole che Le passi un collega?");
  }

  @Override
  String handoff(boolean phoneKnown) {
    return you(
            "Ti passo a un collega, che ti risponde qui appena può.",
            "La passo a un collega, che Le risponde qui appena può.")
        + (phoneKnown
            ? ""
            : you(
                " Se preferisci una chiamata, lascia qui il tuo numero.",
                " Se preferisce una chiamata, lasci qui il Suo numero."));
  }

  @Override
  String sorryToHear() {
    return "Mi dispiace molto.";
  }

  @Override
  String weOffer(List<ServiceFacts> services) {
    return "Facciamo " + list(services.stream().map(this::withPrice).toList(), "e") + ".";
  }

  private String withPrice(ServiceFacts service) {
    return service.name() + service.price().map(price -> " (" + money(price) + ")").orElse("");
  }

  @Override
  String notOffered() {
    return "Questo purtroppo non è tra i nostri servizi.";
  }

  @Override
  String askService() {
    return you("Cosa vuoi prenotare?", "Cosa desidera prenotare?");
  }

  @Override
  String askWhichService(List<String> names) {
    return "Quale servizio: " + list(names, "o") + "?";
  }

  @Override
  String oneAtATime(String first) {
    return "Facciamo uno alla volta, cominciando da " + first + ".";
  }

  @Override
  String youFirst() {
    return you(
        "Li prenoto uno dopo l'altro, cominciando da te.",
        "Li prenoto uno dopo l'altro, cominciando da Lei.");
  }

  @Override
  String oneByOne() {
    return "Li prenoto uno dopo l'altro.";
  }

  @Override
  String nowThe(String service) {
    return "Adesso passiamo a " + service + ".";
  }

  @Override
  String nowTheOther(Optional<String> called) {
    return called
        .map(name -> "Adesso passiamo a " + name + ".")
        .orElse("Adesso passiamo alla seconda persona.");
  }

  @Override
  String askWhen() {
    return you("Quando vorresti venire?", "Quando vorrebbe venire?");
  }

  @Override
  String askOtherTime() {
    return you(
        "Quale altro giorno o orario preferisci?", "Quale altro giorno o orario preferisce?");
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
  String askName() {
    return "A che nome lo segno?";
  }

  @Override
  String askFullName(String called) {
    return "Qual è il nome completo di " + called + "?";
  }

  @Override
  String askPhone() {
    return "Mi lasci un numero di telefono?";
  }

  @Override
  String noPhone() {
    return "Non sembra un numero di telefono completo.";
  }

  @Override
  String phoneNeeded() {
    return "Per la prenotazione mi serve un numero, nel caso cambi qualcosa.";
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

  private String bare(ZonedDateTime at) {
    return date(at.toLocalDate()) + " " + at(at.toLocalTime());
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

  @Override
  String wantToBook(String service) {
    return you("Vuoi prenotare?", "Desidera prenotare?");
  }

  @Override
  String price(String service, Optional<Money> price) {
    return price
        .map(amount -> service + ": " + money(amount) + ".")
        .orElse("Il prezzo per " + service + " qui non ce l'ho; posso chiedere a un collega.");
  }

  @Override
  String duration(String service, int minutes) {
    return service + " dura " + minutes + " minuti.";
  }

  @Override
  String hoursOn(ZonedDateTime day, List<Stretch> hours) {
    return capital(on(day.toLocalDate()))
        + (hours.isEmpty() ? " siamo chiusi." : " siamo aperti " + stretches(hours) + ".");
  }

  @Override
  String hoursOfWeek() {
    var parts = new ArrayList<String>();
    var days = DayOfWeek.values();
    for (int i = 0; i < days.length; ) {
      var hours = business.hours().getOrDefault(days[i], List.of());
      int j = i;
      while (j + 1 < days.length
          && business.hours().getOrDefault(days[j + 1], List.of()).equals(hours)) {
        j++;
      }
      if (!hours.isEmpty()) {
        parts.add(
            (i == j ? name(days[i]) : "da " + name(days[i]) + " a " + name(days[j]))
                + " "
                + stretches(hours));
      }
      i = j + 1;
    }
    return parts.isEmpty() ? "Al momento siamo chiusi." : "Siamo aperti " + list(parts, "e") + ".";
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ITALY);
  }

  private String stretches(List<Stretch> hours) {
    return list(hours.stream().map(s -> from(s.open()) + " " + at(s.close())).toList(), "e");
  }

  private String from(LocalTime time) {
    return (time.getHour() == 1 ? "dall'" : "dalle ") + time(time);
  }

  @Override
  String address() {
    return business
        .address()
        .map(address -> you("Ci trovi in ", "Ci trova in ") + address + ".")
        .orElse("L'indirizzo qui purtroppo non ce l'ho; posso chiedere a un collega.");
  }

  @Override
  String contact() {
    var ways = new ArrayList<String>();
    business.phone().ifPresent(phone -> ways.add("per telefono al " + phone));
    business.email().ifPresent(email -> ways.add("per e-mail a " + email));
    business.website().ifPresent(site -> ways.add("su " + site));
    return ways.isEmpty()
        ? you(
            "Ci trovi qui; posso passarti un collega.", "Ci trova qui; posso passarLe un collega.")
        : you("Ci trovi ", "Ci trova ") + list(ways, "o") + ", oppure qui.";
  }

  @Override
  String dontKnow() {
    return "Questo purtroppo non lo so; se serve posso chiedere a un collega.";
  }

  @Override
  String yesWord() {
    return "Sì";
  }

  @Override
  String noWord() {
    return "No";
  }

  @Override
  String weekday(LocalDate day) {
    return name(day.getDayOfWeek());
  }

  @Override
  String date(LocalDate day) {
    var date = DATE.format(day);
    return (day.getDayOfMonth() == 1 ? date.replace(" 1 ", " 1º ") : date) + yearOf(day);
  }

  @Override
  String at(LocalTime time) {
    return (time.getHour() == 1 ? "all'" : "alle ") + time(time);
  }

  @Override
  String on(LocalDate day) {
    return date(day);
  }

  @Override
  String or() {
    return "o";
  }

  @Override
  String and() {
    return "e";
  }

  @Override
  String with(String provider) {
    if (provider.matches("(?i)(dr|dott|dottor|avv|ing|prof|sig)\\.? .*")) {
      return "con il " + provider;
    }
    return provider.matches("(?i)(dr|dott|avv|prof|sig)\\.?(ssa|ra)\\.? .*|(?i)dottoressa .*")
        ? "con la " + provider
        : "con " + provider;
  }

  @Override
  String money(Money money) {
    var code = money.currency().getCurrencyCode();
    return amount(money).replace('.', ',') + " " + (code.equals("EUR") ? "€" : code);
  }

  @Override
  String shortTime(ZonedDateTime time, boolean withDay) {
    return withDay ? SHORT.format(time) : time(time.toLocalTime());
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
