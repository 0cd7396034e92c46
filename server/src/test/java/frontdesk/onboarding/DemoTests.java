package frontdesk.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class DemoTests {

  private static final String PASSWORD = "frontdesk-demo";

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final Set<DayOfWeek> OPEN = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  @Autowired TestApi api;
  @Autowired TestClock clock;
  @Autowired DemoBusinesses businesses;
  @Autowired JsonMapper json;

  @Test
  void fillsAnEmptyInstallationOnce() {
    var data = Demo.data(json);

    assertThat(businesses.make(data, PASSWORD)).isTrue();
    assertThat(businesses.make(data, PASSWORD)).isFalse();

    var aurora = signIn("luca@studio-aurora.example");
    var lume = signIn("anna@bottega-lume.example");
    assertThat(count(aurora, "conversations") + count(lume, "conversations")).isEqualTo(12);
    assertThat(count(aurora, "contacts") + count(lume, "contacts")).isEqualTo(40);
    assertThat(count(aurora, "appointments") + count(lume, "appointments")).isEqualTo(30);
    assertThat(
            api.anonymous()
                .get("/api/conversations?view=attention", "Authorization", aurora)
                .json()
                .path("items"))
        .hasSize(1);
    assertThat(
            api.anonymous()
                .get("/api/me", "Authorization", signIn("giulia@studio-aurora.example"))
                .json()
                .path("businesses")
                .valueStream())
        .extracting(b -> b.path("slug").asString() + " " + b.path("role").asString())
        .containsExactly("studio-aurora owner", "bottega-lume manager");
  }

  @Test
  void knowsItsContactsSinceManyDaysAndNotSinceItsOwnFirst() {
    var data = on(LocalDate.of(2027, 3, 2));
    businesses.make(data, PASSWORD);
    var owner = data.businesses().getFirst().members().getFirst().email();

    var contacts =
        api.anonymous()
            .get("/api/contacts?limit=50", "Authorization", signIn(owner))
            .json()
            .path("items")
            .valueStream()
            .toList();

    assertThat(contacts)
        .allSatisfy(
            contact ->
                assertThat(instant(contact, "lastSeenAt"))
                    .isBetween(instant(contact, "createdAt"), clock.instant()));
    assertThat(contacts)
        .extracting(contact -> instant(contact, "createdAt"))
        .doesNotHaveDuplicates();
  }

  private static Instant instant(JsonNode contact, String field) {
    return Instant.parse(contact.path(field).asString());
  }

  /** A Monday, a Saturday, a Sunday, the last day of a month, all in the middle of the day. */
  @ParameterizedTest
  @ValueSource(strings = {"2027-03-01", "2027-03-06", "2027-03-07", "2027-04-30", "2027-02-28"})
  void hasACalendarWorthLookingAtOnAnyDay(LocalDate today) {
    var noon = today.atTime(12, 0).atZone(ROME).toInstant();
    clock.set(noon);
    try {
      var data = on(today);
      businesses.make(data, PASSWORD);

      var aurora = appointments(data.businesses().getFirst());
      var lume = appointments(data.businesses().getLast());
      assertThat(aurora.size() + lume.size()).isEqualTo(30);
      assertThat(aurora).allMatch(time -> OPEN.contains(time.getDayOfWeek()));
      assertThat(aurora)
          .allMatch(time -> !time.toLocalTime().isBefore(LocalTime.of(9, 0)))
          .allMatch(time -> !time.toLocalTime().isAfter(LocalTime.of(18, 0)));
      assertThat(lume).noneMatch(time -> time.getDayOfWeek() == DayOfWeek.SUNDAY);
      var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      for (var all : List.of(aurora, lume)) {
        assertThat(all)
            .as("the days just past")
            .anyMatch(time -> within(time, today.minusDays(6), today));
        assertThat(all).as("this week").anyMatch(time -> within(time, monday, monday.plusWeeks(1)));
        assertThat(all)
            .as("the next week")
            .anyMatch(time -> within(time, monday.plusWeeks(1), monday.plusWeeks(2)));
      }
      assertThat(aurora.stream().filter(time -> within(time, monday, monday.plusWeeks(1))))
          .hasSizeGreaterThan(4);
      assertThat(statuses(data.businesses().getFirst(), noon))
          .contains("done", "no-show", "confirmed");
    } finally {
      clock.reset();
    }
  }

  private static boolean within(ZonedDateTime time, LocalDate from, LocalDate to) {
    return !time.toLocalDate().isBefore(from) && time.toLocalDate().isBefore(to);
  }

  private List<ZonedDateTime> appointments(DemoData.Business business) {
    return listed(business)
        .map(a -> Instant.parse(a.path("start").asString()).atZone(ROME))
        .toList();
  }

  /** What is over has ended somehow, and what is to come has not. */
  private Set<String> statuses(DemoData.Business business, Instant now) {
    return listed(business)
        .peek(
            a -> assertThat(a.path("createdAt").asString()).isLessThan(a.path("start").asString()))
        .peek(
            a ->
                assertThat(a.path("status").asString().equals("confirmed"))
                    .isEqualTo(Instant.parse(a.path("start").asString()).isAfter(now)))
        .map(a -> a.path("status").asString())
        .collect(Collectors.toSet());
  }

  private Stream<JsonNode> listed(DemoData.Business business) {
    return api.anonymous()
        .get(
            "/api/appointments?limit=200",
            "Authorization",
            signIn(business.members().getFirst().email()))
        .json()
        .path("items")
        .valueStream();
  }

  /** The same businesses as others, so that each day has an installation of its own. */
  private DemoData on(LocalDate day) {
    return new DemoData(
        Demo.data(json).businesses().stream()
            .map(
                b ->
                    new DemoData.Business(
                        b.name() + " " + day,
                        b.template(),
                        b.country(),
                        b.zone(),
                        b.currency(),
                        b.locale(),
                        b.address(),
                        b.phone(),
                        b.email(),
                        b.website(),
                        b.whatsapp().map(number -> number + day.getDayOfYear()),
                        b.members().stream()
                            .map(
                                m -> new DemoData.Person(day + "." + m.email(), m.name(), m.role()))
                            .toList(),
                        b.providers(),
                        b.appointments(),
                        b.contacts(),
                        b.conversations()))
            .toList());
  }

  private int count(String bearer, String what) {
    var answer = api.anonymous().get("/api/" + what + "?limit=200", "Authorization", bearer);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("items").size();
  }

  private String signIn(String email) {
    var answer =
        api.anonymous().post("/api/auth/login", Map.of("email", email, "password", PASSWORD));
    return "Bearer " + answer.json().path("accessToken").asString();
  }
}
