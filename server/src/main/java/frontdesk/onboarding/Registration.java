package frontdesk.onboarding;

import frontdesk.booking.Hours;
import frontdesk.booking.Schedule;
import frontdesk.booking.Stretch;
import frontdesk.channels.Channels;
import frontdesk.http.Texts;
import frontdesk.identity.Accounts;
import frontdesk.identity.Members;
import frontdesk.identity.Role;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import frontdesk.tenancy.Tenants.NewTenant;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a working business: all of it in one transaction, or nothing. */
@Service
class Registration {

  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(18, 0);

  private final Tenancy tenancy;
  private final Tenants tenants;
  private final Accounts accounts;
  private final Members members;
  private final Hours hours;
  private final Channels channels;
  private final Setup setup;
  private final Templates templates;
  private final TransactionTemplate transaction;

  Registration(
      Tenancy tenancy,
      Tenants tenants,
      Accounts accounts,
      Members members,
      Hours hours,
      Channels channels,
      Setup setup,
      Templates templates,
      TransactionTemplate transaction) {
    this.tenancy = tenancy;
    this.tenants = tenants;
    this.accounts = accounts;
    this.members = members;
    this.hours = hours;
    this.channels = channels;
    this.setup = setup;
    this.templates = templates;
    this.transaction = transaction;
  }

  /**
   * @param template the id of an industry template that there is
   */
  record Asked(
      NewTenant business,
      String email,
      String ownerName,
      Accounts.HashedPassword password,
      Optional<String> template) {}

  record Registered(TenantId tenant, UUID account) {}

  /** Empty when the e-mail has an account. */
  Optional<Registered> register(Asked asked) {
    var id = new TenantId(Ids.next());
    return tenancy.as(
        id,
        () ->
            transaction.<Optional<Registered>>execute(
                tx -> {
                  var made = make(asked);
                  made.ifPresent(registered -> accounts.askForProof(asked.email()));
                  return made;
                }));
  }

  /** One more business of somebody who has an account, and owns it. */
  TenantId add(UUID account, NewTenant business, String ownerName, Optional<String> template) {
    var id = new TenantId(Ids.next());
    tenancy.as(
        id,
        () -> transaction.executeWithoutResult(tx -> make(account, business, ownerName, template)));
    return id;
  }

  /** As the tenant that is to be, in the transaction that makes it. */
  Optional<Registered> make(Asked asked) {
    return accounts
        .create(asked.email(), asked.password(), asked.business().locale())
        .map(
            account -> {
              make(account, asked.business(), asked.ownerName(), asked.template());
              return new Registered(tenancy.current(), account);
            });
  }

  private void make(UUID account, NewTenant business, String ownerName, Optional<String> template) {
    var tenant = tenants.create(business);
    members.join(account, ownerName, Role.OWNER);
    for (var type : List.of("webchat", "sandbox")) {
      channels.connect(type, nameOf(type, tenant.locale()), Optional.empty(), Map.of(), Map.of());
    }
    hours.replace(usualHours());
    template.ifPresent(id -> setup.apply(id, templates.find(id).orElseThrow(), ownerName));
  }

  private static String nameOf(String type, Locale locale) {
    return Texts.say(locale, "onboarding.channel." + type);
  }

  private static Schedule usualHours() {
    var weekly = new EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
    for (var day : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)) {
      weekly.put(day, List.of(new Stretch(OPENS, CLOSES)));
    }
    return new Schedule(weekly, Map.of());
  }
}
