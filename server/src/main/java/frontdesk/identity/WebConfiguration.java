package frontdesk.identity;

import frontdesk.http.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers their caller, and lets through only those who have what a handler asks for. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final PlatformDoor platform;

  WebConfiguration(PlatformDoor platform) {
    this.platform = platform;
    // who asks comes from the credential; the API document shall not take it for a parameter
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, SignedIn.class);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Rights(platform)).addPathPatterns("/api/**");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new Who());
  }

  private static Optional<SignedIn> signedIn(@Nullable Object attribute) {
    return Optional.ofNullable((SignedIn) attribute);
  }

  private static final class Rights implements HandlerInterceptor {

    private final PlatformDoor platform;

    Rights(PlatformDoor platform) {
      this.platform = platform;
    }

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (handler instanceof HandlerMethod method && !Access.isOpen(request)) {
        check(method, signedIn(request.getAttribute(SignedIn.class.getName())));
      }
      return true;
    }

    private void check(HandlerMethod method, Optional<SignedIn> who) {
      if (asks(method, RequiresPlatform.class)) {
        platform.require(who);
      } else if (!asks(method, RequiresAccount.class)) {
        checkCaller(method, who.flatMap(SignedIn::caller));
      }
    }

    private static void checkCaller(HandlerMethod method, Optional<Caller> caller) {
      var requires =
          Optional.ofNullable(method.getMethodAnnotation(Requires.class))
              .or(
                  () ->
                      Optional.ofNullable(
                          AnnotatedElementUtils.findMergedAnnotation(
                              method.getBeanType(), Requires.class)));
      var allowed =
          requires.isPresent()
              && caller.isPresent()
              && (requires.get().value().length == 0
                  || Arrays.stream(requires.get().value()).anyMatch(caller.get()::may));
      if (!allowed) {
        throw new Refused(HttpStatus.FORBIDDEN, "forbidden");
      }
    }

    private static boolean asks(
        HandlerMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
      return method.hasMethodAnnotation(annotation)
          || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), annotation);
    }
  }

  private static final class Who implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Caller.class
          || parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binder) {
      var who =
          signedIn(request.getAttribute(SignedIn.class.getName(), RequestAttributes.SCOPE_REQUEST));
      return parameter.getParameterType() == SignedIn.class
          ? who.orElseThrow(() -> Credentials.unauthorized("unauthenticated"))
          : who.flatMap(SignedIn::caller)
              .orElseThrow(() -> new Refused(HttpStatus.FORBIDDEN, "forbidden"));
    }
  }
}
