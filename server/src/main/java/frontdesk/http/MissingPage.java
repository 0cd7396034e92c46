package frontdesk.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/**
 * What a person in a browser sees at an address where nothing is, with the way back. Programs are
 * told by a problem, at every address. The page has no script and needs no file but the icon.
 */
final class MissingPage {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private MissingPage() {}

  /** Somebody opened the address; a program takes what comes, or names JSON. */
  static boolean isFor(HttpServletRequest request) {
    return isReading(request)
        && Stream.of("/api/", "/webhook/", "/actuator/", "/v3/")
            .noneMatch(request.getServletPath()::startsWith)
        && asksForPages(request.getHeader(HttpHeaders.ACCEPT));
  }

  static ResponseEntity<Object> answer() {
    return ResponseEntity.status(HttpStatus.NOT_FOUND)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(page());
  }

  /** In the language of the request that is being answered. */
  private static String page() {
    return """
    <!doctype html>
    <html lang="%s"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>%s · Frontdesk</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <style>
    :root { color-scheme: light dark; --canvas: #f6f7f9; --surface: #ffffff; --text: #141a21;
      --muted: #55606e; --border: #dde2e8; --primary: #0f766e; --on-primary: #ffffff;
      --focus: #2563eb }
    @media (prefers-color-scheme: dark) { :root { --canvas: #0e1217; --surface: #151b22;
      --text: #e9edf2; --muted: #a3aebc; --border: #2b3541; --primary: #2dd4bf;
      --on-primary: #04211e; --focus: #8ab0ff } }
    * { box-sizing: border-box }
    body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 16px;
      background: var(--canvas); color: var(--text);
      font: 16px/24px 'Inter Variable', system-ui, sans-serif }
    main { width: 440px; max-width: calc(100vw - 32px); padding: 32px 24px; text-align: center;
      background: var(--surface); border: 1px solid var(--border); border-radius: 14px }
    h1 { margin: 0 0 8px; font-size: 20px; line-height: 28px }
    p { margin: 0; color: var(--muted) }
    nav { display: flex; flex-wrap: wrap; gap: 12px; justify-content: center; margin-top: 24px }
    a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 20px;
      border: 1px solid var(--border); border-radius: 6px; color: var(--text); font-weight: 500;
      text-decoration: none }
    a.primary { background: var(--primary); border-color: var(--primary); color: var(--on-primary) }
    a:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
    </style></head>
    <body><main><h1>%s</h1><p>%s</p>
    <nav><a class="primary" href="/">%s</a><a href="/login">%s</a></nav></main></body></html>
    """
        .formatted(
            say("language"), say("title"), say("title"), say("text"), say("start"), say("sign-in"));
  }

  private static String say(String what) {
    return HtmlUtils.htmlEscape(Texts.say("http.missing-page." + what), "UTF-8");
  }

  private static boolean isReading(HttpServletRequest request) {
    return HttpMethod.GET.matches(request.getMethod())
        || HttpMethod.HEAD.matches(request.getMethod());
  }

  private static boolean asksForPages(@Nullable String accept) {
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
