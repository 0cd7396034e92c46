/**
 * What can be booked, by whom, when, and what has been. Front doors: {@link
 * frontdesk.booking.Services}, {@link frontdesk.booking.Providers}, {@link
 * frontdesk.booking.Hours}, {@link frontdesk.booking.FreeTimes}, {@link frontdesk.booking.Holds},
 * {@link frontdesk.booking.Appointments}. Uses tenancy, contacts, identity, live.
 */
@NullMarked
package frontdesk.booking;

import org.jspecify.annotations.NullMarked;
