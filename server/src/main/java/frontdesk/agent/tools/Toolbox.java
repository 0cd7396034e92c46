package frontdesk.agent.tools;

import frontdesk.tenancy.Money;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The tools of one run: bound to its tenant, contact and conversation, which no argument can name.
 * Readers answer at once. What changes something is proposed first and committed only after a later
 * message of the customer has accepted that proposal; the toolbox refuses otherwise.
 */
public interface Toolbox {

  BusinessFacts business();

  /** What can be booked now, in the order the business gave; archived and providerless left out. */
  List<ServiceFacts> services();

  FoundTimes findTimes(TimesQuery query);

  /** The contact's own appointments that are still to come, soonest first. */
  List<AppointmentFacts> ownAppointments();

  /** Places a hold where the change needs time; replaces this contact's earlier open proposal. */
  Proposed propose(Change change);

  Committed commit(UUID proposal);

  /** Gives a hold back; unknown or settled proposals are left alone. */
  void withdraw(UUID proposal);

  /**
   * Keeps what the customer said of themselves; a phone said here is a claim, never an identity.
   */
  void leaveDetails(Optional<String> name, Optional<String> phone, Optional<String> email);

  /**
   * @param hours opening hours by weekday, each stretch with its end excluded; a missing day is
   *     closed
   * @param exceptions days that differ: no stretches means closed
   */
  record BusinessFacts(
      String name,
      ZoneId zone,
      Locale locale,
      String country,
      Map<DayOfWeek, List<Stretch>> hours,
      Map<LocalDate, List<Stretch>> exceptions,
      Optional<String> address,
      Optional<String> phone,
      Optional<String> email,
      Optional<String> website) {}

  /** A close of 00:00 is the end of the day. */
  record Stretch(LocalTime open, LocalTime close) {

    /** The whole day, from midnight to midnight. */
    public boolean wholeDay() {
      return open.equals(LocalTime.MIDNIGHT) && close.equals(LocalTime.MIDNIGHT);
    }

    /** Its end, midnight being the last moment of the day. */
    public LocalTime end() {
      return close.equals(LocalTime.MIDNIGHT) ? LocalTime.MAX : close;
    }

    /** "09:00-18:00", and "18:00-24:00" to midnight. */
    public String written() {
      return open + "-" + (close.equals(LocalTime.MIDNIGHT) ? "24:00" : close);
    }
  }

  record ServiceFacts(
      UUID id, String name, int minutes, Optional<Money> price, List<ProviderFacts> providers) {}

  record ProviderFacts(UUID id, String name) {}

  /**
   * @param providers only these; empty for anyone
   * @param windows starts are looked for inside these, in order; ends excluded
   * @param limit how many offers at most
   * @param forMove the appointment whose own time counts as free, when one is being moved
   */
  record TimesQuery(
      UUID service, Set<UUID> providers, List<Window> windows, int limit, Optional<UUID> forMove) {}

  record Window(Instant from, Instant to) {}

  /** A start that is free now, and who would give it. */
  record Offer(UUID service, UUID provider, Instant start, Instant end) {}

  sealed interface FoundTimes {
    /** In time order, one offer a start. */
    record Times(List<Offer> offers) implements FoundTimes {}

    /** Nothing in the windows; the nearest free starts around them, at most three. */
    record NoTimes(Reason reason, List<Offer> nearest) implements FoundTimes {}
  }

  enum Reason {
    TAKEN,
    CLOSED,
    OUTSIDE_HOURS,
    PAST,
    TOO_SOON,
    TOO_FAR,
    NOT_OFFERED_BY_PROVIDER,
    UNKNOWN,
    NOT_ACCEPTED,
    EXPIRED,
    INVALID_PHONE
  }

  sealed interface Change {
    /**
     * @param providers who may give it, any of them; empty for anyone
     * @param name of who comes
     * @param phone as said; read by the business's country
     */
    record Book(UUID service, Set<UUID> providers, Instant start, String name, String phone)
        implements Change {}

    record Move(UUID appointment, Set<UUID> providers, Instant start) implements Change {}

    record Cancel(UUID appointment) implements Change {}
  }

  sealed interface Proposed {
    /** The deal as it would be; for a cancellation, the appointment that would end. */
    record Proposal(UUID id, Change change, AppointmentFacts deal, Instant until)
        implements Proposed {}

    record Refused(Reason reason, List<Offer> alternatives) implements Proposed {}
  }

  sealed interface Committed {
    record Done(AppointmentFacts appointment) implements Committed {}

    record Refused(Reason reason, List<Offer> alternatives) implements Committed {}
  }

  /**
   * @param id the appointment's; a proposal's before there is one
   * @param phone E.164
   */
  record AppointmentFacts(
      UUID id,
      UUID service,
      String serviceName,
      UUID provider,
      String providerName,
      Instant start,
      Instant end,
      Optional<Money> price,
      String name,
      Optional<String> phone,
      String status) {}
}
