package frontdesk.onboarding;

import frontdesk.booking.BookableService;
import frontdesk.booking.Provider;
import frontdesk.booking.Providers;
import frontdesk.booking.Services;
import frontdesk.channels.Channels;
import frontdesk.contacts.Contact;
import frontdesk.contacts.Contacts;
import frontdesk.contacts.Identity;
import frontdesk.contacts.PhoneNumbers;
import frontdesk.conversations.PastConversations;
import frontdesk.conversations.PastConversations.Said;
import frontdesk.conversations.PastConversations.State;
import frontdesk.identity.Accounts;
import frontdesk.identity.Members;
import frontdesk.identity.Role;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenant;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import frontdesk.tenancy.Tenants.NewTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the sample businesses, each whole or not at all, through the others' front doors. */
@Component
class DemoBusinesses {

  private final Registration registration;
  private final Accounts accounts;
  private final Members members;
  private final Setup setup;
  private final Tenants tenants;
  private final Tenancy tenancy;
  private final Services services;
  private final Providers providers;
  private final DemoCalendar calendar;
  private final Contacts contacts;
  private final Channels channels;
  private final PastConversations conversations;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DemoBusinesses(
      Registration registration,
      Accounts accounts,
      Members members,
      Setup setup,
      Tenants tenants,
      Tenancy tenancy,
      Services services,
      Providers providers,
      DemoCalendar calendar,
      Contacts contacts,
      Channels channels,
      PastConversations conversations,
      TransactionTemplate transaction,
      Clock clock) {
    this.registration = registration;
    this.accounts = accounts;
    this.members = members;
    this.setup = setup;
    this.tenants = tenants;
    this.tenancy = tenancy;
    this.services = services;
    this.providers = providers;
    this.calendar = calendar;
    this.contacts = contacts;
    this.channels = channels;
    this.conversations = conversations;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** False when they were all there. */
  boolean make(DemoData data, String password) {
    var missing =
        data.businesses().stream()
            .filter(business -> !accounts.exists(business.members().getFirst().email()))
            .toList();
    if (missing.isEmpty()) {
      return false;
    }
    var hashed = accounts.hash(password);
    for (var business : missing) {
      tenancy.as(
          new TenantId(Ids.next()),
          () -> transaction.executeWithoutResult(tx -> make(business, hashed)));
    }
    return true;
  }

  private void make(DemoData.Business business, Accounts.HashedPassword password) {
    var owner = business.members().getFirst();
    registration.make(
        new Registration.Asked(
            new NewTenant(
                business.name(),
                ZoneId.of(business.zone()),
                business.country(),
                Currency.getInstance(business.currency()),
                Locale.forLanguageTag(business.locale())),
            owner.email(),
            owner.name(),
            password,
            Optional.of(business.template())));
    describe(business);
    business
        .whatsapp()
        .ifPresent(
            number ->
                channels.connect(
                    "whatsapp",
                    "WhatsApp",
                    Optional.of(number),
                    Map.of("phoneNumberId", number, "wabaId", "waba-" + number),
                    Map.of("accessToken", "demo-token")));
    setup.goLive("auto", Map.of());
    var team = join(business, password);
    staff(business);
    var people = people(business);
    calendar.fill(business, people);
    business.conversations().forEach(talk -> talk(business, talk, team));
  }

  private void describe(DemoData.Business business) {
    var tenant = tenants.get();
    tenants.update(
        new Tenant(
            tenant.id(),
            tenant.slug(),
            tenant.name(),
            tenant.zone(),
            tenant.country(),
            tenant.currency(),
            tenant.locale(),
            tenant.plan(),
            tenant.status(),
            new Tenant.Profile(
                Optional.of(business.template()),
                Optional.of(business.address()),
                PhoneNumbers.read(business.phone(), business.country()),
                Optional.of(business.email()),
                Optional.of(business.website()),
                Tenant.Disclosure.USUAL),
            tenant.pause()));
  }

  /** The members' ids, in the order of the data; somebody may be at home in both businesses. */
  private List<UUID> join(DemoData.Business business, Accounts.HashedPassword password) {
    for (var person : business.members().subList(1, business.members().size())) {
      var account =
          accounts
              .find(person.email())
              .or(() -> accounts.create(person.email(), password, tenants.get().locale()))
              .orElseThrow();
      members.join(account, person.name(), Role.valueOf(person.role().toUpperCase(Locale.ROOT)));
    }
    var all = members.all();
    return business.members().stream()
        .map(
            person ->
                all.stream()
                    .filter(member -> member.email().equals(person.email()))
                    .findFirst()
                    .orElseThrow()
                    .id())
        .toList();
  }

  /** The people who give the services take the place of the owner, whom the template put there. */
  private void staff(DemoData.Business business) {
    var stand = providers.list(Optional.empty(), 10).getFirst();
    var offered = services.bookable().stream().map(BookableService::id).toList();
    for (var name : business.providers()) {
      providers.create(
          new Provider.Details(
              name, providers.nextColor(), Optional.empty(), offered, Optional.empty(), Map.of()));
    }
    providers.archive(stand.id());
  }

  /** Whoever wrote in the chat alone is known by that, and not by a phone. */
  private List<Contact> people(DemoData.Business business) {
    var visitors =
        business.conversations().stream()
            .filter(talk -> talk.channel().equals("webchat"))
            .map(DemoData.Talk::contact)
            .toList();
    return IntStream.range(0, business.contacts().size())
        .filter(i -> !visitors.contains(i))
        .mapToObj(i -> contact(business.contacts().get(i), i))
        .toList();
  }

  /** They came one by one over half a year, and not all on the day of the demo. */
  private Contact contact(DemoData.Guest guest, int n) {
    var contact =
        contacts.findOrCreate(guest.name(), PhoneNumbers.read(guest.phone(), "IT"), guest.email());
    var since = clock.instant().minus(Duration.ofHours(500 + n * 1_117 % 3_900));
    contacts.known(contact.id(), since, since.plus(Duration.ofHours(n * 257 % 480)));
    return contact;
  }

  private void talk(DemoData.Business business, DemoData.Talk talk, List<UUID> team) {
    var guest = business.contacts().get(talk.contact());
    var channel =
        channels.all().stream()
            .filter(c -> c.type().equals(talk.channel()))
            .findFirst()
            .orElseThrow();
    var phone =
        talk.channel().equals("whatsapp")
            ? PhoneNumbers.read(guest.phone(), business.country())
            : Optional.<String>empty();
    var address = phone.map(number -> number.substring(1)).orElseGet(() -> "demo-" + Ids.next());
    var now = clock.instant();
    var said = new ArrayList<Said>();
    for (var line : talk.lines()) {
      var note = line.author().equals("note");
      said.add(
          new Said(
              note ? "member" : line.author(),
              note,
              line.text(),
              now.minus(Duration.ofMinutes(line.minutesAgo())),
              line.member().map(team::get)));
    }
    var identity = new Identity(channel.id(), address, guest.name(), phone);
    conversations.bringIn(identity, channel.type(), said, state(talk, team));
  }

  private static State state(DemoData.Talk talk, List<UUID> team) {
    return switch (talk.state()) {
      case "ai" -> new State.WithAi();
      case "closed" -> new State.Closed();
      default -> new State.WithPerson(talk.assignee().map(team::get), talk.reason());
    };
  }
}
