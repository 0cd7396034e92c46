/** The mail server: it takes every mail and delivers none. */
@NullMarked
package frontdesk.simulators.mail;

import org.jspecify.annotations.NullMarked;
