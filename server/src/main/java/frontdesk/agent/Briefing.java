package frontdesk.agent;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.conversations.TurnRequest;
import frontdesk.tenancy.Tenant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * What a turn knows before it begins to think.
 *
 * @param now in the business's zone
 * @param language the customer's, as far as it shows
 * @param said the new messages that have words in them, cleaned
 */
record Briefing(
    TurnRequest request,
    ZonedDateTime now,
    Locale language,
    List<String> said,
    BusinessFacts business,
    Tenant.Disclosure disclosure,
    List<ServiceFacts> services,
    Dialogue dialogue) {}
