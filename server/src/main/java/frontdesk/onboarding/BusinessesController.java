package frontdesk.onboarding;

import frontdesk.http.RateLimits;
import frontdesk.http.Refused;
import frontdesk.identity.Accounts;
import frontdesk.identity.Caller;
import frontdesk.identity.RequiresAccount;
import frontdesk.identity.SignIns;
import frontdesk.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One more business of somebody who is signed in. */
@RestController
@RequiresAccount
class BusinessesController {

  private final Registration registration;
  private final Accounts accounts;
  private final SignIns signIns;
  private final Templates templates;
  private final RateLimits limits;

  BusinessesController(
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

  record NewBusiness(
      @NotBlank @Size(max = 120) String businessName,
      @Nullable @Size(max = 60) String timezone,
      @Nullable @Size(max = 2) String country,
      @Nullable @Size(max = 3) String currency,
      @Nullable @Size(max = 35) String locale,
      @Nullable @Size(max = 40) String template) {}

  /**
   * @param tenant the caller owns it; cookies are good for it at once, a bearer is for one business
   */
  record Added(SignIns.Business tenant) {}

  @PostMapping("/api/me/businesses")
  @ResponseStatus(HttpStatus.CREATED)
  Added add(
      SignedIn who,
      @Valid @RequestBody NewBusiness asked,
      Locale locale,
      HttpServletRequest request) {
    if (who.caller().filter(Caller::apiKey).isPresent()) {
      throw new Refused(HttpStatus.FORBIDDEN, "forbidden");
    }
    limits.take(RateLimits.Limit.REGISTER, request.getRemoteAddr());
    limits.take(RateLimits.Limit.BUSINESS, who.account().toString());
    var business =
        BusinessFields.business(
            asked.businessName(),
            asked.timezone(),
            asked.country(),
            asked.currency(),
            asked.locale(),
            locale);
    var template = templates.named(asked.template());
    var owner =
        who.caller()
            .map(Caller::name)
            .or(() -> OwnerName.in(accounts.email(who.account())))
            .orElse(business.name());
    return new Added(signIns.business(registration.add(who.account(), business, owner, template)));
  }
}
