package frontdesk.contacts;

import frontdesk.contacts.Belongings.Passed;
import frontdesk.contacts.MergeStore.Kept;
import frontdesk.identity.AuditTrail;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one contact of two who are the same person, and two of them again for a day. The one who
 * goes keeps a row that points to the one kept, so that whatever still names it arrives there.
 */
@Service
public class Merges {

  private static final Duration UNDO = Duration.ofHours(24);

  private final MergeStore store;
  private final List<Belongings> belongings;
  private final AuditTrail audit;
  private final LiveEvents events;
  private final Clock clock;

  Merges(
      MergeStore store,
      List<Belongings> belongings,
      AuditTrail audit,
      LiveEvents events,
      Clock clock) {
    this.store = store;
    this.belongings = belongings;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What can be taken of the contact who goes. */
  public enum Field {
    NAME,
    PHONE,
    EMAIL,
    LANGUAGE
  }

  public sealed interface Outcome {
    record Merged(Merge merge) implements Outcome {}

    /** One of them is nobody's here. */
    record Unknown() implements Outcome {}

    /** One of them was merged with somebody else already. */
    record MergedAlready() implements Outcome {}
  }

  public sealed interface Parting {
    record Parted(Merge merge) implements Parting {}

    record Unknown() implements Parting {}

    /** The day is over, they are parted already, or the one kept has been merged further. */
    record Settled() implements Parting {}
  }

  /**
   * @param taken of the other, where both have something
   */
  @Transactional
  public Outcome merge(UUID kept, UUID gone, Set<Field> taken) {
    var locked = store.lock(kept, gone);
    var first = locked.get(kept);
    var second = locked.get(gone);
    if (first == null || second == null || kept.equals(gone)) {
      return new Outcome.Unknown();
    }
    if (first.merged() || second.merged()) {
      return new Outcome.MergedAlready();
    }
    var before = Traits.of(first.contact());
    var after = before.with(Traits.of(second.contact()), taken);
    var keys = new HashMap<String, List<String>>();
    // first who they are: what is told of the rest shows them by name
    store.write(kept, after);
    store.pointTo(gone, kept);
    keys.put(Passed.IDENTITIES, store.passIdentities(gone, kept));
    belongings.forEach(each -> keys.put(each.kind(), each.pass(gone, kept)));
    var now = clock.instant();
    var merge = new Merge(Ids.next(), kept, gone, second.contact().name(), now, now.plus(UNDO));
    store.insert(merge, new Kept(before, after, new Passed(keys)));
    audit.record(
        "contact.merged",
        "contact",
        kept,
        Map.of("name", before.name()),
        Map.of("name", after.name(), "merged", gone.toString()));
    ContactEvents.changed(events, kept);
    return new Outcome.Merged(merge);
  }

  @Transactional
  public Parting part(UUID kept, UUID id) {
    var found = store.find(kept, id, UNDO);
    if (found.isEmpty()) {
      return new Parting.Unknown();
    }
    var merge = found.get();
    var locked = store.lock(kept, merge.gone());
    var now = clock.instant();
    if (locked.get(kept).merged() || !now.isBefore(merge.until()) || !store.undo(id, now)) {
      return new Parting.Settled();
    }
    var then = store.kept(id);
    var passed = then.passed();
    store.release(merge.gone());
    store.write(kept, Traits.of(locked.get(kept).contact()).backTo(then.before(), then.after()));
    store.giveIdentitiesBack(passed.identities(), kept, merge.gone());
    belongings.forEach(each -> each.giveBack(passed, kept, merge.gone()));
    audit.record(
        "contact.parted",
        "contact",
        kept,
        Map.of("name", then.after().name(), "merged", merge.gone().toString()),
        Map.of("name", then.before().name()));
    ContactEvents.changed(events, kept);
    return new Parting.Parted(merge);
  }

  /** Those that can still be undone, newest first. */
  @Transactional(readOnly = true)
  public List<Merge> of(UUID kept) {
    return store.since(kept, clock.instant().minus(UNDO), UNDO);
  }
}
