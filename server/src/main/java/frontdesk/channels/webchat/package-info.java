/** The chat widget's channel: visitors, their messages, their stream. */
@NullMarked
package frontdesk.channels.webchat;

import org.jspecify.annotations.NullMarked;
