package frontdesk.onboarding;

import frontdesk.identity.Accounts;
import frontdesk.settings.MasterKey;
import frontdesk.settings.Setting;
import frontdesk.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty installation with sample businesses, so that there is something to see, and says
 * how to sign in. At the next start everything is there and only the sign-ins are said again.
 */
@Component
class Demo implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final String ADMINISTRATOR = "admin@frontdesk.example";

  private final Settings settings;
  private final MasterKey masterKey;
  private final DemoBusinesses businesses;
  private final Accounts accounts;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  Demo(
      Settings settings,
      MasterKey masterKey,
      DemoBusinesses businesses,
      Accounts accounts,
      TransactionTemplate transaction,
      JsonMapper json) {
    this.settings = settings;
    this.masterKey = masterKey;
    this.businesses = businesses;
    this.accounts = accounts;
    this.transaction = transaction;
    this.json = json;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var administrator = settings.find(Setting.ADMIN_EMAIL);
    if (settings.demo()) {
      var data = data();
      var password = password();
      var kept = businesses.make(data, password);
      appoint(administrator.orElse(ADMINISTRATOR), administratorPassword(password));
      tell(data, password, administrator.orElse(ADMINISTRATOR), kept);
    } else if (administrator.isPresent()) {
      appoint(administrator.get(), settings.get(Setting.ADMIN_PASSWORD));
    }
  }

  /**
   * Known to everybody on a machine of one's own; elsewhere made from the master key, so that a
   * demo on the network lets nobody in who cannot read its log.
   */
  private String password() {
    return settings.publicUrl().startsWith("http:")
        ? "frontdesk-demo"
        : HexFormat.of().formatHex(masterKey.derive("demo password"), 0, 8);
  }

  private String administratorPassword(String demo) {
    return settings.find(Setting.ADMIN_PASSWORD).orElse(demo);
  }

  private void appoint(String email, String password) {
    if (accounts.exists(email)) {
      return;
    }
    var hashed = accounts.hash(password);
    transaction.executeWithoutResult(
        tx ->
            accounts
                .create(email, hashed, Locale.ENGLISH)
                .ifPresent(accounts::appointPlatformAdministrator));
  }

  private void tell(DemoData data, String password, String administrator, boolean made) {
    var url = settings.publicUrl();
    var people =
        data.businesses().stream()
            .flatMap(
                b ->
                    b.members().stream()
                        .map(m -> "  %-32s %-14s %s".formatted(m.email(), m.role(), b.name())))
            .collect(Collectors.joining("\n"));
    // one entry of the log, on lines of its own where the log is text
    LOG.info(
        """

        Frontdesk runs at %s (%s)
        Sign in at %s/login with the password %s as
        %s
          %-32s runs the platform (password %s)
        """
            .formatted(
                url,
                made ? "the demo's data is new" : "the demo's data is as you left it",
                url,
                password,
                people,
                administrator,
                settings.find(Setting.ADMIN_PASSWORD).isPresent() ? "as set" : password));
  }

  private DemoData data() {
    return data(json);
  }

  static DemoData data(JsonMapper json) {
    try (var in = new ClassPathResource("onboarding/demo.json").getInputStream()) {
      return json.readValue(in, DemoData.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
