package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.Edge;
import frontdesk.agent.builtin.DialogueState.Question;
import frontdesk.agent.builtin.Said.Span;
import frontdesk.agent.language.TimeMention;
import frontdesk.agent.language.TimeWords;
import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.ProviderFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All that the recognisers found in what was newly said. */
record Heard(
    Said said,
    List<TimeMention> times,
    Optional<LocalTime> goneBy,
    Edge edge,
    ServiceWords.Found services,
    ProviderWords.Found providers,
    Optional<PersonNames.Found> name,
    Company company,
    Optional<PhoneNumbers.Found> phone,
    Optional<String> email,
    YesNo yesNo,
    Map<Intent, Span> intents,
    Kept kept) {

  /**
   * What one recogniser has claimed is struck out for the next: a phone number is no time, a name
   * no provider, "marzo" no Marco.
   */
  static Heard in(
      Said whole,
      Question open,
      String language,
      ZonedDateTime now,
      BusinessFacts business,
      List<ServiceFacts> services,
      Optional<String> knownPhone) {
    var visits = OthersVisits.in(whole);
    var said = whole.without(visits.spans());
    var claimed = new ArrayList<Span>();
    var email = EmailAddresses.in(said);
    email.ifPresent(found -> claimed.add(found.span()));
    var phone =
        PhoneEndings.in(said, knownPhone)
            .or(() -> PhoneNumbers.in(said.without(claimed), business.country()));
    phone.filter(PhoneNumbers.Found::possible).ifPresent(found -> claimed.add(found.span()));

    var people = providersOf(services);
    var timely =
        new TimelyNames(
                said.without(claimed),
                open == Question.NAME,
                word -> !ProviderWords.in(Said.of(word), people).wanted().isEmpty())
            .find();
    timely.ifPresent(found -> claimed.add(found.span()));
    var offered = ServiceWords.in(said.without(claimed), services);
    var numbers = offered.spans().stream().filter(span -> isNumber(said, span)).toList();
    var forTimes = new ArrayList<>(claimed);
    forTimes.addAll(numbers);
    forTimes.addAll(Company.counts(said));
    forTimes.addAll(Kept.otherwise(said));
    var times =
        visits.wishesOf(
            TimeWords.mentions(whole.without(forTimes).raw(), Locale.of(language), now), said);
    var spoken = new ArrayList<>(claimed);
    times.stream()
        .map(time -> new Span(time.start(), time.end()))
        .filter(
            span -> offered.spans().stream().noneMatch(s -> s.overlaps(span.start(), span.end())))
        .forEach(spoken::add);

    var withServices = new ArrayList<>(spoken);
    withServices.addAll(offered.spans());
    var company = company(said, offered, withServices);
    var name = timely.or(() -> name(said, open, spoken, withServices, phone, people, company));
    var forProviders = new ArrayList<>(spoken);
    name.ifPresent(found -> forProviders.add(found.span()));
    var providers = ProviderWords.in(said.without(forProviders), people);
    var intents =
        Intent.in(said.without(name.map(found -> List.of(found.span())).orElse(List.of())));
    var opening = intents.get(Intent.HOURS);
    if (opening != null && OpeningQuestions.asksWhenToCome(said, opening, times, offered.spans())) {
      intents.put(Intent.FREE_TIMES, intents.remove(Intent.HOURS));
    }
    intents.computeIfPresent(
        Intent.HOURS, (_, asked) -> OpeningQuestions.whole(said, asked, times, offered.spans()));
    var reasons = new Reasons(said);
    var wishes = reasons.wishesOf(times);
    var kept = Kept.in(said, wishes, services, people, intents.containsKey(Intent.CANCEL));
    return new Heard(
        said,
        wishes.stream().filter(time -> !kept.times().contains(time)).toList(),
        reasons.goneBy(times),
        Edges.of(said),
        offered,
        providers,
        name,
        company,
        phone,
        email.map(EmailAddresses.Found::address),
        YesNo.of(said),
        intents,
        kept);
  }

  boolean has(Intent... any) {
    for (var intent : any) {
      if (intents.containsKey(intent)) {
        return true;
      }
    }
    return false;
  }

  /** "Thank you!", and nothing that would take a booking further. */
  boolean onlyThanks() {
    return has(Intent.THANKS)
        && !isQuestion()
        && !bringsFacts()
        && !providers.anyone()
        && !has(Intent.BOOK, Intent.FREE_TIMES, Intent.INSTEAD);
  }

  boolean isQuestion() {
    return said.raw().indexOf('?') >= 0;
  }

  /** Whether it brings anything that a booking is made of. */
  boolean bringsFacts() {
    return !times.isEmpty()
        || edge != Edge.NONE
        || services.any()
        || !services.unwanted().isEmpty()
        || !providers.wanted().isEmpty()
        || !providers.unwanted().isEmpty()
        || name.isPresent()
        || phone.isPresent()
        || email.isPresent();
  }

  static List<ProviderFacts> providersOf(List<ServiceFacts> services) {
    var all = new LinkedHashMap<Object, ProviderFacts>();
    services.forEach(
        service ->
            service.providers().forEach(provider -> all.putIfAbsent(provider.id(), provider)));
    return List.copyOf(all.values());
  }

  /** "Two haircuts" are for two, even when the other one is not named. */
  private static Company company(Said said, ServiceWords.Found offered, List<Span> claimed) {
    var company = Company.in(said.without(claimed));
    boolean counted =
        offered.spans().stream()
            .anyMatch(
                span ->
                    said.plain()
                        .substring(0, span.start())
                        .matches("(?s).*\\b(two|2|due|a couple of)\\s+"));
    return counted ? new Company(false, true, company.called()) : company;
  }

  private static Optional<PersonNames.Found> name(
      Said said,
      Question open,
      List<Span> spoken,
      List<Span> withServices,
      Optional<PhoneNumbers.Found> phone,
      List<ProviderFacts> people,
      Company company) {
    if (open == Question.NAME) {
      var answer = PersonNames.asAnswer(said.without(spoken));
      if (answer.isPresent()) {
        return answer;
      }
    }
    if (company.another() && company.called().filter(PersonNames.Found::whole).isPresent()) {
      return company.called();
    }
    var read = said.without(withServices);
    if (company.another()) {
      read = read.without(CompanyNames.ofTheWriter(read));
    }
    read = read.without(company.called().map(found -> List.of(found.span())).orElse(List.of()));
    var found = PersonNames.in(read, phone.map(PhoneNumbers.Found::span));
    // a provider's own name standing alone is a wish, unless a name was asked for
    return found.filter(
        name -> {
          var named = ProviderWords.in(Said.of(name.name()), people);
          long words = Said.of(name.name()).words().size();
          boolean introduced =
              name.sure()
                  && !said.plain()
                      .substring(0, name.span().start())
                      .matches("(?s).*\\b(for|per|under|from|with|con)\\s*");
          return named.wanted().isEmpty()
              || !given(said, name, named.spans().getFirst())
                  && words > 1
                  && (introduced || !wholeName(name.name(), people));
        });
  }

  /** "With Marco Neri": who gives the service, whatever stands beside the name. */
  private static boolean given(Said said, PersonNames.Found name, Span provider) {
    return said.plain()
        .substring(0, name.span().start() + provider.start())
        .matches(
            "(?s).*\\b(with|con|da|dal|dalla)\\s+(?:(?:il|la|lo) )?"
                + "(?:(?:dr|dott\\w*|doctor|prof\\w*|mrs?|ms|sig\\w*)\\.? ?)?");
  }

  private static boolean wholeName(String name, List<ProviderFacts> people) {
    var said = Said.of(name).words().stream().map(Said.Word::text).toList();
    return people.stream()
        .map(provider -> Said.of(provider.name()).words().stream().map(Said.Word::text).toList())
        .anyMatch(full -> full.containsAll(said));
  }

  private static boolean isNumber(Said said, Span span) {
    return said.plain().substring(span.start(), span.end()).matches("\\d+");
  }
}
