/**
 * Mails to people who sign in. Asked for in the transaction of what they tell of, written and sent
 * afterwards by a worker, so that no request waits for a mail server and no mail is lost when one
 * is away. Front door: {@link frontdesk.mail.Mails}; whoever has something to say implements {@link
 * frontdesk.mail.MailWriter}. Uses nobody.
 */
@NullMarked
package frontdesk.mail;

import org.jspecify.annotations.NullMarked;
