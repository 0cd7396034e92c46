package frontdesk.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser may do with each answer. Nothing may be framed but the customers' pages, which the
 * business's own site shows; the widget is a script for any page.
 */
final class SecurityHeaders extends OncePerRequestFilter {

  private static final String SCREEN =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:;"
          + " connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors ";

  private static final String DATA =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var path = request.getServletPath();
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(self), payment=(self)");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    if (path.startsWith("/api/") || path.startsWith("/webhook/") || path.startsWith("/actuator/")) {
      response.setHeader("Content-Security-Policy", DATA);
      response.setHeader("Cache-Control", "no-store");
    } else if (isForCustomers(path)) {
      response.setHeader("Content-Security-Policy", SCREEN + "'self' https:");
    } else if (path.startsWith("/widget")) {
      response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
      response.setHeader("Access-Control-Allow-Origin", "*");
    } else {
      response.setHeader("Content-Security-Policy", SCREEN + "'none'");
      response.setHeader("X-Frame-Options", "DENY");
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }
    chain.doFilter(request, response);
  }

  private static boolean isForCustomers(String path) {
    return path.startsWith("/b/");
  }
}
