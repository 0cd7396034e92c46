package frontdesk.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What may be asked without a credential; all else is refused. */
final class Access {

  /** Of any method: their handlers look after themselves. */
  static final String[] OPEN = {
    "/webhook/**",
    "/api/public/**",
    "/api/auth/register",
    "/api/auth/login/**",
    "/api/auth/refresh",
    "/api/auth/logout",
    "/api/auth/forgot",
    "/api/auth/reset/**",
    "/api/auth/link/**",
    "/api/auth/verify",
    "/api/auth/invitations/**",
    "/api/plans",
    "/api/subscriptions/webhook",
    "/actuator/health/**",
    "/v3/api-docs/**",
    "/docs/**",
    "/swagger-ui/**",
    "/error"
  };

  /** The screens: files, and routes that the client draws. */
  static final String[] SCREENS = {
    "/",
    "/index.html",
    "/signup",
    "/login/**",
    "/verify/**",
    "/forgot",
    "/reset/**",
    "/invite/**",
    "/app/**",
    "/admin/**",
    "/b/**",
    "/m/**",
    "/pay/**",
    "/o/**",
    "/assets/**",
    "/app-assets/**",
    "/public-assets/**",
    "/fonts/**",
    "/locales/**",
    "/widget.js",
    "/widget/**",
    "/sample.html",
    "/sample/**",
    "/favicon.ico",
    "/favicon.svg",
    "/manifest.webmanifest",
    "/robots.txt"
  };

  private static final PathPattern[] OPEN_PATTERNS =
      Arrays.stream(OPEN).map(PathPatternParser.defaultInstance::parse).toArray(PathPattern[]::new);

  private Access() {}

  static boolean isOpen(HttpServletRequest request) {
    var path = PathContainer.parsePath(request.getServletPath());
    return Arrays.stream(OPEN_PATTERNS).anyMatch(pattern -> pattern.matches(path));
  }

  static boolean isApi(HttpServletRequest request) {
    var path = request.getServletPath();
    return path.startsWith("/api/") || path.startsWith("/actuator/");
  }

  static boolean isReading(HttpServletRequest request) {
    return HttpMethod.GET.matches(request.getMethod())
        || HttpMethod.HEAD.matches(request.getMethod());
  }
}
