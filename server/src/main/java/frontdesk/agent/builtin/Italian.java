package frontdesk.agent.builtin;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tu, or Lei with those who keep a distance. */
final class Italian extends ItalianTimes {

  Italian(boolean formal, BusinessFacts business, LocalDate today) {
    super(formal, business, today);
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
        "Facciamo uno dopo l'altro, cominciando da te.",
        "Facciamo uno dopo l'altro, cominciando da Lei.");
  }

  @Override
  String oneByOne() {
    return "Facciamo uno dopo l'altro.";
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
  String wantToBook(String service) {
    return you("Vuoi prenotare?", "Desidera prenotare?");
  }

  @Override
  String yesWord() {
    return "Sì";
  }

  @Override
  String noWord() {
    return "No";
  }
}
