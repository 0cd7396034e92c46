package frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may use whom. When this fails, the design changes, not the test. */
class ArrowsTests {

  /** Underneath every module, and open to all of them. */
  private static final Set<String> TECHNICAL = Set.of("settings", "database", "http", "tenancy");

  private static final Map<String, Set<String>> TECHNICAL_ARROWS =
      Map.of(
          "settings", Set.of(),
          "database", Set.of("settings"),
          "tenancy", Set.of(),
          "http", Set.of("settings", "tenancy"));

  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "journal", Set.of(),
          "live", Set.of(),
          "mail", Set.of(),
          "identity", Set.of("journal", "live", "mail"),
          "contacts", Set.of("journal", "live", "identity"),
          "conversations", Set.of("journal", "live", "identity", "contacts"),
          "channels", Set.of("journal", "live", "identity", "contacts", "conversations"),
          "booking", Set.of("journal", "live", "identity", "contacts", "conversations"),
          "teamwork", Set.of("journal", "live", "identity", "contacts", "conversations", "booking"),
          "agent",
              Set.of(
                  "journal",
                  "live",
                  "identity",
                  "contacts",
                  "conversations",
                  "channels",
                  "booking"));

  /** May use all; nobody uses them. */
  private static final Set<String> ABOVE_ALL = Set.of("onboarding", "platform", "analytics");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("simulators"))
          .importPackages("frontdesk");

  @Test
  void pointsTheWayTheDesignSays() {
    assertThat(violations(ArrowsTests::forbidden)).isEmpty();
  }

  @Test
  void reachesOtherModulesThroughTheirFrontDoorsAlone() {
    assertThat(violations((from, to) -> !isFrontDoor(to))).isEmpty();
  }

  @Test
  void knowsEveryModule() {
    var known = Stream.of(TECHNICAL, ARROWS.keySet(), ABOVE_ALL).flatMap(Set::stream).toList();

    assertThat(CLASSES.stream().map(ArrowsTests::module).filter(m -> !m.isEmpty()).distinct())
        .isSubsetOf(known);
  }

  @Test
  void marksEveryPackageAgainstNulls() {
    var unmarked =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .distinct()
            .filter(name -> !name.equals("frontdesk") && !isMarked(name));

    assertThat(unmarked).isEmpty();
  }

  @Test
  void hasNoCirclesAndNothingInnerInUse() {
    ApplicationModules.of(Frontdesk.class).verify();
  }

  private interface Rule {
    boolean breaks(JavaClass from, JavaClass to);
  }

  private static Set<String> violations(Rule rule) {
    return CLASSES.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(d -> ours(d.getOriginClass()) && ours(d.getTargetClass()))
        .filter(d -> !module(d.getOriginClass()).equals(module(d.getTargetClass())))
        .filter(d -> rule.breaks(d.getOriginClass(), d.getTargetClass()))
        .map(d -> d.getOriginClass().getName() + " -> " + d.getTargetClass().getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean forbidden(JavaClass from, JavaClass to) {
    var origin = module(from);
    var target = module(to);
    if (TECHNICAL.contains(origin)) {
      return !TECHNICAL_ARROWS.get(origin).contains(target);
    }
    return !TECHNICAL.contains(target)
        && !(ABOVE_ALL.contains(origin) && !ABOVE_ALL.contains(target))
        && !ARROWS.getOrDefault(origin, Set.of()).contains(target);
  }

  private static boolean isFrontDoor(JavaClass type) {
    return type.getPackageName().equals("frontdesk." + module(type));
  }

  private static boolean ours(JavaClass type) {
    return !module(type).isEmpty();
  }

  private static String module(JavaClass type) {
    var parts = type.getPackageName().split("\\.");
    return parts.length > 1 && parts[0].equals("frontdesk") ? parts[1] : "";
  }

  private static boolean isMarked(String name) {
    try {
      return Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
