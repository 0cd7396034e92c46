package frontdesk.agent;

import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.Offer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What the tools have said in a conversation: all that a reply may rely on beside the business's
 * own facts. Kept with the conversation, newest last.
 *
 * @param offers times found free
 * @param refused starts that cannot be had
 * @param appointments the contact's own, as last seen
 * @param deal the change that is proposed and waits for a yes
 * @param deeds changes carried out
 * @param details what the customer said of themselves
 */
public record Findings(
    List<Offer> offers,
    List<Instant> refused,
    List<AppointmentFacts> appointments,
    Optional<Deal> deal,
    List<Deed> deeds,
    Optional<Details> details) {

  public static final Findings NONE =
      new Findings(List.of(), List.of(), List.of(), Optional.empty(), List.of(), Optional.empty());

  /** Beyond these the oldest are forgotten: nobody relies on them any more. */
  private static final int MOST_OFFERS = 400;

  private static final int MOST_OFFERS_KEPT = 60;

  private static final int MOST_OTHERS = 12;

  /** What a change does to the books. */
  public enum Kind {
    BOOK,
    MOVE,
    CANCEL
  }

  public record Deal(UUID proposal, Kind kind, AppointmentFacts facts) {}

  /**
   * @param before where the appointment was, when it was moved
   */
  public record Deed(UUID run, Kind kind, AppointmentFacts appointment, Optional<Instant> before) {}

  public record Details(Optional<String> name, Optional<String> phone, Optional<String> email) {}

  Findings withOffers(List<Offer> more) {
    return new Findings(
        newest(offers, more, MOST_OFFERS), refused, appointments, deal, deeds, details);
  }

  /**
   * What is worth keeping until the next turn: the offers that were named, or a few of them all.
   */
  Findings keeping(Predicate<Offer> named) {
    var said = offers.stream().filter(named).toList();
    var kept = said.isEmpty() ? offers.subList(0, Math.min(offers.size(), MOST_OTHERS)) : said;
    return new Findings(
        newest(List.of(), kept, MOST_OFFERS_KEPT), refused, appointments, deal, deeds, details);
  }

  Findings withRefused(Instant start) {
    return new Findings(
        offers, newest(refused, List.of(start), MOST_OTHERS), appointments, deal, deeds, details);
  }

  Findings withAppointments(List<AppointmentFacts> seen) {
    return new Findings(offers, refused, seen, deal, deeds, details);
  }

  Findings withDeal(Deal proposed) {
    return new Findings(offers, refused, appointments, Optional.of(proposed), deeds, details);
  }

  Findings withoutDeal() {
    return new Findings(offers, refused, appointments, Optional.empty(), deeds, details);
  }

  /** As if the contact had no appointments. */
  Findings withoutBooks() {
    return new Findings(offers, refused, List.of(), deal, List.of(), details);
  }

  /** What was proposed has been done, or something else instead of it. */
  Findings withDeed(Deed deed) {
    return new Findings(
        offers,
        refused,
        appointments,
        Optional.empty(),
        newest(deeds, List.of(deed), MOST_OTHERS),
        details);
  }

  Findings withDetails(Details said) {
    return new Findings(offers, refused, appointments, deal, deeds, Optional.of(said));
  }

  boolean offered(Instant start) {
    return offers.stream().anyMatch(offer -> offer.start().equals(start));
  }

  private static <T> List<T> newest(List<T> old, List<T> more, int most) {
    var all = new ArrayList<>(old);
    all.removeAll(more);
    all.addAll(more);
    return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
  }
}
