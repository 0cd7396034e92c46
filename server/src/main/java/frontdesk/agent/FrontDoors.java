package frontdesk.agent;

import frontdesk.booking.Appointments;
import frontdesk.booking.FreeTimes;
import frontdesk.booking.Holds;
import frontdesk.contacts.Contacts;
import frontdesk.conversations.Conversations;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The front doors that the tools knock at. */
@Component
record FrontDoors(
    Catalog catalog,
    FreeTimes freeTimes,
    Holds holds,
    Appointments appointments,
    Contacts contacts,
    Conversations conversations,
    ProposalStore proposals,
    TransactionOperations transactions,
    Clock clock) {}
