package frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.identity.Accounts;
import frontdesk.identity.Members;
import frontdesk.identity.Role;
import frontdesk.identity.SignIns;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's API over real HTTP, as somebody or as nobody. */
@TestComponent
public class TestApi {

  /** bcrypt of "correct horse": hashing anew for each test would be most of its time. */
  private static final String HASH = "$2a$10$jpW1v/rZLk7TKkc5aqHzseaCYdJjLjWu9DFL0MpGDtK9Jmzu51cCC";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Environment environment;
  private final TestTenants tenants;
  private final Accounts accounts;
  private final Members members;
  private final SignIns signIns;
  private final Tenancy tenancy;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private ApiShapes shapes;

  TestApi(
      Environment environment,
      TestTenants tenants,
      Accounts accounts,
      Members members,
      SignIns signIns,
      Tenancy tenancy,
      TransactionTemplate transaction,
      JsonMapper json) {
    this.environment = environment;
    this.tenants = tenants;
    this.accounts = accounts;
    this.members = members;
    this.signIns = signIns;
    this.tenancy = tenancy;
    this.transaction = transaction;
    this.json = json;
  }

  /** What came back. */
  public record Answer(int status, HttpHeaders headers, String body, JsonNode json) {

    /** The stable name of a problem. */
    public String problem() {
      var type = json.path("type").asString();
      return type.substring(type.lastIndexOf('/') + 1);
    }
  }

  /** The owner of a fresh business. */
  public Client owner() {
    return member(tenants.fresh(), Role.OWNER);
  }

  /** A fresh member of the business; the password is "correct horse". */
  public Client member(Tenant tenant, Role role) {
    var email = role.word() + "-" + UUID.randomUUID() + "@example.com";
    var account =
        transaction.execute(
            tx ->
                accounts
                    .create(email, new Accounts.HashedPassword(HASH), Locale.ENGLISH)
                    .orElseThrow());
    tenancy.as(
        tenant.id(), () -> transaction.execute(tx -> members.join(account, "Ada Test", role)));
    return new Client(tenant, account, email, signIns.bearer(account, tenant.id()));
  }

  public Client anonymous() {
    return new Client(null, null, "", "");
  }

  /** Somebody who calls the API with a bearer, or nobody. */
  public final class Client {
    private final Tenant tenant;
    private final UUID account;
    private final String email;
    private final String bearer;

    private Client(Tenant tenant, UUID account, String email, String bearer) {
      this.tenant = tenant;
      this.account = account;
      this.email = email;
      this.bearer = bearer;
    }

    public Tenant tenant() {
      return tenant;
    }

    public UUID account() {
      return account;
    }

    public String email() {
      return email;
    }

    public String bearer() {
      return bearer;
    }

    public Answer get(String path, String... headers) {
      return send("GET", path, null, headers);
    }

    public Answer post(String path, Object body, String... headers) {
      return send("POST", path, body, headers);
    }

    public Answer put(String path, Object body, String... headers) {
      return send("PUT", path, body, headers);
    }

    public Answer delete(String path, String... headers) {
      return send("DELETE", path, null, headers);
    }

    /**
     * @param body a text or bytes are sent as they are, anything else as JSON, null not at all
     * @param headers names and values in turn
     */
    public Answer send(String method, String path, Object body, String... headers) {
      var publisher =
          switch (body) {
            case null -> BodyPublishers.noBody();
            case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
            case String raw -> BodyPublishers.ofString(raw);
            default -> BodyPublishers.ofString(json.writeValueAsString(body));
          };
      var request = HttpRequest.newBuilder(URI.create(base() + path)).method(method, publisher);
      if (body != null && !Arrays.asList(headers).contains("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
      if (!bearer.isEmpty()) {
        request.header("Authorization", "Bearer " + bearer);
      }
      if (headers.length > 0) {
        request.headers(headers);
      }
      try {
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var read = type.contains("json") ? json.readTree(answer.body()) : json.nullNode();
        if (answer.statusCode() < 300 && !path.startsWith("/v3/")) {
          assertThat(shapes().strays(method, path, answer.statusCode(), read))
              .as("what the API document does not say of %s %s", method, path)
              .isEmpty();
        }
        return new Answer(answer.statusCode(), answer.headers(), answer.body(), read);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** The document to compare answers with; every answer of every test is. */
  public ApiShapes shapes() {
    if (shapes == null) {
      shapes = new ApiShapes(anonymous().get("/v3/api-docs").json());
    }
    return shapes;
  }

  /** Only the status, without waiting for a stream to end. */
  public int status(Client who, String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(base() + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (!who.bearer().isEmpty()) {
      request.header("Authorization", "Bearer " + who.bearer());
    }
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.statusCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public String base() {
    return "http://localhost:" + environment.getRequiredProperty("local.server.port");
  }
}
