package frontdesk.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation stands, as its customer may know it.
 *
 * @param person the first name of the one who has it, where a person answers
 * @param waiting it was handed to people, and none of them has answered yet
 * @param expectedBy when one will have answered, where that is known
 * @param language in which the customer was last answered
 * @param rating from 1 to 5, the newest that was given, while it is closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerStanding(
    @Schema(allowableValues = {"open", "closed"}) String status,
    @Schema(allowableValues = {"ai", "person"}) String handler,
    @Nullable String person,
    boolean waiting,
    @Nullable Instant expectedBy,
    @Nullable String language,
    @Nullable Integer rating) {

  static final CustomerStanding NOTHING_SAID =
      new CustomerStanding("open", "ai", null, false, null, null, null);
}
