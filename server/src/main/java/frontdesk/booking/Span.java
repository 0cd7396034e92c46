package frontdesk.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time on the world's clock, from start up to but not including end. */
public record Span(Instant start, Instant end) {

  public Span {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "A span ends after it starts, not %s to %s".formatted(start, end));
    }
  }

  boolean overlaps(Span other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /** What is left of this without the other: none, one or two parts. */
  List<Span> minus(Span other) {
    if (!overlaps(other)) {
      return List.of(this);
    }
    var left = new ArrayList<Span>(2);
    if (start.isBefore(other.start)) {
      left.add(new Span(start, other.start));
    }
    if (other.end.isBefore(end)) {
      left.add(new Span(other.end, end));
    }
    return left;
  }

  static List<Span> minus(List<Span> spans, Span other) {
    return spans.stream().flatMap(span -> span.minus(other).stream()).toList();
  }

  /** The parts of the spans inside the other. */
  static List<Span> within(List<Span> spans, Span other) {
    return spans.stream()
        .filter(other::overlaps)
        .map(
            span ->
                new Span(
                    span.start.isBefore(other.start) ? other.start : span.start,
                    span.end.isAfter(other.end) ? other.end : span.end))
        .toList();
  }

  /** In order, with what touches or overlaps joined. */
  static List<Span> joined(List<Span> spans) {
    var joined = new ArrayList<Span>(spans.size());
    for (var span : spans.stream().sorted(Comparator.comparing(Span::start)).toList()) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last == null || last.end.isBefore(span.start)) {
        joined.add(span);
      } else if (span.end.isAfter(last.end)) {
        joined.set(joined.size() - 1, new Span(last.start, span.end));
      }
    }
    return joined;
  }
}
