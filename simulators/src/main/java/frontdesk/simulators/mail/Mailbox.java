package frontdesk.simulators.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Refusal;
import frontdesk.simulators.wire.Routes;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * An SMTP server for everybody's mail; what came is read at {@code GET /control/mails?to=}, newest
 * first, and looked at on the page {@code /mails}.
 */
public final class Mailbox implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final long START_MS = 10_000;

  private final GreenMail server;

  /**
   * @param port 0 picks a free one
   */
  public Mailbox(int port, Routes routes) {
    var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(START_MS);
    server =
        new GreenMail(setup)
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    server.start();
    routes.on("GET", "/control/mails", this::list);
    routes.on("GET", "/control/mails/{n}/html", this::html);
  }

  /** For FRONTDESK_SMTP_URL. */
  public String url() {
    return "smtp://127.0.0.1:" + server.getSmtp().getPort();
  }

  public void clear() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }

  private void list(Call call) {
    var to = call.query("to");
    var mails = new ArrayList<ObjectNode>();
    var received = server.getReceivedMessages();
    for (int n = received.length - 1; n >= 0; n--) {
      var mail = json(n, received[n]);
      if (to.map(mail.path("to").asString("")::equalsIgnoreCase).orElse(true)) {
        mails.add(mail);
      }
    }
    call.answer(200, Json.object("count", mails.size(), "items", mails));
  }

  /** As the mail program would show it, in a frame without rights. */
  private void html(Call call) {
    var received = server.getReceivedMessages();
    var n = call.at("n").matches("\\d{1,6}") ? Integer.parseInt(call.at("n")) : received.length;
    if (n >= received.length) {
      throw Refusal.of(404, "No such mail.");
    }
    call.answerHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups"
            + " allow-popups-to-escape-sandbox");
    call.answer(
        200,
        "text/html; charset=utf-8",
        ("<base target=\"_blank\">" + part(received[n], "text/html").orElse(""))
            .getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode json(int n, MimeMessage mail) {
    try {
      var text = part(mail, "text/plain").orElse("");
      return Json.object(
          "n",
          n,
          "id",
          mail.getMessageID(),
          "from",
          first(mail.getFrom()),
          "to",
          first(mail.getAllRecipients()),
          "subject",
          mail.getSubject(),
          "at",
          mail.getSentDate().toInstant().toString(),
          "text",
          text,
          "links",
          LINK.matcher(text).results().map(found -> found.group()).toList());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String first(jakarta.mail.Address... addresses) {
    return List.of(addresses).stream()
        .findFirst()
        .map(a -> a instanceof jakarta.mail.internet.InternetAddress i ? i.getAddress() : "" + a)
        .orElse("");
  }

  /** The first part of this type, however deep. */
  private static Optional<String> part(Part part, String type) {
    try {
      if (part.isMimeType(type)) {
        return Optional.of(part.getContent().toString());
      }
      if (part.getContent() instanceof Multipart parts) {
        var inner = new BodyPart[parts.getCount()];
        for (int i = 0; i < inner.length; i++) {
          inner[i] = parts.getBodyPart(i);
        }
        return Arrays.stream(inner).flatMap(p -> part(p, type).stream()).findFirst();
      }
      return Optional.empty();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
