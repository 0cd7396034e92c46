package frontdesk.http;

import frontdesk.tenancy.Ids;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id that ties a request, its rows and its log lines together, from webhook to reply. Kept
 * where the log reads it.
 */
public final class Correlation {

  public static final String HEADER = "X-Correlation-Id";

  static final String KEY = "correlationId";
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private Correlation() {}

  /** The id of what is going on here; a new one when nobody named it. */
  public static String current() {
    var id = MDC.get(KEY);
    return id == null ? Ids.next().toString() : id;
  }

  /** Does the work under this id, as a worker does with the id its row carries. */
  public static <T> T as(String id, Supplier<T> work) {
    var before = MDC.get(KEY);
    MDC.put(KEY, id);
    try {
      return work.get();
    } finally {
      restore(before);
    }
  }

  static String wellFormedOrNew(@Nullable String asked) {
    return asked != null && WELL_FORMED.matcher(asked).matches() ? asked : Ids.next().toString();
  }

  private static void restore(@Nullable String before) {
    if (before == null) {
      MDC.remove(KEY);
    } else {
      MDC.put(KEY, before);
    }
  }
}
