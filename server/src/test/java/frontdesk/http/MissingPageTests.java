package frontdesk.http;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said at an address where nothing is: to people by a page, to programs by a problem. */
@DatabaseTest
class MissingPageTests {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @Autowired TestApi api;

  @ParameterizedTest
  @ValueSource(strings = {"/foo", "/settings", "/b/nobody", "/apis", "/foo/<b>"})
  void aPersonSeesAPageWithTheWayBack(String path) {
    var answer = opened(path.replace("<", "%3C").replace(">", "%3E"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(answer.body())
        .contains("<html lang=\"en\">", "There is nothing here", "href=\"/\"", "href=\"/login\"")
        .doesNotContain("foo", "correlationId", "<script");
  }

  @Test
  void thePageSpeaksTheLanguageOfTheBrowser() {
    var answer = opened("/foo", "Accept-Language", "it-IT,it;q=0.9,en;q=0.5");

    assertThat(answer.body()).contains("<html lang=\"it\">", "Qui non c&#39;è niente", "Accedi");
  }

  @Test
  void thePageMayDoNoMoreThanAScreen() {
    var headers = opened("/foo").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'", "frame-ancestors 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void aProgramIsToldByAProblem() {
    assertThat(api.anonymous().get("/foo").problem()).isEqualTo("not-found");
    assertThat(api.anonymous().get("/foo", "Accept", "application/json").problem())
        .isEqualTo("not-found");
    assertThat(api.anonymous().get("/foo", "Accept", "text").problem()).isEqualTo("not-found");
    assertThat(api.anonymous().post("/foo", "{}", "Accept", BROWSER).problem())
        .isEqualTo("not-found");
  }

  @Test
  void theApiAnswersProblemsToWhomever() {
    assertThat(opened("/api/nothing-here").problem()).isEqualTo("unauthenticated");
    assertThat(opened("/api/public/nobody/services").problem()).isEqualTo("not-found");
    assertThat(opened("/api/public/nobody").status()).isEqualTo(404);
    assertThat(opened("/webhook/nobody").problem()).isEqualTo("not-found");
    assertThat(api.owner().get("/api/nothing-here", "Accept", BROWSER).problem())
        .isEqualTo("not-found");
  }

  private Answer opened(String path, String... headers) {
    var all = new String[headers.length + 2];
    all[0] = "Accept";
    all[1] = BROWSER;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return api.anonymous().get(path, all);
  }
}
