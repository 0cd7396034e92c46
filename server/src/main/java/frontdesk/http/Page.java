package frontdesk.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list; {@code next} asks for the part after it, null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {}
