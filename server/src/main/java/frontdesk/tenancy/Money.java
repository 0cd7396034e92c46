package frontdesk.tenancy;

import java.util.Currency;

/**
 * An amount of money in the minor unit of its currency (ISO 4217): 1250 EUR is 12.50 €. May be
 * negative, as a refund is.
 */
public record Money(long amount, Currency currency) {

  public static Money of(long amount, String currency) {
    return new Money(amount, Currency.getInstance(currency));
  }
}
