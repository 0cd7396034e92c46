package frontdesk.agent;

import frontdesk.agent.Findings.Deal;
import frontdesk.agent.Findings.Deed;
import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.Offer;
import frontdesk.http.Texts;
import frontdesk.tenancy.Tenant;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Sentences the server writes itself, from records: what is true, in the customer's language. */
record Statements(Locale language, ZoneId zone) {

  private static final int MOST_OFFERS = 4;

  private boolean italian() {
    return language.getLanguage().equals("it");
  }

  /** What this run can say for certain, the weightiest first. */
  String truth(Draft draft, RecordedTools tools) {
    if (!tools.deeds().isEmpty()) {
      return deed(tools.deeds().getLast());
    }
    if (draft.handoff().isPresent()) {
      return passedOn();
    }
    if (tools.proposed().isPresent()) {
      return deal(tools.proposed().get());
    }
    if (!tools.offered().isEmpty()) {
      return offers(tools.offered());
    }
    return tools.findings().deal().map(this::deal).orElseGet(this::notSure);
  }

  String disclosure(String business, Tenant.Disclosure own) {
    return own.in(language).orElseGet(() -> Texts.say(language, "agent.disclosure", business));
  }

  /** Tells what came without words, and what comes next: a person, or a request for words. */
  String received(String kind, boolean person) {
    return what(kind) + " " + (person ? passedOn() : asksForWords(kind));
  }

  private String what(String kind) {
    return switch (kind) {
      case "image" ->
          italian()
              ? "Ho ricevuto la tua immagine, ma qui non riesco a vederla."
              : "I've got your picture, but I can't look at it here.";
      case "audio" ->
          italian()
              ? "Ho ricevuto il tuo messaggio vocale, ma qui non riesco ad ascoltarlo."
              : "I've got your voice message, but I can't listen to it here.";
      case "video" ->
          italian()
              ? "Ho ricevuto il tuo video, ma qui non riesco a guardarlo."
              : "I've got your video, but I can't watch it here.";
      case "file" ->
          italian()
              ? "Ho ricevuto il tuo file, ma qui non riesco ad aprirlo."
              : "I've got your file, but I can't open it here.";
      case "location" ->
          italian() ? "Ho ricevuto la posizione, grazie." : "I've got the location, thank you.";
      case "order" -> italian() ? "Ho ricevuto il tuo ordine." : "I've got your order.";
      default ->
          italian()
              ? "Ho ricevuto un messaggio che qui non riesco a leggere."
              : "I've got a message that I can't read here.";
    };
  }

  private String asksForWords(String kind) {
    if (kind.equals("location")) {
      return italian() ? "Come posso aiutarti?" : "How can I help you?";
    }
    return italian() ? "Puoi scrivermi di cosa si tratta?" : "Could you write me what it is about?";
  }

  String passedOn() {
    return italian()
        ? "Passo la conversazione a una persona del team, che ti risponderà qui."
        : "I'm passing this on to a person of our team, who will answer you here.";
  }

  String notSure() {
    return italian()
        ? "Su questo non posso darti una risposta certa. Vuoi che controlli un orario, o preferisci"
            + " parlare con una persona?"
        : "I can't give you a sure answer on that. Shall I look up a time, or would you rather talk"
            + " to a person?";
  }

  String deal(Deal deal) {
    var facts = deal.facts();
    return switch (deal.kind()) {
      case BOOK ->
          (italian() ? "%s, a nome %s. Confermi la prenotazione?" : "%s, for %s. Shall I book it?")
              .formatted(what(facts), facts.name());
      case MOVE ->
          (italian() ? "Sposterei così: %s. Confermi?" : "I would move it to: %s. Shall I do that?")
              .formatted(what(facts));
      case CANCEL ->
          (italian()
                  ? "Annullerei questo appuntamento: %s. Confermi?"
                  : "I would cancel this appointment: %s. Shall I do that?")
              .formatted(what(facts));
    };
  }

  String deed(Deed deed) {
    var facts = deed.appointment();
    var requested = facts.status().equals("requested");
    var sentence =
        switch (deed.kind()) {
          case BOOK ->
              requested
                  ? italian()
                      ? "La richiesta è registrata: %s. Ti confermeremo a breve."
                      : "Your request is in: %s. We will confirm it shortly."
                  : italian() ? "Prenotato: %s." : "Booked: %s.";
          case MOVE -> italian() ? "Spostato: %s." : "Moved: %s.";
          case CANCEL -> italian() ? "Annullato: %s." : "Cancelled: %s.";
        };
    return sentence.formatted(what(facts));
  }

  String offers(List<Offer> offers) {
    var times =
        offers.stream()
            .map(Offer::start)
            .distinct()
            .sorted()
            .limit(MOST_OFFERS)
            .map(this::when)
            .toList();
    if (times.size() == 1) {
      return (italian()
              ? "C'è posto %s. Ti va bene?"
              : "There is a free time on %s. Does it suit you?")
          .formatted(times.getFirst());
    }
    return (italian()
            ? "Ecco gli orari liberi: %s. Quale preferisci?"
            : "These times are free: %s. Which one suits you?")
        .formatted(String.join("; ", times));
  }

  String what(AppointmentFacts facts) {
    return italian()
        ? "%s con %s, %s".formatted(facts.serviceName(), facts.providerName(), when(facts.start()))
        : "%s with %s, %s"
            .formatted(facts.serviceName(), facts.providerName(), when(facts.start()));
  }

  /** Short enough for a button of any channel, and understood when it is sent. */
  String shortTime(Instant start) {
    return DateTimeFormatter.ofPattern(
            "EEE d MMM H:mm", italian() ? Locale.ITALIAN : Locale.ENGLISH)
        .format(start.atZone(zone));
  }

  private String when(Instant start) {
    var pattern = italian() ? "EEEE d MMMM 'alle' HH:mm" : "EEEE d MMMM 'at' HH:mm";
    return DateTimeFormatter.ofPattern(pattern, italian() ? Locale.ITALIAN : Locale.ENGLISH)
        .format(start.atZone(zone));
  }
}
