package frontdesk.mail;

import frontdesk.settings.Setting;
import frontdesk.settings.Settings;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The SMTP server of FRONTDESK_SMTP_URL. Without one there is none, and mails wait. */
@Component
class MailServer {

  private static final String TIMEOUT_MS = "10000";

  private final Optional<JavaMailSenderImpl> smtp;
  private final String from;
  private final String host;

  MailServer(Settings settings) {
    this.host = URI.create(settings.publicUrl()).getHost();
    this.smtp = settings.find(Setting.SMTP_URL).map(URI::create).map(this::smtp);
    this.from =
        settings.find(Setting.MAIL_FROM).orElseGet(() -> "Frontdesk <no-reply@" + host + ">");
  }

  boolean isThere() {
    return smtp.isPresent();
  }

  void send(MailOrder order, Mail mail) {
    var sender = smtp.orElseThrow();
    try {
      var message = new Identified(sender.getSession(), "<" + order.id() + "@" + host + ">");
      var helper = new MimeMessageHelper(message, true, "UTF-8");
      helper.setFrom(new InternetAddress(from, true));
      message.setRecipient(RecipientType.TO, new InternetAddress(order.address(), true));
      // names of others stand in it: one line, whatever they hold
      helper.setSubject(mail.subject().replaceAll("\\s+", " "));
      helper.setSentDate(Date.from(order.askedAt()));
      helper.setText(MailLayout.text(mail), MailLayout.html(mail));
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("Content-Language", mail.locale().getLanguage());
      sender.send(message);
    } catch (MessagingException e) {
      throw new IllegalStateException("The mail cannot be put together: " + e.getMessage(), e);
    }
  }

  /** Its id is ours and stays the same for every attempt. */
  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /** {@code smtp://user:password@host:587}, or {@code smtps} for TLS from the first byte. */
  private JavaMailSenderImpl smtp(URI uri) {
    var encrypted = uri.getScheme().equals("smtps");
    var sender = new JavaMailSenderImpl();
    sender.setProtocol(uri.getScheme());
    sender.setHost(uri.getHost());
    sender.setPort(uri.getPort() > 0 ? uri.getPort() : encrypted ? 465 : 587);
    sender.setDefaultEncoding("UTF-8");
    var properties = new Properties();
    var prefix = "mail." + uri.getScheme() + ".";
    properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MS);
    properties.setProperty(prefix + "timeout", TIMEOUT_MS);
    properties.setProperty(prefix + "writetimeout", TIMEOUT_MS);
    // how we greet; the library would look our own name up, which can take seconds
    properties.setProperty(prefix + "localhost", host);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "starttls.enable", "true");
    if (uri.getRawUserInfo() != null) {
      var parts = uri.getRawUserInfo().split(":", 2);
      sender.setUsername(decode(parts[0]));
      sender.setPassword(parts.length == 2 ? decode(parts[1]) : "");
      properties.setProperty(prefix + "auth", "true");
      // a password travels under TLS or not at all
      properties.setProperty(prefix + "starttls.required", Boolean.toString(!encrypted));
    }
    sender.setJavaMailProperties(properties);
    return sender;
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
