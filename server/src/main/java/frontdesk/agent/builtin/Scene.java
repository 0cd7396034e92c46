package frontdesk.agent.builtin;

import java.util.List;

/**
 * Where a turn stands: what was said, what is known, and the answer being put together.
 *
 * @param asides what answers the questions in the message
 * @param decision whether the rest of it agrees or refuses
 */
record Scene(
    Talk talk,
    Heard heard,
    Facts facts,
    List<String> asides,
    YesNo decision,
    Voice say,
    Reply reply,
    Asking asking,
    Booking booking,
    OwnAppointments own) {}
