package frontdesk.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import frontdesk.http.NotFound;
import frontdesk.http.Refused;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenant;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own account: who they are here, their sessions, their password. */
@RestController
@RequiresAccount
class MeController {

  private final AccountStore accounts;
  private final Profile profile;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Tenants tenants;
  private final Tenancy tenancy;
  private final OwnPassword ownPassword;
  private final SecondFactors factors;
  private final LiveEvents live;

  MeController(
      AccountStore accounts,
      Profile profile,
      Passwords passwords,
      Sessions sessions,
      Tenants tenants,
      Tenancy tenancy,
      OwnPassword ownPassword,
      SecondFactors factors,
      LiveEvents live) {
    this.accounts = accounts;
    this.profile = profile;
    this.passwords = passwords;
    this.sessions = sessions;
    this.tenants = tenants;
    this.tenancy = tenancy;
    this.ownPassword = ownPassword;
    this.factors = factors;
    this.live = live;
  }

  /**
   * @param lastEventId where the business's stream of events stood before anything else was read: a
   *     stream from there on tells all that happened since
   */
  record Me(
      User user,
      Optional<Business> tenant,
      List<Permission> permissions,
      List<Place> businesses,
      boolean platformAdmin,
      boolean secondFactor,
      Optional<String> lastEventId) {}

  record User(
      UUID id,
      String email,
      String name,
      @Schema(
              allowableValues = {
                "owner",
                "manager",
                "operator",
                "order_manager",
                "accountant",
                "platform_administrator"
              })
          String role,
      String locale,
      boolean emailVerified) {}

  record Business(
      UUID id,
      String slug,
      String name,
      String timezone,
      String country,
      String currency,
      String locale,
      String plan,
      String status) {}

  record Place(String slug, String name, Role role) {}

  record Change(
      @NotBlank @Size(max = 120) String name, @NotNull @Pattern(regexp = "en|it") String locale) {}

  record NewPassword(
      @NotNull @Size(max = 1_000) String current,
      @NotNull @Size(max = 1_000) @JsonProperty("new") String new_) {}

  record Device(
      UUID id,
      boolean current,
      Instant createdAt,
      Instant lastSeenAt,
      String userAgent,
      String address) {}

  record Devices(List<Device> items) {}

  @GetMapping("/api/me")
  Me me(SignedIn who) {
    var caller = who.caller();
    var lastEventId = caller.map(c -> live.lastId(c.tenant()));
    var account = accounts.get(who.account());
    var user =
        caller
            .map(
                c ->
                    new User(
                        c.member(),
                        account.email(),
                        c.name(),
                        c.role().word(),
                        account.locale(),
                        account.emailVerified()))
            .orElseGet(
                () ->
                    new User(
                        account.id(),
                        account.email(),
                        account.email(),
                        "platform_administrator",
                        account.locale(),
                        account.emailVerified()));
    return new Me(
        user,
        caller.map(c -> business(tenants.get())),
        caller.map(c -> c.permissions().stream().sorted().toList()).orElse(List.of()),
        caller.filter(Caller::apiKey).isPresent() ? List.of() : places(who.account()),
        who.platformAdministrator(),
        factors.isOn(who.account()),
        lastEventId);
  }

  @PutMapping("/api/me")
  Me change(SignedIn who, @Valid @RequestBody Change change) {
    profile.change(who.account(), change.name().strip(), change.locale());
    var now =
        new SignedIn(
            who.account(),
            who.session(),
            who.platformAdministrator(),
            who.caller().flatMap(c -> sessions.caller(c.tenant(), c.account())));
    return me(now);
  }

  @GetMapping("/api/auth/sessions")
  Devices sessions(SignedIn who) {
    return new Devices(
        sessions.ofAccount(who.account()).stream()
            .map(
                s ->
                    new Device(
                        s.id(),
                        who.session().equals(Optional.of(s.id())),
                        s.createdAt(),
                        s.lastSeenAt(),
                        s.userAgent(),
                        s.address()))
            .toList());
  }

  @DeleteMapping("/api/auth/sessions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(SignedIn who, @PathVariable UUID id) {
    if (!sessions.end(who.account(), id, "ended by its owner")) {
      throw new NotFound("session");
    }
  }

  /** Signs out everywhere but here. */
  @DeleteMapping("/api/auth/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endOthers(SignedIn who) {
    var session = who.session().orElseThrow(() -> new Refused(HttpStatus.FORBIDDEN, "forbidden"));
    sessions.endOthers(who.account(), session, "ended by its owner");
  }

  /** The other sessions end; this one goes on. */
  @PostMapping("/api/auth/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void password(SignedIn who, @Valid @RequestBody NewPassword change) {
    var session = ownPassword.require(who, "current", change.current());
    NewPasswords.check("new", change.new_());
    profile.setPassword(who.account(), passwords.hash(change.new_()), session);
  }

  private List<Place> places(UUID account) {
    return accounts.businesses(account).stream()
        .flatMap(tenant -> place(tenant, account).stream())
        .toList();
  }

  private Optional<Place> place(TenantId tenant, UUID account) {
    return sessions
        .caller(tenant, account)
        .map(
            caller -> {
              var business = tenancy.as(tenant, tenants::get);
              return new Place(business.slug(), business.name(), caller.role());
            });
  }

  private static Business business(Tenant tenant) {
    return new Business(
        tenant.id().value(),
        tenant.slug(),
        tenant.name(),
        tenant.zone().getId(),
        tenant.country(),
        tenant.currency().getCurrencyCode(),
        tenant.locale().toLanguageTag(),
        tenant.plan(),
        tenant.status());
  }
}
