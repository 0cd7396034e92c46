package frontdesk.onboarding;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The sample businesses, as {@code onboarding/demo.json} tells of them. */
record DemoData(List<Business> businesses) {

  /**
   * @param whatsapp Meta's id of its number, for the simulator
   * @param appointments how many are in the calendar, around today
   */
  record Business(
      String name,
      String template,
      String country,
      String zone,
      String currency,
      String locale,
      String address,
      String phone,
      String email,
      String website,
      Optional<String> whatsapp,
      List<Person> members,
      List<String> providers,
      int appointments,
      List<Guest> contacts,
      List<Talk> conversations) {}

  record Person(String email, String name, String role) {}

  record Guest(String name, String phone, Optional<String> email) {}

  /**
   * @param contact which of the contacts
   * @param minutesAgo when the last thing was said
   * @param state ai, person, needs or closed
   * @param assignee which of the members
   * @param said author, text and, for a member, which; oldest first
   */
  record Talk(
      int contact,
      String channel,
      int minutesAgo,
      String state,
      Optional<Integer> assignee,
      Optional<String> reason,
      List<JsonNode> said) {

    List<Line> lines() {
      return IntStream.range(0, said.size())
          .mapToObj(
              i -> {
                var line = said.get(i);
                var member =
                    line.size() > 2 ? Optional.of(line.path(2).asInt()) : Optional.<Integer>empty();
                // a bubble every two minutes, up to the last
                return new Line(
                    line.path(0).asString(),
                    line.path(1).asString(),
                    member,
                    minutesAgo + 2 * (said.size() - 1 - i));
              })
          .toList();
    }
  }

  record Line(String author, String text, Optional<Integer> member, int minutesAgo) {}
}
