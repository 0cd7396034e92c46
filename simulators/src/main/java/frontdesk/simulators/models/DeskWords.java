package frontdesk.simulators.models;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The receptionist's sentences, in English and Italian, around what the tools gave. */
record DeskWords(boolean italian) {

  private static final Pattern DONE =
      Pattern.compile("(?m)^(You're booked|Booked|Moved|Cancelled|Prenotato|Spostato|Annullato): ");

  /** Whether a reply, the receptionist's or the server's own, says that something was done. */
  static boolean tellsOfSomethingDone(String reply) {
    return DONE.matcher(reply).find();
  }

  private String say(String english, String inItalian) {
    return italian ? inItalian : english;
  }

  String whichService(List<String> services) {
    return say(
            "We have: %s. Which service would you like?", "Abbiamo: %s. Quale servizio desideri?")
        .formatted(String.join(", ", services));
  }

  String whichDay() {
    return say("Which day and time would you like?", "Che giorno e a che ora preferisci?");
  }

  String noSuchTime() {
    return say("That day or time does not exist. ", "Quel giorno o quell'ora non esiste. ");
  }

  String notFree() {
    return say("That is not possible, sorry. ", "Purtroppo non è possibile. ");
  }

  String whichOf(List<String> times) {
    var numbered = new StringBuilder();
    for (int i = 0; i < times.size(); i++) {
      numbered.append(i == 0 ? "" : "; ").append(i + 1).append(") ").append(times.get(i));
    }
    return say("These times are free: %s. ", "Questi orari sono liberi: %s. ").formatted(numbered)
        + say("Which of these would you like?", "Quale di questi preferisci?");
  }

  String whatName() {
    return say("What name shall I put?", "A che nome?");
  }

  String whatPhone() {
    return say(
        "What phone number can we reach you on?", "Qual è il numero di telefono a cui trovarti?");
  }

  String wrongPhone() {
    return say("That phone number cannot be right. ", "Quel numero di telefono non va. ");
  }

  String deal(String wants, JsonNode deal) {
    return switch (wants) {
      case "move" ->
          say("I would move it to: %s. Shall I move it?", "Sposterei così: %s. Confermi?")
              .formatted(what(deal));
      case "cancel" ->
          say(
                  "I would cancel this appointment: %s. Shall I cancel it?",
                  "Annullerei questo appuntamento: %s. Confermi?")
              .formatted(what(deal));
      default ->
          say("%s, for %s. Shall I book it?", "%s, a nome %s. Confermi la prenotazione?")
              .formatted(what(deal), deal.path("name").asString(""));
    };
  }

  String stillOpen() {
    return say("Shall I go ahead with it?", "Confermi?");
  }

  String done(String wants, JsonNode appointment) {
    return switch (wants) {
          case "move" -> say("Moved: ", "Spostato: ");
          case "cancel" -> say("Cancelled: ", "Annullato: ");
          default -> say("You're booked: ", "Prenotato: ");
        }
        + what(appointment)
        + ".";
  }

  private String what(JsonNode deal) {
    return say("%s with %s, %s", "%s con %s, %s")
        .formatted(
            deal.path("service").asString(""),
            deal.path("with").asString(""),
            deal.path("say").asString(""));
  }

  String noAppointment() {
    return say(
        "I find no appointment of yours. Can I do anything else?",
        "Non trovo appuntamenti a tuo nome. Posso fare altro?");
  }

  String price(List<JsonNode> services) {
    var lines = new StringBuilder();
    for (var service : services) {
      lines
          .append(service.path("name").asString(""))
          .append(": ")
          .append(service.path("price").asString(""))
          .append(", ")
          .append(service.path("minutes").asInt(0))
          .append(say(" minutes. ", " minuti. "));
    }
    return lines.toString();
  }

  String hours(Map<String, String> byDay) {
    var different = byDay.values().stream().distinct().toList();
    if (different.size() == 1 && different.getFirst().matches("\\S+-\\S+")) {
      var hours = different.getFirst().split("-");
      return say(
              "We are open every day from %s to %s. ",
              "Siamo aperti ogni giorno dalle %s alle %s. ")
          .formatted(hours[0], hours[1]);
    }
    var lines = new StringBuilder(say("We are open: ", "Siamo aperti: "));
    byDay.forEach((day, hours) -> lines.append(day).append(' ').append(hours).append(". "));
    return lines.toString();
  }

  String place(String address) {
    return address.isEmpty()
        ? say("I do not have the address at hand. ", "Non ho l'indirizzo sottomano. ")
        : address + ". ";
  }

  String person() {
    return say(
        "Of course. A person of our team will answer you here.",
        "Certo. Una persona del team ti risponderà qui.");
  }

  String nothing() {
    return say(
        "All right, no problem. Have a nice day!", "Va bene, nessun problema. Buona giornata!");
  }

  String thanks() {
    return say("You are welcome!", "Grazie a te!");
  }
}
