package frontdesk.conversations;

import frontdesk.http.NotFound;
import frontdesk.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whatever is asked of a conversation that the caller may not see, it is not there. */
@Component
class ConversationGate implements WebMvcConfigurer, HandlerInterceptor {

  private final InboxQueries inbox;

  ConversationGate(InboxQueries inbox) {
    this.inbox = inbox;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/conversations/*/**").order(1);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var seeing = Caller.of(request).map(Seeing::of).orElse(Seeing.ALL);
    if (!seeing.all()) {
      conversation(request)
          .filter(id -> !inbox.shows(id, seeing))
          .ifPresent(
              id -> {
                throw new NotFound("conversation " + id);
              });
    }
    return true;
  }

  /** Empty for what has none, or one that the handler will refuse to read. */
  private static Optional<UUID> conversation(HttpServletRequest request) {
    var variables =
        (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    try {
      return Optional.ofNullable(variables)
          .map(all -> (String) all.get("id"))
          .map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
