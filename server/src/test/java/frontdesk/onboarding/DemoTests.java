package frontdesk.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class DemoTests {

  private static final String PASSWORD = "frontdesk-demo";

  @Autowired TestApi api;
  @Autowired DemoBusinesses businesses;
  @Autowired JsonMapper json;

  @Test
  void fillsAnEmptyInstallationOnce() {
    var data = Demo.data(json);

    assertThat(businesses.make(data, PASSWORD)).isTrue();
    assertThat(businesses.make(data, PASSWORD)).isFalse();

    var aurora = signIn("luca@studio-aurora.example");
    var lume = signIn("anna@bottega-lume.example");
    assertThat(count(aurora, "conversations") + count(lume, "conversations")).isEqualTo(12);
    assertThat(count(aurora, "contacts") + count(lume, "contacts")).isEqualTo(40);
    assertThat(count(aurora, "appointments") + count(lume, "appointments")).isEqualTo(30);
    assertThat(
            api.anonymous()
                .get("/api/conversations?view=attention", "Authorization", aurora)
                .json()
                .path("items"))
        .hasSize(1);
    assertThat(
            api.anonymous()
                .get("/api/me", "Authorization", signIn("giulia@studio-aurora.example"))
                .json()
                .path("businesses")
                .valueStream())
        .extracting(b -> b.path("slug").asString() + " " + b.path("role").asString())
        .containsExactly("studio-aurora owner", "bottega-lume manager");
  }

  private int count(String bearer, String what) {
    var answer = api.anonymous().get("/api/" + what + "?limit=200", "Authorization", bearer);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("items").size();
  }

  private String signIn(String email) {
    var answer =
        api.anonymous().post("/api/auth/login", Map.of("email", email, "password", PASSWORD));
    return "Bearer " + answer.json().path("accessToken").asString();
  }
}
