package frontdesk.booking;

import java.util.List;

/**
 * An appointment that somebody must decide on.
 *
 * @param alternatives where it could go instead, nearest first, none of them promised to another
 */
public record Affected(Appointment appointment, List<Slot> alternatives) {}
