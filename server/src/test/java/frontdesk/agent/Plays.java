package frontdesk.agent;

import static org.awaitility.Awaitility.await;

import frontdesk.TestApi;
import frontdesk.agent.scenarios.Customer;
import frontdesk.agent.scenarios.Ending;
import frontdesk.agent.scenarios.Scenario;
import frontdesk.agent.scenarios.World;
import frontdesk.booking.Appointment;
import frontdesk.booking.Appointments;
import frontdesk.booking.BookableService;
import frontdesk.booking.Guest;
import frontdesk.booking.Hours;
import frontdesk.booking.Provider;
import frontdesk.booking.Providers;
import frontdesk.booking.Schedule;
import frontdesk.booking.Services;
import frontdesk.booking.Source;
import frontdesk.booking.Stretch;
import frontdesk.booking.Wish;
import frontdesk.channels.Channels;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Money;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenant;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scenarios played on the whole server: businesses in real books, customers who write through the
 * chat widget's API and wait for what the worker answers.
 */
@TestComponent
class Plays {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

  private final TestApi api;
  private final Tenants tenants;
  private final Tenancy tenancy;
  private final Hours hours;
  private final Services services;
  private final Providers providers;
  private final Appointments appointments;
  private final Channels channels;
  private final TruthCheck truth;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Clock clock;

  Plays(
      TestApi api,
      Tenants tenants,
      Tenancy tenancy,
      Hours hours,
      Services services,
      Providers providers,
      Appointments appointments,
      Channels channels,
      TruthCheck truth,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      Clock clock) {
    this.api = api;
    this.tenants = tenants;
    this.tenancy = tenancy;
    this.hours = hours;
    this.services = services;
    this.providers = providers;
    this.appointments = appointments;
    this.channels = channels;
    this.truth = truth;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Play of(Scenario scenario) {
    var id = new TenantId(Ids.next());
    var business =
        tenancy.as(
            id,
            () ->
                tenants.create(
                    new Tenants.NewTenant(
                        "Bar Salon " + id.toString().substring(24),
                        Studio.ROME,
                        "IT",
                        Currency.getInstance("EUR"),
                        Locale.of(scenario.language()))));
    return new Play(scenario, business);
  }

  record Line(String customer, String business) {}

  final class Play {

    final Tenant business;
    private final Scenario scenario;
    private final List<Line> talk = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<UUID> others = new HashSet<>();
    private final List<String> untruths = new ArrayList<>();
    private String token = "";
    private int heard;

    private Play(Scenario scenario, Tenant business) {
      this.scenario = scenario;
      this.business = business;
      as(this::furnish);
    }

    private Void furnish() {
      hours.replace(
          new Schedule(
              Stream.of(DayOfWeek.values())
                  .collect(
                      Collectors.toMap(
                          Function.identity(),
                          day -> List.of(new Stretch(LocalTime.of(9, 0), LocalTime.of(18, 0))))),
              Map.of()));
      var keys = new HashMap<String, UUID>();
      var given = new HashMap<String, List<UUID>>();
      for (var offer : World.of(scenario).services()) {
        var price = Optional.of(Money.of(offer.cents(), "EUR"));
        var service =
            services.create(
                BookableService.Details.of(offer.name(), offer.minutes(), price), List.of());
        keys.put(offer.key(), service.id());
        for (var name : offer.providers()) {
          given.computeIfAbsent(name, n -> new ArrayList<>()).add(service.id());
        }
      }
      var people = new HashMap<String, UUID>();
      given.forEach((name, gives) -> people.put(name, provider(name, gives)));
      channels.connect("webchat", "webchat", Optional.empty(), Map.of(), Map.of());
      for (var taken : scenario.taken(clock.instant().atZone(Studio.ROME).toLocalDate())) {
        appointments.book(
            new Appointments.Order(
                new Appointments.What.OfWish(
                    new Wish(
                        keys.get(taken.service()),
                        Set.of(people.get(taken.provider())),
                        taken.start().toInstant())),
                new Guest("Other", Optional.of("+393390000001"), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Source.MEMBER,
                Optional.empty()));
      }
      all().forEach(one -> notMine(one.id()));
      return null;
    }

    private UUID provider(String name, List<UUID> gives) {
      return providers
          .create(
              new Provider.Details(name, 1, Optional.empty(), gives, Optional.empty(), Map.of()))
          .id();
    }

    /** The customer's whole conversation; what is wrong with how it went and ended. */
    List<String> run() {
      new Customer(scenario).talk(this::say, () -> mine().toString());
      var today = clock.instant().atZone(Studio.ROME).toLocalDate();
      var said = String.join("\n", talk.stream().map(Line::business).toList());
      faults.addAll(untruths);
      faults.addAll(
          new Ending(scenario, today)
              .faults(mine().stream().map(this::booked).toList(), said, handedOver()));
      return faults;
    }

    List<Line> talk() {
      return talk;
    }

    List<String> faults() {
      return faults;
    }

    /** What reached the customer and is not true. */
    List<String> untruths() {
      return untruths;
    }

    /** An appointment of somebody else, who is no part of this talk. */
    void notMine(UUID appointment) {
      others.add(appointment);
    }

    /** Writes, and waits for the answer; none comes when a person has taken over. */
    String say(String text) {
      if (handedOver()) {
        return "";
      }
      var before = mine();
      var customer = api.anonymous();
      if (token.isEmpty()) {
        token = customer.post(path("sessions"), Map.of()).json().path("token").asString();
      }
      var written =
          customer.post(
              path("messages"),
              Map.of("text", text, "clientId", Ids.next().toString()),
              "Authorization",
              "Bearer " + token);
      if (written.status() != 202) {
        throw new IllegalStateException(written.status() + " " + written.body());
      }
      var answer =
          await()
              .atMost(LONGEST_ANSWER)
              .pollInterval(Duration.ofMillis(25))
              .until(this::unheard, news -> !news.isEmpty());
      heard += answer.size();
      var reply = String.join("\n", answer);
      talk.add(new Line(text, reply));
      untruths.addAll(as(() -> truth.faults(reply, before, mine())));
      return reply;
    }

    private List<String> unheard() {
      var lines =
          api.anonymous()
              .get(path("messages?limit=200"), "Authorization", "Bearer " + token)
              .json()
              .path("items")
              .valueStream()
              .filter(line -> !line.path("author").asString().equals("contact"))
              .map(line -> line.path("text").asString())
              .toList()
              .reversed();
      return lines.subList(Math.min(heard, lines.size()), lines.size());
    }

    private String path(String what) {
      return "/api/public/" + business.slug() + "/chat/" + what;
    }

    /** The customer's appointments that stand. */
    List<Appointment> mine() {
      return as(
          () ->
              all().stream()
                  .filter(one -> !others.contains(one.id()))
                  .filter(one -> Set.of("confirmed", "requested").contains(one.status().word()))
                  .toList());
    }

    /** What everybody else has in these books. */
    List<Appointment> others() {
      return as(() -> all().stream().filter(one -> others.contains(one.id())).toList());
    }

    private List<Appointment> all() {
      return appointments.list(
          new Appointments.Filter(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          Optional.empty(),
          100);
    }

    private Ending.Booked booked(Appointment own) {
      return new Ending.Booked(
          own.serviceName(),
          own.providerName(),
          own.start().atZone(Studio.ROME),
          own.guest().name(),
          own.guest().phone());
    }

    boolean handedOver() {
      return ask(
              "SELECT count(*) FROM conversation WHERE tenant_id = :tenant AND handler = 'person'")
          > 0;
    }

    /** Of a statement that counts, in this business. */
    long ask(String sql) {
      return as(
          () ->
              transaction.execute(
                  status ->
                      jdbc.sql(sql)
                          .param("tenant", business.id().value())
                          .query(Long.class)
                          .single()));
    }

    /** How many runs there were for which this holds. */
    long runs(String condition) {
      return ask("SELECT count(*) FROM agent_run r WHERE r.tenant_id = :tenant AND " + condition);
    }

    <T> T as(Supplier<T> work) {
      return tenancy.as(business.id(), work);
    }

    Scenario scenario() {
      return scenario;
    }

    /** How often the business has answered. */
    long answers() {
      return talk.stream().filter(line -> !line.business().isEmpty()).count();
    }

    String transcript() {
      return talk.stream()
          .map(line -> "> " + line.customer() + "\n< " + line.business())
          .collect(Collectors.joining("\n"));
    }
  }
}
