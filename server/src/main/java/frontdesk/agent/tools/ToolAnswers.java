package frontdesk.agent.tools;

import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.Offer;
import frontdesk.agent.tools.Toolbox.ProviderFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.agent.tools.Toolbox.Stretch;
import frontdesk.tenancy.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What tools found, as plain values in the business's local time, ready to be written as JSON. */
final class ToolAnswers {

  private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  private final Toolbox tools;
  private final ZoneId zone;
  private final DateTimeFormatter spoken;

  ToolAnswers(Toolbox tools, ZoneId zone, Locale locale) {
    this.tools = tools;
    this.zone = zone;
    this.spoken =
        locale.getLanguage().equals("it")
            ? DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'alle' HH:mm", Locale.ITALIAN)
            : DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'at' HH:mm", Locale.ENGLISH);
  }

  String spoken(Instant start) {
    return spoken.format(start.atZone(zone));
  }

  Map<String, Object> services(List<ServiceFacts> services) {
    return Map.of("outcome", "services", "services", services.stream().map(this::service).toList());
  }

  private Map<String, Object> service(ServiceFacts service) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("name", service.name());
    answer.put("minutes", service.minutes());
    service.price().ifPresent(price -> answer.put("price", price(price)));
    answer.put("people", service.providers().stream().map(ProviderFacts::name).toList());
    return answer;
  }

  List<Map<String, Object>> offers(List<Offer> offers) {
    return offers.stream().map(this::offer).toList();
  }

  private Map<String, Object> offer(Offer offer) {
    return Map.of(
        "start",
        START.format(offer.start().atZone(zone)),
        "say",
        spoken(offer.start()),
        "with",
        providerName(offer.provider()));
  }

  private String providerName(UUID id) {
    return tools.services().stream()
        .flatMap(service -> service.providers().stream())
        .filter(provider -> provider.id().equals(id))
        .map(ProviderFacts::name)
        .findFirst()
        .orElse("");
  }

  Map<String, Object> appointments(List<AppointmentFacts> own) {
    return Map.of(
        "outcome", "appointments", "appointments", own.stream().map(this::appointment).toList());
  }

  Map<String, Object> appointment(AppointmentFacts appointment) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("id", appointment.id().toString());
    answer.put("service", appointment.serviceName());
    answer.put("with", appointment.providerName());
    answer.put("start", START.format(appointment.start().atZone(zone)));
    answer.put("say", spoken(appointment.start()));
    appointment.price().ifPresent(price -> answer.put("price", price(price)));
    answer.put("name", appointment.name());
    appointment.phone().ifPresent(phone -> answer.put("phone", phone));
    answer.put("status", appointment.status());
    return answer;
  }

  Map<String, Object> business(BusinessFacts facts) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("outcome", "facts");
    answer.put("name", facts.name());
    var hours = new LinkedHashMap<String, Object>();
    Stream.of(java.time.DayOfWeek.values())
        .forEach(
            day ->
                hours.put(
                    day.name().toLowerCase(Locale.ROOT),
                    stretches(facts.hours().getOrDefault(day, List.of()))));
    answer.put("hours", hours);
    var exceptions = new LinkedHashMap<String, Object>();
    facts.exceptions().forEach((day, open) -> exceptions.put(day.toString(), stretches(open)));
    answer.put("differentDays", exceptions);
    facts.address().ifPresent(value -> answer.put("address", value));
    facts.phone().ifPresent(value -> answer.put("phone", value));
    facts.email().ifPresent(value -> answer.put("email", value));
    facts.website().ifPresent(value -> answer.put("website", value));
    return answer;
  }

  private static String stretches(List<Stretch> open) {
    return open.isEmpty()
        ? "closed"
        : String.join(", ", open.stream().map(Stretch::written).toList());
  }

  private static String price(Money money) {
    return BigDecimal.valueOf(money.amount(), money.currency().getDefaultFractionDigits())
        + " "
        + money.currency().getCurrencyCode();
  }
}
