/**
 * The Graph API as WhatsApp's Cloud API uses it: sending, media, numbers, templates, and its
 * webhooks.
 */
@NullMarked
package frontdesk.simulators.whatsapp;

import org.jspecify.annotations.NullMarked;
