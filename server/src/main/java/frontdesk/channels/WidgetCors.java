package frontdesk.channels;

import frontdesk.settings.Settings;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the sites where a business embeds its chat call the public API, and no other site. Without
 * allowed origins any site may; a request without an origin is no browser's.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class WidgetCors extends OncePerRequestFilter {

  private static final Pattern PUBLIC = Pattern.compile("/api/public/([a-z0-9-]+)(/.*)?");

  private final Channels channels;
  private final Tenants tenants;
  private final Tenancy tenancy;
  private final String own;

  WidgetCors(Channels channels, Tenants tenants, Tenancy tenancy, Settings settings) {
    this.channels = channels;
    this.tenants = tenants;
    this.tenancy = tenancy;
    this.own = settings.publicUrl();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var path = PUBLIC.matcher(request.getRequestURI());
    var origin = request.getHeader("Origin");
    if (origin == null || !path.matches()) {
      chain.doFilter(request, response);
      return;
    }
    response.addHeader("Vary", "Origin");
    if (!isAllowed(path.group(1), origin, request)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Expose-Headers", "X-Correlation-Id, Retry-After");
    if (request.getMethod().equals("OPTIONS")) {
      response.setHeader("Access-Control-Allow-Methods", "GET, POST");
      response.setHeader(
          "Access-Control-Allow-Headers",
          "Authorization, Content-Type, Accept-Language, Last-Event-ID, Idempotency-Key");
      response.setHeader("Access-Control-Max-Age", "600");
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean isAllowed(String slug, String origin, HttpServletRequest request) {
    var host = origin.replaceFirst("^https?://", "");
    if (origin.equals(own) || host.equals(request.getHeader("Host"))) {
      return true;
    }
    var allowed =
        tenants
            .findBySlug(slug)
            .flatMap(tenant -> tenancy.as(tenant, () -> channels.findBuiltIn("webchat")))
            .map(channel -> channel.settings().getOrDefault("allowedOrigins", List.of()))
            .orElse(List.of());
    return allowed instanceof Collection<?> origins
        && (origins.isEmpty() || origins.contains(origin));
  }
}
