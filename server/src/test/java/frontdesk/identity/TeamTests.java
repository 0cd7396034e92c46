package frontdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.Mailbox;
import frontdesk.TestApi;
import frontdesk.TestApi.Answer;
import frontdesk.TestApi.Client;
import frontdesk.TestClock;
import frontdesk.channels.Channels;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@DatabaseTest
class TeamTests {

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry properties) {
    properties.add("FRONTDESK_SMTP_URL", Mailbox::url);
  }

  @Autowired TestApi api;
  @Autowired TestClock clock;
  @Autowired Channels channels;
  @Autowired Tenancy tenancy;
  @Autowired SecondFactorStore factors;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void anInvitationLeadsToANewAccountWithItsRole() {
    var owner = api.owner();
    var email = fresh();
    var invited = invite(owner, email, "operator");
    assertThat(invited.status()).isEqualTo(201);
    assertThat(invited.json().path("invitedBy").asString()).isEqualTo("Ada Test");
    var token = Mailbox.of(email).awaitToken("/invite/");

    var offer = api.anonymous().get("/api/auth/invitations/" + token).json();
    assertThat(offer.path("business").asString()).isEqualTo(owner.tenant().name());
    assertThat(offer.path("known").asBoolean()).isFalse();
    var joined = accept(token, Map.of("name", "Bea", "password", "a whole new one"));

    assertThat(joined.status()).isEqualTo(201);
    assertThat(joined.json().path("user").path("role").asString()).isEqualTo("operator");
    var me = api.anonymous().get("/api/me", "Authorization", bearer(joined)).json();
    assertThat(me.path("user").path("emailVerified").asBoolean()).as("the mail proves it").isTrue();
    assertThat(accept(token, Map.of("name", "Bea", "password", "a whole new one")).problem())
        .isEqualTo("invitation-over");
    assertThat(owner.get("/api/invitations").json().path("items")).isEmpty();
  }

  @Test
  void showsThoseWhoLookAfterTheTeamWhenEachWasSeenAndWhatTheyHaveInHand() {
    var owner = api.owner();
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("sandbox", "Try it", Optional.empty(), Map.of(), Map.of()));
    var operator = api.member(owner.tenant(), Role.OPERATOR);
    var manager = api.member(owner.tenant(), Role.MANAGER);
    api.member(owner.tenant(), Role.ACCOUNTANT);
    var seen = clock.instant();
    var bea = id(operator);
    var conversation =
        owner
            .post("/api/sandbox/messages", Map.of("text", "hello", "clientId", "c1"))
            .json()
            .path("conversationId")
            .asString();
    owner.post("/api/conversations/" + conversation + "/assign", Map.of("memberId", bea));
    factors.insert(operator.account(), new byte[] {1}, seen);
    assertThat(team(owner).get("operator").path("secondFactor").asBoolean())
        .as("begun and not confirmed")
        .isFalse();
    factors.confirm(operator.account(), seen);

    clock.advance(Duration.ofMinutes(10));
    var team = team(manager);

    var shown = team.get("operator");
    assertThat(Instant.parse(shown.path("lastSeenAt").asString()))
        .isBetween(seen.minusSeconds(5), seen.plusSeconds(60));
    assertThat(shown.path("online").asBoolean()).isFalse();
    assertThat(shown.path("secondFactor").asBoolean()).isTrue();
    assertThat(shown.path("openConversations").asInt()).isEqualTo(1);
    assertThat(team.get("manager").path("online").asBoolean()).isTrue();
    assertThat(team.get("manager").path("openConversations").asInt()).isZero();
    assertThat(team.get("accountant").has("lastSeenAt")).as("has never come").isFalse();
    assertThat(operator.get("/api/members/team").status()).isEqualTo(403);

    owner.post("/api/conversations/" + conversation + "/close", null);
    assertThat(team(owner).get("operator").path("openConversations").asInt()).isZero();
  }

  private static Map<String, JsonNode> team(Client who) {
    return who.get("/api/members/team")
        .json()
        .path("items")
        .valueStream()
        .collect(Collectors.toMap(member -> member.path("role").asString(), member -> member));
  }

  @Test
  void aLinkHandedOverProvesNoAddress() {
    var owner = api.owner();
    var id = invite(owner, fresh(), "manager").json().path("id").asString();
    var url = owner.post("/api/invitations/" + id + "/link", null).json().path("url").asString();

    var joined =
        accept(
            url.substring(url.lastIndexOf('/') + 1),
            Map.of("name", "Bea", "password", "a whole new one"));

    var me = api.anonymous().get("/api/me", "Authorization", bearer(joined)).json();
    assertThat(me.path("user").path("emailVerified").asBoolean()).isFalse();
  }

  @Test
  void anAccountThereIsAcceptsForItselfAlone() {
    var owner = api.owner();
    var other = api.owner();
    var stranger = api.owner();
    invite(owner, other.email(), "manager");
    var path = "/api/auth/invitations/" + Mailbox.of(other.email()).awaitToken("/invite/");

    assertThat(api.anonymous().get(path).json().path("known").asBoolean()).isTrue();
    assertThat(api.anonymous().post(path + "/accept", Map.of("name", "Bea")).problem())
        .isEqualTo("other-account");
    assertThat(stranger.post(path + "/accept", Map.of("name", "Bea")).problem())
        .isEqualTo("other-account");
    assertThat(other.get(path).json().path("mine").asBoolean()).isTrue();
    assertThat(other.post(path + "/accept", Map.of("name", "Bea")).status()).isEqualTo(201);

    assertThat(names(owner)).contains("Bea");
    var joined = owner.get("/api/audit").json().path("items").path(0);
    assertThat(joined.path("action").asString()).isEqualTo("member.joined");
    assertThat(joined.path("actor").asString())
        .as("not by their place elsewhere")
        .isEqualTo("system");
  }

  @Test
  void revokedAndOldInvitationsLeadNowhereUntilSentAgain() {
    var owner = api.owner();
    var email = fresh();
    var id = invite(owner, email, "operator").json().path("id").asString();
    var token = Mailbox.of(email).awaitToken("/invite/");
    assertThat(invite(owner, email, "manager").problem()).isEqualTo("invited-already");

    clock.advance(Duration.ofDays(8));
    assertThat(look(token).problem()).isEqualTo("invitation-over");
    var again = api.member(owner.tenant(), Role.OWNER);
    assertThat(again.post("/api/invitations/" + id + "/resend", null).status()).isEqualTo(202);
    assertThat(look(token).status()).isEqualTo(200);
    assertThat(again.delete("/api/invitations/" + id).status()).isEqualTo(204);
    assertThat(look(token).problem()).isEqualTo("invitation-over");
  }

  @Test
  void managersNeitherMakeNorTouchOwners() {
    var owner = api.owner();
    var manager = api.member(owner.tenant(), Role.MANAGER);
    var operator = api.member(owner.tenant(), Role.OPERATOR);

    assertThat(invite(manager, fresh(), "owner").problem()).isEqualTo("owners-only");
    assertThat(role(manager, owner, "operator").problem()).isEqualTo("owners-only");
    assertThat(role(manager, operator, "owner").problem()).isEqualTo("owners-only");
    assertThat(deactivate(manager, owner, Map.of()).problem()).isEqualTo("owners-only");
    assertThat(role(manager, operator, "accountant").status()).isEqualTo(204);
    assertThat(operator.get("/api/conversations").status()).isEqualTo(403);
  }

  @Test
  void theLastOwnerStaysOne() {
    var owner = api.owner();
    var second = api.member(owner.tenant(), Role.OWNER);

    assertThat(role(owner, second, "manager").status()).isEqualTo(204);
    assertThat(role(owner, owner, "manager").problem()).isEqualTo("last-owner");
    assertThat(deactivate(owner, owner, Map.of()).problem()).isEqualTo("yourself");
  }

  @Test
  void ofTwoOwnersWhoDemoteEachOtherAtOnceOneStays() {
    var owner = api.owner();
    var second = api.member(owner.tenant(), Role.OWNER);

    Stream.of(List.of(owner, second), List.of(second, owner))
        .parallel()
        .forEach(pair -> role(pair.getFirst(), pair.getLast(), "operator"));

    var owners =
        Stream.of(owner, second)
            .filter(c -> c.get("/api/me").json().at("/user/role").asString().equals("owner"));
    assertThat(owners.count()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void whoIsDeactivatedIsOutAtOnceAndTheirConversationsGoOn() {
    var owner = api.owner();
    var leaving = api.member(owner.tenant(), Role.OPERATOR);
    var staying = api.member(owner.tenant(), Role.OPERATOR);
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("sandbox", "Try it", Optional.empty(), Map.of(), Map.of()));
    var conversation =
        owner
            .post("/api/sandbox/messages", Map.of("text", "hello", "clientId", "c0"))
            .json()
            .path("conversationId")
            .asString();
    var path = "/api/conversations/" + conversation;
    owner.post(path + "/assign", Map.of("memberId", id(leaving)));

    var left = deactivate(owner, leaving, Map.of("handTo", id(staying)));

    assertThat(left.status()).as(left.body()).isEqualTo(204);
    assertThat(leaving.get("/api/me").problem()).isEqualTo("session-ended");
    assertThat(owner.get(path).json().path("assignee").path("id").asString())
        .isEqualTo(id(staying));
    assertThat(deactivate(owner, staying, Map.of()).status()).isEqualTo(204);
    assertThat(owner.get(path).json().has("assignee")).isFalse();
    assertThat(owner.get("/api/members/former").json().path("items")).hasSize(2);
  }

  @Test
  void whoComesBackIsTheSameMember() {
    var owner = api.owner();
    var operator = api.member(owner.tenant(), Role.OPERATOR);
    var id = id(operator);
    deactivate(owner, operator, Map.of());

    assertThat(owner.post("/api/members/" + id + "/reactivate", null).status()).isEqualTo(204);

    var in =
        api.anonymous()
            .post(
                "/api/auth/login", Map.of("email", operator.email(), "password", "correct horse"));
    assertThat(in.json().path("user").path("id").asString()).isEqualTo(id);
  }

  @Test
  void looksWithTheEyesOfAnotherRoleAndChangesNothing() {
    var owner = api.owner();
    var signedIn =
        api.anonymous()
            .post("/api/auth/login", Map.of("email", owner.email(), "password", "correct horse"));
    var cookies =
        signedIn.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.split(";")[0])
            .reduce("", (all, one) -> all + one + "; ");
    var token = cookies.replaceAll(".*XSRF-TOKEN=([^;]+);.*", "$1");
    String[] asAccountant = {"Cookie", cookies, "X-Frontdesk-View-As", "accountant"};

    var me = api.anonymous().get("/api/me", asAccountant).json();
    assertThat(me.path("user").path("role").asString()).isEqualTo("accountant");
    assertThat(api.anonymous().get("/api/conversations", asAccountant).status()).isEqualTo(403);
    var changed =
        api.anonymous()
            .put(
                "/api/business",
                Map.of("name", "Bar"),
                "Cookie",
                cookies,
                "X-Frontdesk-View-As",
                "manager",
                "X-XSRF-TOKEN",
                token);
    assertThat(changed.problem()).isEqualTo("only-viewing");
  }

  private Answer invite(Client by, String email, String role) {
    return by.post("/api/invitations", Map.of("email", email, "role", role));
  }

  private Answer look(String token) {
    return api.anonymous().get("/api/auth/invitations/" + token);
  }

  private Answer accept(String token, Map<String, String> body) {
    return api.anonymous().post("/api/auth/invitations/" + token + "/accept", body);
  }

  private Answer role(Client by, Client whose, String role) {
    return by.put("/api/members/" + id(whose) + "/role", Map.of("role", role));
  }

  private Answer deactivate(Client by, Client who, Map<String, String> more) {
    return by.post("/api/members/" + id(who) + "/deactivate", more);
  }

  private static String id(Client who) {
    return who.get("/api/me").json().path("user").path("id").asString();
  }

  private static List<String> names(Client who) {
    return who.get("/api/members")
        .json()
        .path("items")
        .valueStream()
        .map(member -> member.path("name").asString())
        .toList();
  }

  private static String bearer(Answer signedIn) {
    return "Bearer " + signedIn.json().path("accessToken").asString();
  }

  private static String fresh() {
    return "new-" + UUID.randomUUID() + "@example.com";
  }
}
