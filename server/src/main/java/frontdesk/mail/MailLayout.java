package frontdesk.mail;

import frontdesk.http.Texts;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A mail as plain text, and as HTML that every mail program shows alike. */
final class MailLayout {

  private MailLayout() {}

  static String text(Mail mail) {
    var parts = new ArrayList<>(mail.lines());
    mail.button().ifPresent(button -> parts.add(button.words() + ":\n" + button.address()));
    parts.add(mail.small());
    parts.add("-- \nFrontdesk");
    return String.join("\n\n", parts) + "\n";
  }

  static String html(Mail mail) {
    return """
    <!doctype html>
    <html lang="%s"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>%s</title></head>
    <body style="margin:0;padding:24px 12px;background:#f6f7f9;color:#141a21;\
    font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
    <div style="max-width:520px;margin:0 auto;padding:28px;background:#ffffff;\
    border:1px solid #dde2e8;border-radius:14px">
    <p style="margin:0 0 20px;font-weight:600;color:#0f766e">Frontdesk</p>
    %s%s<p style="margin:24px 0 0;font-size:13px;color:#55606e">%s</p>
    </div></body></html>
    """
        .formatted(
            mail.locale().getLanguage(),
            escape(mail.subject()),
            mail.lines().stream()
                .map(line -> "<p style=\"margin:0 0 16px\">" + escape(line) + "</p>\n")
                .collect(Collectors.joining()),
            mail.button().map(button -> button(button, mail)).orElse(""),
            escape(mail.small()));
  }

  private static String button(Mail.Button button, Mail mail) {
    var address = escape(button.address());
    return """
    <p style="margin:24px 0"><a href="%s" style="display:inline-block;padding:12px 20px;\
    border-radius:6px;background:#0f766e;color:#ffffff;font-weight:600;text-decoration:none">\
    %s</a></p>
    <p style="margin:0;font-size:13px;color:#55606e">%s<br>\
    <a href="%s" style="color:#0f766e;word-break:break-all">%s</a></p>
    """
        .formatted(
            address,
            escape(button.words()),
            escape(Texts.say(mail.locale(), "mail.if-the-button-fails")),
            address,
            address);
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
