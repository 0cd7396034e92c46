package frontdesk.agent.builtin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is remembered of a talk between two turns. Kept as JSON beside the conversation, so its
 * names are a format: another shape raises {@link #VERSION}.
 *
 * @param version of the format; one that is not ours is answered with a fresh talk
 * @param language ISO code of the language spoken; empty until something was said in one
 * @param formal the customer keeps a distance, so does the answer (Italian: Lei)
 * @param offers the times last offered, in the order they were named
 * @param proposal what waits for a yes
 * @param target the appointment to be moved or cancelled
 * @param errands what was asked for in the same breath and comes next
 * @param finished the appointments made or moved in this talk, oldest first
 * @param lastReply what was last said, so as not to say it again and again
 * @param misunderstood how many messages in a row made no sense
 */
public record DialogueState(
    int version,
    Optional<String> language,
    boolean formal,
    Goal goal,
    Wish wish,
    Person person,
    List<OfferedTime> offers,
    Question question,
    Optional<OpenProposal> proposal,
    Optional<UUID> target,
    List<Errand> errands,
    List<Booked> finished,
    String lastReply,
    int misunderstood) {

  public static final int VERSION = 3;

  public enum Goal {
    NONE,
    BOOK,
    MOVE,
    CANCEL
  }

  /** What was asked last; a bare answer is read as an answer to it. */
  public enum Question {
    NONE,
    SERVICE,
    WHEN,
    PICK_TIME,
    NAME,
    PHONE,
    CONFIRM,
    WHICH_APPOINTMENT,
    WANT_TO_BOOK,
    WANT_A_PERSON
  }

  /**
   * What the customer wants, as constraints.
   *
   * @param service what is to be booked
   * @param providers only these; empty for anyone
   * @param notProviders anyone but these
   * @param days wanted, any of them; empty for any
   * @param clocks times of day wanted, best first; empty for any
   * @param otherClocks less likely readings of the clocks
   * @param approximate the clocks are meant roughly
   * @param after only starts after this moment
   * @param before only starts before this moment
   * @param doneBy when the customer must be gone again
   * @param edge one end of what is free is wanted, so that nothing is left to choose
   * @param start the start settled on
   */
  public record Wish(
      Optional<UUID> service,
      Set<UUID> providers,
      Set<UUID> notProviders,
      List<DayRange> days,
      List<DayRange> notDays,
      List<ClockRange> clocks,
      List<ClockRange> otherClocks,
      List<ClockRange> notClocks,
      boolean approximate,
      Optional<Instant> after,
      Optional<Instant> before,
      Optional<LocalTime> doneBy,
      Edge edge,
      Optional<Instant> start) {

    public static Wish nothing() {
      return new Wish(
          Optional.empty(),
          Set.of(),
          Set.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Edge.NONE,
          Optional.empty());
    }
  }

  /** "The first you have", "the last slot of the day". */
  public enum Edge {
    NONE,
    FIRST,
    LAST
  }

  /** Both ends included. */
  public record DayRange(LocalDate first, LocalDate last) {
    boolean has(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /** A point when there is no end; else a stretch whose end is excluded. */
  public record ClockRange(LocalTime from, Optional<LocalTime> to) {
    boolean isPoint() {
      return to.isEmpty();
    }

    boolean has(LocalTime time) {
      return isPoint()
          ? time.equals(from)
          : !time.isBefore(from) && (time.isBefore(to.get()) || to.get().equals(LocalTime.MAX));
    }
  }

  /**
   * Who comes, as the customer said it; a phone said here is a claim.
   *
   * @param called what another one who comes was called in passing; the name is still to be asked
   * @param another another one than the writer comes, so the writer's own name will not do
   */
  public record Person(
      Optional<String> name,
      Optional<String> phone,
      Optional<String> email,
      Optional<String> called,
      boolean another) {
    public static Person unknown() {
      return new Person(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
  }

  /**
   * What is still to be booked in this talk, once the present one is.
   *
   * @param service none when it is the same as before
   * @param another it is for another one than the last
   * @param called what that one was called, if at all
   * @param day and time of its own; without, it follows the last
   */
  public record Errand(
      Optional<UUID> service,
      boolean another,
      Optional<String> called,
      Optional<DayRange> day,
      Optional<ClockRange> time) {

    Errand(Optional<UUID> service, boolean another, Optional<String> called) {
      this(service, another, called, Optional.empty(), Optional.empty());
    }
  }

  public record OfferedTime(UUID service, UUID provider, Instant start) {}

  public record OpenProposal(UUID id, Goal goal, Booked deal) {}

  public record Booked(
      UUID id, UUID service, UUID provider, Instant start, Instant end, String name) {}

  public static DialogueState fresh() {
    return new DialogueState(
        VERSION,
        Optional.empty(),
        false,
        Goal.NONE,
        Wish.nothing(),
        Person.unknown(),
        List.of(),
        Question.NONE,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "",
        0);
  }
}
