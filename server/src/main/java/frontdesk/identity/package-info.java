/**
 * Who signs in and what they may do: accounts and members, roles and permissions, sessions, API
 * keys, the audit trail. Front doors: {@link frontdesk.identity.Accounts}, {@link
 * frontdesk.identity.Members}, {@link frontdesk.identity.SignIns}, {@link
 * frontdesk.identity.WaitingMails}, {@link frontdesk.identity.AuditTrail}; shells ask for {@link
 * frontdesk.identity.Caller} and say what they need with {@link frontdesk.identity.Requires}. May
 * use tenancy, journal, live and mail.
 */
@NullMarked
package frontdesk.identity;

import org.jspecify.annotations.NullMarked;
