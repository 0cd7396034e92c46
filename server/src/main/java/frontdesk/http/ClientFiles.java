package frontdesk.http;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The files of the screens whose names hold a hash of their content, as {@code Inbox-Bk7rrlWy.js}:
 * a browser keeps them for good. All others it asks for again (application.properties), lest an old
 * page names files that are gone.
 */
@Configuration(proxyBeanMethods = false)
class ClientFiles implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry files) {
    files
        .addResourceHandler("/app-assets/*-????????.*")
        .addResourceLocations("classpath:/static/app-assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }
}
