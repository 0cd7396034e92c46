package frontdesk.onboarding;

import frontdesk.http.RateLimits;
import frontdesk.http.Refused;
import frontdesk.identity.Accounts;
import frontdesk.identity.NewPasswords;
import frontdesk.identity.SignIns;
import frontdesk.onboarding.Registration.Asked;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing up. */
@RestController
class RegisterController {

  private final Registration registration;
  private final Accounts accounts;
  private final SignIns signIns;
  private final Templates templates;
  private final RateLimits limits;

  RegisterController(
      Registration registration,
      Accounts accounts,
      SignIns signIns,
      Templates templates,
      RateLimits limits) {
    this.registration = registration;
    this.accounts = accounts;
    this.signIns = signIns;
    this.templates = templates;
    this.limits = limits;
  }

  record Register(
      @NotBlank @Size(max = 120) String businessName,
      @NotBlank @Email @Size(max = 254) String email,
      @NotNull @Size(max = 1_000) String password,
      @Nullable @Size(max = 120) String name,
      @Nullable @Size(max = 60) String timezone,
      @Nullable @Size(max = 2) String country,
      @Nullable @Size(max = 3) String currency,
      @Nullable @Size(max = 35) String locale,
      @Nullable @Size(max = 40) String template) {}

  @PostMapping("/api/auth/register")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<SignIns.Answer> register(
      @Valid @RequestBody Register asked, Locale caller, HttpServletRequest request) {
    limits.take(RateLimits.Limit.REGISTER, request.getRemoteAddr());
    var business =
        BusinessFields.business(
            asked.businessName(),
            asked.timezone(),
            asked.country(),
            asked.currency(),
            asked.locale(),
            caller);
    var template = templates.named(asked.template());
    NewPasswords.check("password", asked.password());
    if (accounts.exists(asked.email())) {
      throw taken();
    }
    var made =
        registration
            .register(
                new Asked(
                    business,
                    asked.email(),
                    BusinessFields.given(asked.name())
                        .or(() -> OwnerName.in(asked.email()))
                        .orElse(business.name()),
                    accounts.hash(asked.password()),
                    template))
            .orElseThrow(RegisterController::taken);
    return signIns.begin(HttpStatus.CREATED, made.account(), Optional.of(made.tenant()), request);
  }

  private static Refused taken() {
    return new Refused(HttpStatus.CONFLICT, "email-taken");
  }
}
