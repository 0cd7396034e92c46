package frontdesk.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;

/** Every setting there is: its variable is FRONTDESK_ and its name. */
public enum Setting {
  PORT(Form.PORT, "8080"),
  PUBLIC_URL(Form.PUBLIC_URL, ""),
  ROLES(Form.ROLES, "web,worker"),
  DATA_DIR(Form.TEXT, "./data"),
  DATABASE_URL(Form.JDBC, ""),
  DATABASE_USER(Form.TEXT, ""),
  DATABASE_PASSWORD(Form.SECRET, ""),
  DATABASE_OWNER_USER(Form.TEXT, ""),
  DATABASE_OWNER_PASSWORD(Form.SECRET, ""),
  REDIS_URL(Form.TEXT, ""),
  MASTER_KEY(Form.KEY, ""),
  DEMO(Form.FLAG, ""),
  ADMIN_EMAIL(Form.TEXT, ""),
  ADMIN_PASSWORD(Form.SECRET, ""),
  LOG_FORMAT(Form.LOG_FORMAT, "text"),
  DEBOUNCE_MS(Form.NUMBER, "900"),
  RATE_LIMIT_FACTOR(Form.FACTOR, "1"),
  META_APP_SECRET(Form.SECRET, ""),
  META_VERIFY_TOKEN(Form.SECRET, ""),
  META_GRAPH_URL(Form.URL, "https://graph.facebook.com"),
  META_GRAPH_VERSION(Form.TEXT, "v23.0"),
  INSTAGRAM_GRAPH_URL(Form.URL, "https://graph.instagram.com"),
  META_MEDIA_HOSTS(Form.TEXT, "lookaside.fbsbx.com"),
  TELEGRAM_API_URL(Form.URL, "https://api.telegram.org"),
  TWILIO_API_URL(Form.URL, "https://api.twilio.com"),
  STRIPE_SECRET_KEY(Form.SECRET, ""),
  STRIPE_WEBHOOK_SECRET(Form.SECRET, ""),
  STRIPE_API_URL(Form.URL, "https://api.stripe.com"),
  GOOGLE_CLIENT_ID(Form.TEXT, ""),
  GOOGLE_CLIENT_SECRET(Form.SECRET, ""),
  GOOGLE_API_URL(Form.URL, "https://www.googleapis.com"),
  MODEL_CHAIN(Form.MODEL_CHAIN, ""),
  OPENAI_API_KEY(Form.SECRET, ""),
  OPENAI_BASE_URL(Form.URL, "https://api.openai.com/v1"),
  OPENAI_MODEL(Form.TEXT, "gpt-5-mini"),
  ANTHROPIC_API_KEY(Form.SECRET, ""),
  ANTHROPIC_BASE_URL(Form.URL, "https://api.anthropic.com/v1"),
  ANTHROPIC_MODEL(Form.TEXT, "claude-haiku-4-5"),
  GEMINI_API_KEY(Form.SECRET, ""),
  GEMINI_BASE_URL(Form.URL, "https://generativelanguage.googleapis.com/v1beta"),
  GEMINI_MODEL(Form.TEXT, "gemini-2.5-flash"),
  EMBEDDINGS(Form.EMBEDDINGS, "builtin"),
  VOYAGE_API_KEY(Form.SECRET, ""),
  VOYAGE_BASE_URL(Form.URL, "https://api.voyageai.com/v1"),
  SMTP_URL(Form.SMTP, ""),
  MAIL_FROM(Form.MAIL_ADDRESS, "");

  private static final Set<String> MODELS = Set.of("openai", "anthropic", "gemini", "builtin");

  private enum Form {
    TEXT,
    SECRET,
    KEY,
    PORT,
    NUMBER,
    FACTOR,
    FLAG,
    URL,
    PUBLIC_URL,
    JDBC,
    ROLES,
    LOG_FORMAT,
    MODEL_CHAIN,
    EMBEDDINGS,
    SMTP,
    MAIL_ADDRESS
  }

  private final Form form;
  private final String fallback;

  Setting(Form form, String fallback) {
    this.form = form;
    this.fallback = fallback;
  }

  public String variable() {
    return "FRONTDESK_" + name();
  }

  String fallback() {
    return fallback;
  }

  boolean secret() {
    return form == Form.SECRET || form == Form.KEY || form == Form.SMTP;
  }

  /** Refuses a variable of ours that is none. */
  static void known(String variable) {
    var name = variable.endsWith("_FILE") ? variable.substring(0, variable.length() - 5) : variable;
    if (Arrays.stream(values()).noneMatch(setting -> setting.variable().equals(name))) {
      throw new BadSetting(
          "%s is not a setting of Frontdesk; .env.example lists them all".formatted(variable));
    }
  }

  void check(String value) {
    switch (form) {
      case TEXT, SECRET -> {}
      case KEY -> require(value.length() >= 32, "at least 32 characters long", value);
      case PORT ->
          require(
              value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535,
              "a port from 0 to 65535",
              value);
      case NUMBER -> require(value.matches("\\d{1,9}"), "a whole number", value);
      case FACTOR ->
          require(value.matches("\\d{1,9}(\\.\\d+)?"), "a number such as 1 or 0.5", value);
      case FLAG -> require(value.matches("true|false"), "true or false", value);
      case URL -> require(isHttp(value), "an http or https address", value);
      case PUBLIC_URL ->
          require(
              isHttp(value) && (value.startsWith("https:") || isLoopback(value)),
              "an https address (plain http is for this machine only)",
              value);
      case JDBC -> require(value.startsWith("jdbc:postgresql:"), "a jdbc:postgresql: URL", value);
      case ROLES -> requireEach(value, Set.of("web", "worker"));
      case LOG_FORMAT -> require(value.matches("text|json"), "text or json", value);
      case MODEL_CHAIN -> requireEach(value, MODELS);
      case EMBEDDINGS ->
          require(
              value.matches("builtin|openai|gemini|voyage"),
              "builtin, openai, gemini or voyage",
              value);
      case SMTP ->
          require(isSmtp(value), "an address such as smtp://user:password@host:587", value);
      case MAIL_ADDRESS ->
          require(
              value.matches("[^<>@]*<[^<>@\\s]+@[^<>@\\s]+>|[^<>@\\s]+@[^<>@\\s]+"),
              "a mail address, with or without a name",
              value);
    }
  }

  private void requireEach(String value, Set<String> allowed) {
    for (var part : value.split(",")) {
      require(
          allowed.contains(part.strip()),
          "a comma list of " + String.join(", ", allowed.stream().sorted().toList()),
          value);
    }
  }

  private void require(boolean right, String what, String value) {
    if (!right) {
      throw new BadSetting(
          "%s must be %s, not \"%s\"".formatted(variable(), what, secret() ? "…" : value));
    }
  }

  private static boolean isHttp(String value) {
    try {
      var uri = URI.create(value);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isSmtp(String value) {
    try {
      var uri = URI.create(value);
      return uri.getHost() != null
          && ("smtp".equals(uri.getScheme()) || "smtps".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isLoopback(String value) {
    var host = URI.create(value).getHost();
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }
}
