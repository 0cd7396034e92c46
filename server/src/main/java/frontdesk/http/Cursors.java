package frontdesk.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: opaque to clients, made of {@code A-Z a-z 0-9 _ -} only. */
public final class Cursors {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Cursors() {}

  /** A place in a list ordered by time, then id. */
  public record Place(Instant at, UUID id) {

    public String cursor() {
      return write(at, id);
    }

    public static Optional<Place> read(@Nullable String cursor) {
      return Cursors.read(cursor, 2)
          .map(
              parts ->
                  parse(
                      () ->
                          new Place(
                              storable(Instant.parse(parts.get(0))),
                              UUID.fromString(parts.get(1)))));
    }
  }

  /** A place in a list ordered by name, then id; the name may hold anything. */
  public record Named(String name, UUID id) {

    public String cursor() {
      return write(id, BASE64.encodeToString(name.getBytes(StandardCharsets.UTF_8)));
    }

    public static Optional<Named> read(@Nullable String cursor) {
      return Cursors.read(cursor, 2)
          .map(parts -> parse(() -> new Named(text(parts.get(1)), UUID.fromString(parts.get(0)))));
    }
  }

  /**
   * The items asked for out of one more than that; the one too many tells that there is a next
   * page.
   */
  public static <T> Page<T> page(List<T> found, int limit, Function<T, String> cursor) {
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    var items = found.subList(0, limit);
    return new Page<>(List.copyOf(items), cursor.apply(items.getLast()));
  }

  /** 50 when nothing is asked, 200 at most. */
  public static int limit(@Nullable Integer asked) {
    if (asked == null) {
      return DEFAULT_LIMIT;
    }
    if (asked < 1) {
      throw new Invalid("limit", Texts.say("http.limit", MAX_LIMIT));
    }
    return Math.min(asked, MAX_LIMIT);
  }

  public static String write(Object... parts) {
    var text = Stream.of(parts).map(String::valueOf).collect(Collectors.joining("|"));
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The parts of a cursor that {@link #write} made; empty for none. */
  public static Optional<List<String>> read(@Nullable String cursor, int parts) {
    if (cursor == null || cursor.isEmpty()) {
      return Optional.empty();
    }
    var found = parse(() -> List.of(text(cursor).split("\\|", -1)));
    if (found.size() != parts) {
      throw unreadable();
    }
    return Optional.of(found);
  }

  /** The number that a list goes on from. */
  public static Optional<Long> readNumber(@Nullable String cursor) {
    return read(cursor, 1).map(parts -> parse(() -> Long.valueOf(parts.getFirst())));
  }

  private static String text(String encoded) {
    return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
  }

  private static Instant storable(Instant at) {
    if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
      throw unreadable();
    }
    return at;
  }

  private static <T> T parse(java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw unreadable();
    }
  }

  private static Invalid unreadable() {
    return new Invalid("cursor", Texts.say("http.cursor"));
  }
}
