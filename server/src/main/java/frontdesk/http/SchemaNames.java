package frontdesk.http;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What types are called in the API document: a nested one by its shell's name too, as
 * BusinessChange, and none by how the code calls its shapes, so that AppointmentView is
 * Appointment.
 */
final class SchemaNames extends TypeNameResolver {

  private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

  /** The type that is called so. */
  Optional<Class<?>> typeOf(String name) {
    return Optional.ofNullable(types.get(name));
  }

  static String stem(Class<?> shell) {
    return shell
        .getSimpleName()
        .replaceAll("(Controller|Json|Views?|Result|Events|Queries|Store|Document)$", "");
  }

  @Override
  protected String getNameOfClass(Class<?> type) {
    return named(nameOf(type), type);
  }

  @Override
  protected String nameForGenericType(JavaType type, Set<Options> options) {
    return named(super.nameForGenericType(type, options), type.getRawClass());
  }

  private String named(String name, Class<?> type) {
    var other = types.putIfAbsent(name, type);
    if (other != null && !other.equals(type)) {
      throw new IllegalStateException(
          "Both %s and %s would be %s in the API document".formatted(other, type, name));
    }
    return name;
  }

  private static String nameOf(Class<?> type) {
    var outer = type.getEnclosingClass();
    if (outer == null) {
      return stem(type);
    }
    var name = type.getSimpleName().replaceAll("View$", "");
    var prefix = stem(outer);
    return name.startsWith(prefix) ? name : prefix + name;
  }
}
