package frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.live.PublishedEvents;
import frontdesk.live.Streamed;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import tools.jackson.databind.json.JsonMapper;

/** Compares every event that a test has the server publish with what the API document says. */
final class EventsAsDocumented implements AfterEachCallback {

  @Override
  public void afterEach(ExtensionContext test) {
    var context = SpringExtension.getApplicationContext(test);
    var api = context.getBean(TestApi.class);
    var json = context.getBean(JsonMapper.class);
    for (var event : context.getBean(PublishedEvents.class).taken()) {
      assertThat(api.shapes().strays(Streamed.EVENTS, event.name(), json.readTree(event.data())))
          .as("what the API document does not say of the event %s", event.name())
          .isEmpty();
    }
  }
}
