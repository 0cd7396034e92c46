/** The WhatsApp Cloud API: webhooks read, messages sent, media fetched. */
@NullMarked
package frontdesk.channels.whatsapp;

import org.jspecify.annotations.NullMarked;
