package frontdesk.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The operator's settings, by the names of docs and `.env.example`. A setting is asked for where it
 * is used; what is unknown or malformed stops the start.
 */
public final class Settings {

  private final UnaryOperator<String> source;

  /**
   * @param source gives a variable's value, or null; also asked for NAME_FILE where a secret may be
   *     kept in a file
   */
  public Settings(UnaryOperator<String> source) {
    this.source = source;
  }

  /** Refuses unknown names, missing partners and values of the wrong form, all in one sentence. */
  public Settings checked(Collection<String> given) {
    given.stream().filter(name -> name.startsWith("FRONTDESK_")).sorted().forEach(Setting::known);
    Arrays.stream(Setting.values()).forEach(this::find);
    needs(Setting.DATABASE_URL, Setting.DATABASE_USER);
    needs(Setting.DATABASE_URL, Setting.DATABASE_OWNER_USER);
    if (!demo()) {
      needs(Setting.ADMIN_EMAIL, Setting.ADMIN_PASSWORD);
    }
    return this;
  }

  private void needs(Setting setting, Setting partner) {
    if (find(setting).isPresent() && find(partner).isEmpty()) {
      throw new BadSetting(
          "%s needs %s beside it".formatted(setting.variable(), partner.variable()));
    }
  }

  /** The value as given, checked for its form; empty when unset or blank. */
  public Optional<String> find(Setting setting) {
    var value =
        Optional.ofNullable(source.apply(setting.variable()))
            .or(() -> fromFile(setting))
            .map(String::strip)
            .filter(text -> !text.isEmpty());
    value.ifPresent(setting::check);
    return value;
  }

  /** The value, or the setting's default. */
  public String get(Setting setting) {
    return find(setting).orElseGet(setting::fallback);
  }

  public int number(Setting setting) {
    return Integer.parseInt(get(setting));
  }

  public double factor(Setting setting) {
    return Double.parseDouble(get(setting));
  }

  public boolean flag(Setting setting) {
    return Boolean.parseBoolean(get(setting));
  }

  public List<String> list(Setting setting) {
    return Arrays.stream(get(setting).split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  public Path dataDirectory() {
    return Path.of(get(Setting.DATA_DIR)).toAbsolutePath().normalize();
  }

  public boolean embeddedDatabase() {
    return find(Setting.DATABASE_URL).isEmpty();
  }

  /** On by itself with the embedded database only. */
  public boolean demo() {
    return find(Setting.DEMO).map(Boolean::parseBoolean).orElse(embeddedDatabase());
  }

  public String publicUrl() {
    return find(Setting.PUBLIC_URL).orElse("http://localhost:" + get(Setting.PORT));
  }

  public boolean hasRole(String role) {
    return Set.copyOf(list(Setting.ROLES)).contains(role);
  }

  private Optional<String> fromFile(Setting setting) {
    var file = source.apply(setting.variable() + "_FILE");
    if (file == null || !setting.secret()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new BadSetting(
          "%s_FILE names %s, which cannot be read".formatted(setting.variable(), file));
    }
  }
}
