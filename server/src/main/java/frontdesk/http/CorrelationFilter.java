package frontdesk.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Names every request, before anything else happens to it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var kept = request.getAttribute(Correlation.KEY);
    var id =
        kept instanceof String known
            ? known
            : Correlation.wellFormedOrNew(request.getHeader(Correlation.HEADER));
    request.setAttribute(Correlation.KEY, id);
    response.setHeader(Correlation.HEADER, id);
    MDC.put(Correlation.KEY, id);
    // filters refuse too, and before Spring has looked who speaks which language
    LocaleContextHolder.setLocale(request.getLocale());
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(Correlation.KEY);
      LocaleContextHolder.resetLocaleContext();
    }
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
