package frontdesk.agent.commitments;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The check before sending: every time, date, price, length, deed, phone number and street in a
 * reply must be on record. Questions and offers must name what is free; what is denied passes.
 */
public final class Commitments {

  private Commitments() {}

  /**
   * @param now in the zone of the business
   */
  public static Verdict check(String reply, Locale locale, ZonedDateTime now, Evidence evidence) {
    var around = new AroundTheClock(reply, locale, now, evidence);
    var read = Reply.of(around.without(), locale, now);
    var actions = new ActionClaims(read);
    var claims = new ArrayList<Claim>();
    claims.addAll(around.unbacked());
    claims.addAll(actions.unbacked(evidence));
    claims.addAll(new TimeClaims(read, evidence, actions, now).unbacked());
    claims.addAll(new AmountClaims(read, evidence).unbacked());
    claims.addAll(new ContactClaims(read).unbacked(evidence));
    return claims.isEmpty() ? new Verdict.Backed() : new Verdict.Unbacked(List.copyOf(claims));
  }
}
