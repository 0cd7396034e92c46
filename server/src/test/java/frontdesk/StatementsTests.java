package frontdesk;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads the SQL as it stands in the code: a module's tables are touched by that module alone, and
 * every statement names its tenant. Also reads the migrations, to know whose table is whose.
 */
class StatementsTests {

  private static final Path MAIN = Path.of("src/main/java/frontdesk");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  /** Whose each table is; a new one is entered here. */
  private static final Map<String, Set<String>> TABLES =
      Map.ofEntries(
          entry("tenancy", Set.of("tenant", "control.slug")),
          entry("http", Set.of("idempotent_answer")),
          entry("mail", Set.of("control.mail")),
          entry(
              "identity",
              Set.of(
                  "member",
                  "audit_entry",
                  "control.account",
                  "control.membership",
                  "control.platform_administrator",
                  "control.session",
                  "control.refresh_token",
                  "control.link",
                  "invitation",
                  "control.invitation_link",
                  "control.second_factor",
                  "control.recovery_code",
                  "control.trusted_device",
                  "control.api_key")),
          entry("contacts", Set.of("contact", "contact_identity", "contact_merge")),
          entry(
              "conversations",
              Set.of(
                  "conversation",
                  "message",
                  "mailbox",
                  "conversation_read",
                  "label",
                  "conversation_label",
                  "draft",
                  "notification",
                  "saved_view",
                  "scheduled_message",
                  "reply_rating",
                  "customer_rating",
                  "bulk_job",
                  "bulk_item",
                  "parked_status",
                  "attachment")),
          entry("channels", Set.of("channel", "visitor", "control.channel_address")),
          entry("journal", Set.of("journal_entry", "control.unrouted_webhook")),
          entry(
              "booking",
              Set.of(
                  "service",
                  "provider",
                  "provider_service",
                  "weekly_hours",
                  "special_day",
                  "appointment",
                  "hold",
                  "time_off",
                  "booked_time")),
          entry(
              "agent",
              Set.of("agent_run", "tool_call", "proposal", "rehearsal", "dialogue", "model_usage")),
          entry("teamwork", Set.of("saved_reply")),
          entry("onboarding", Set.of("setup")));

  /**
   * Reading these across modules is allowed to those that show conversations with their contact.
   */
  private static final Set<String> SHARED = Set.of("conversations reads contact");

  private static final Pattern TEXT =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.DOTALL);
  private static final Pattern TABLE =
      Pattern.compile("\\b(FROM|JOIN|INTO|UPDATE)\\s+((?:control\\.)?[a-z_]+)");
  private static final Pattern CREATED =
      Pattern.compile("CREATE TABLE ((?:control\\.)?[a-z_]+) \\(");

  record Statement(String module, Path file, String sql) {}

  @Test
  void touchesNoOtherModulesTables() throws IOException {
    var strays = new TreeSet<String>();
    for (var statement : statements()) {
      for (var table : tables(statement.sql())) {
        var owner = ownerOf(table);
        if (!owner.isEmpty()
            && !owner.equals(statement.module())
            && !SHARED.contains(statement.module() + " reads " + table)) {
          strays.add(statement.file().getFileName() + " touches " + owner + "'s " + table);
        }
      }
    }
    assertThat(strays).isEmpty();
  }

  @Test
  void namesTheTenantInEveryStatement() throws IOException {
    var forgetful =
        statements().stream()
            .filter(s -> tables(s.sql()).stream().anyMatch(StatementsTests::isTenants))
            .filter(s -> !s.sql().contains("tenant_id"))
            .map(
                s -> s.file().getFileName() + ": " + s.sql().strip().lines().findFirst().orElse(""))
            .toList();
    assertThat(forgetful).isEmpty();
  }

  @Test
  void knowsWhoseEveryTableIs() throws IOException {
    var created = new TreeSet<String>();
    try (var files = Files.list(MIGRATIONS)) {
      for (var file : files.toList()) {
        var found = CREATED.matcher(Files.readString(file));
        while (found.find()) {
          created.add(found.group(1));
        }
      }
    }
    created.remove("control.scheduled_tasks");
    assertThat(created).allMatch(table -> !ownerOf(table).isEmpty());
  }

  private static List<Statement> statements() throws IOException {
    try (var files = Files.walk(MAIN)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(StatementsTests::statements)
          .toList();
    }
  }

  private static Stream<Statement> statements(Path file) {
    try {
      var module = MAIN.relativize(file).getName(0).toString();
      var source = Files.readString(file);
      // pieces that are joined by + are one statement
      var joined =
          source.replaceAll("\"\"\"\\s*\\+\\s*\"\"\"", "").replaceAll("\"\\s*\\+\\s*\"", "");
      return TEXT.matcher(joined)
          .results()
          .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
          .filter(text -> TABLE.matcher(text).find())
          .map(text -> new Statement(module, file, text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> tables(String sql) {
    return TABLE
        .matcher(sql)
        .results()
        .map(found -> found.group(2))
        .filter(table -> !ownerOf(table).isEmpty())
        .collect(Collectors.toSet());
  }

  private static boolean isTenants(String table) {
    return !table.startsWith("control.");
  }

  private static String ownerOf(String table) {
    return TABLES.entrySet().stream()
        .filter(entry -> entry.getValue().contains(table))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
