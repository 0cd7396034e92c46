/** The people who write in, and how each channel knows them. */
@NullMarked
package frontdesk.contacts;

import org.jspecify.annotations.NullMarked;
