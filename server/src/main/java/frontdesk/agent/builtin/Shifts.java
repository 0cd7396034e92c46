package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.ClockRange;
import frontdesk.agent.builtin.DialogueState.DayRange;
import frontdesk.agent.builtin.DialogueState.OfferedTime;
import frontdesk.agent.language.TimeMention.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** "An hour later", "anything earlier?", "right after": wishes counted from what was agreed. */
final class Shifts {

  private final Talk talk;
  private final WishDraft wish;

  Shifts(Talk talk) {
    this.talk = talk;
    this.wish = talk.wish;
  }

  /** "An hour later", "same time", "anything earlier?": counted from the anchor. */
  boolean moves(List<Shift> shifts, ZonedDateTime anchor, boolean noClock, boolean newDays) {
    for (var shift : shifts) {
      switch (shift) {
        case Shift.Later later when noClock && !newDays -> {
          if (later.by().isPresent()) {
            settleNear(anchor.plus(later.by().get()));
          } else {
            var from = last(anchor);
            bound(Optional.of(from.toInstant()), Optional.empty(), from.toLocalDate());
          }
          return true;
        }
        case Shift.Earlier earlier when noClock && !newDays -> {
          if (earlier.by().isPresent()) {
            settleNear(anchor.minus(earlier.by().get()));
          } else {
            var until = first(anchor);
            bound(Optional.empty(), Optional.of(until.toInstant()), until.toLocalDate());
          }
          return true;
        }
        case Shift.RightAfter after when noClock -> {
          var end = talk.finished.isEmpty() ? anchor : talk.local(talk.finished.getLast().end());
          settleNear(end);
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private ZonedDateTime last(ZonedDateTime anchor) {
    boolean settled = wish.start.isPresent() || talk.proposal.isPresent() || talk.offers.isEmpty();
    return settled
        ? anchor
        : talk.local(
            talk.offers.stream()
                .map(OfferedTime::start)
                .max(Comparator.naturalOrder())
                .orElseThrow());
  }

  private ZonedDateTime first(ZonedDateTime anchor) {
    boolean settled = wish.start.isPresent() || talk.proposal.isPresent() || talk.offers.isEmpty();
    return settled
        ? anchor
        : talk.local(
            talk.offers.stream()
                .map(OfferedTime::start)
                .min(Comparator.naturalOrder())
                .orElseThrow());
  }

  private void settleNear(ZonedDateTime at) {
    wish.days = List.of(new DayRange(at.toLocalDate(), at.toLocalDate()));
    wish.clocks = List.of(new ClockRange(at.toLocalTime(), Optional.empty()));
    wish.otherClocks = List.of();
    wish.forgetStart();
  }

  private void bound(Optional<Instant> after, Optional<Instant> before, LocalDate day) {
    wish.days = List.of(new DayRange(day, day));
    wish.clocks = List.of();
    wish.otherClocks = List.of();
    wish.forgetStart();
    wish.after = after;
    wish.before = before;
  }
}
