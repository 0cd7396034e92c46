package frontdesk.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When something could be booked. */
@Service
public class FreeTimes {

  private static final int NEAREST = 3;

  /** From nearly had to out of reach. */
  private static final List<Reason> HOPE =
      List.of(
          Reason.TAKEN,
          Reason.BETWEEN_STARTS,
          Reason.OUTSIDE_HOURS,
          Reason.CLOSED,
          Reason.TOO_SOON,
          Reason.TOO_FAR,
          Reason.PAST);

  /**
   * @param providers only these; empty for anyone
   * @param windows starts are looked for inside these; ends excluded
   * @param limit how many starts at most
   * @param forMove the appointment whose own time counts as free, when one is being moved
   * @param holder whose own hold counts as free
   */
  public record Query(
      UUID service,
      Set<UUID> providers,
      List<Span> windows,
      int limit,
      Optional<UUID> forMove,
      Optional<UUID> holder) {}

  /** What was found: times, or why there are none. */
  public sealed interface Found {
    /** In time order, one offer a start. */
    record Times(List<Slot> slots) implements Found {}

    record None(Refusal refusal) implements Found {}
  }

  private final ServiceStore services;
  private final AppointmentStore appointments;
  private final HoldStore holds;
  private final Plans plans;

  FreeTimes(ServiceStore services, AppointmentStore appointments, HoldStore holds, Plans plans) {
    this.services = services;
    this.appointments = appointments;
    this.holds = holds;
    this.plans = plans;
  }

  @Transactional(readOnly = true)
  public Found find(Query query) {
    var planner = planner(query);
    if (planner.isEmpty()) {
      return new Found.None(Refusal.because(Reason.NOT_BOOKABLE));
    }
    var asked = planner.get().only(query.providers());
    var windows =
        query.windows().isEmpty() ? planner.get().bookable().stream().toList() : query.windows();
    if (windows.isEmpty()) {
      return new Found.None(Refusal.because(Reason.TOO_FAR));
    }
    var found = new ArrayList<Slot>();
    windows.forEach(window -> found.addAll(asked.free(window)));
    found.sort(Comparator.comparing(Slot::start));
    var slots = Planner.onePerStart(found).stream().limit(query.limit()).toList();
    return slots.isEmpty()
        ? new Found.None(refusal(planner.get(), asked, windows))
        : new Found.Times(slots);
  }

  /** Every provider's free slots inside the window, in time order; empty for an unknown service. */
  @Transactional(readOnly = true)
  public List<Slot> list(UUID service, Set<UUID> providers, Span window) {
    var planner =
        services
            .find(service)
            .filter(BookableService::bookable)
            .map(found -> plans.of(found, window, Plans.Ignored.NOTHING));
    return planner.map(all -> all.only(providers).free(window)).orElse(List.of());
  }

  private Optional<Planner> planner(Query query) {
    var ignored = new Plans.Ignored(ownHolds(query.holder()), query.forMove());
    return query.forMove().isPresent()
        ? appointments.find(query.forMove().get()).map(moved -> plans.forMoveOf(moved, ignored))
        : services
            .find(query.service())
            .filter(BookableService::bookable)
            .map(service -> plans.of(service, ignored));
  }

  private Set<UUID> ownHolds(Optional<UUID> holder) {
    return holder
        .map(holds::of)
        .map(own -> Set.copyOf(own.stream().map(Hold::id).toList()))
        .orElse(Set.of());
  }

  static Refusal refusal(Planner everyone, Set<UUID> providers, Instant start) {
    return refusal(everyone, everyone.only(providers), List.of(at(start)));
  }

  /**
   * Why nothing is free there, and what is: with those who were asked for, else with anyone. Of
   * several windows the one speaks that came nearest to having something.
   */
  private static Refusal refusal(Planner everyone, Planner asked, List<Span> windows) {
    var hopeful =
        asked.diaries().isEmpty()
            ? windows.getFirst()
            : windows.stream()
                .min(Comparator.comparing(window -> HOPE.indexOf(asked.whyNot(window))))
                .orElseThrow();
    var nearest = asked.nearest(hopeful, NEAREST);
    return new Refusal(
        reason(everyone, asked, hopeful),
        nearest.isEmpty() ? everyone.nearest(hopeful, NEAREST) : nearest);
  }

  private static Reason reason(Planner everyone, Planner asked, Span window) {
    if (everyone.diaries().isEmpty()) {
      return Reason.NOT_BOOKABLE;
    }
    return asked.diaries().isEmpty() ? Reason.NOT_OFFERED_BY_PROVIDER : asked.whyNot(window);
  }

  static Span at(Instant start) {
    return new Span(start, start.plusNanos(1));
  }
}
