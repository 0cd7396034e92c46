package frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.TestApi.Answer;
import frontdesk.identity.Role;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** An appointment that is repeated week after week. */
class RepeatsTests extends HairdresserApi {

  @Test
  void booksTheSameTimeOfDayInEachOfTheWeeksToCome() {
    var first = free(2).get(4);
    var id = id(book(first));

    var repeated = repeat(id, 1, 4, false);

    assertThat(repeated.status()).as(repeated.body()).isEqualTo(201);
    assertThat(starts(repeated, "items"))
        .containsExactly(
            weeksAfter(first, 1), weeksAfter(first, 2), weeksAfter(first, 3), weeksAfter(first, 4));
    assertThat(repeated.json().at("/items/3/contact/id"))
        .isEqualTo(owner.get("/api/appointments/" + id).json().at("/contact/id"));
    assertThat(repeated.json().path("leftOut")).isEmpty();
  }

  @Test
  void booksNoneWhileSomeCannotBeAndSaysWhich() {
    var first = free(2).get(4);
    var id = id(book(first));
    book(weeksAfter(first, 2));

    var refused = repeat(id, 1, 3, false);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("not-all-free");
    assertThat(starts(refused, "notFree")).containsExactly(weeksAfter(first, 2));
    assertThat(refused.json().at("/notFree/0/reason").asString()).isNotBlank();
    assertThat(refused.json().at("/notFree/0/alternatives")).hasSize(3);
    assertThat(owner.get("/api/appointments").json().path("items")).hasSize(2);
  }

  @Test
  void leavesOutWhatCannotBeWhenToldTo() {
    var first = free(2).get(4);
    var id = id(book(first));
    book(weeksAfter(first, 2));

    var repeated = repeat(id, 1, 12, true);

    assertThat(repeated.status()).as(repeated.body()).isEqualTo(201);
    assertThat(starts(repeated, "items")).hasSize(7);
    assertThat(starts(repeated, "leftOut"))
        .as("one is taken, the others are further ahead than can be booked")
        .hasSize(5)
        .first()
        .isEqualTo(weeksAfter(first, 2));
  }

  @Test
  void asksForTheRightToBook() {
    var id = id(book(free(2).get(4)));
    var orderManager = api.member(owner.tenant(), Role.ORDER_MANAGER);
    var body = Map.of("everyWeeks", 1, "times", 2);

    assertThat(orderManager.post(path(id, "repeat"), body).status()).isEqualTo(403);
    assertThat(api.owner().post(path(id, "repeat"), body).status()).isEqualTo(404);
    assertRefused(
        owner.post(path(id, "repeat"), Map.of("everyWeeks", 0, "times", 53)),
        "everyWeeks",
        "times");
  }

  private Answer repeat(String id, int everyWeeks, int times, boolean whereFree) {
    return owner.post(
        path(id, "repeat"),
        Map.of("everyWeeks", everyWeeks, "times", times, "whereFree", whereFree));
  }

  private static List<String> starts(Answer answer, String list) {
    return StreamSupport.stream(answer.json().path(list).spliterator(), false)
        .map(item -> item.path("start").asString())
        .toList();
  }

  private String weeksAfter(String start, int weeks) {
    return ZonedDateTime.ofInstant(Instant.parse(start), owner.tenant().zone())
        .plusWeeks(weeks)
        .toInstant()
        .toString();
  }
}
