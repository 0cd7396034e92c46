package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.Booked;
import frontdesk.agent.builtin.DialogueState.Errand;
import frontdesk.agent.builtin.DialogueState.Goal;
import frontdesk.agent.builtin.DialogueState.OfferedTime;
import frontdesk.agent.builtin.DialogueState.OpenProposal;
import frontdesk.agent.builtin.DialogueState.Person;
import frontdesk.agent.builtin.DialogueState.Question;
import frontdesk.agent.tools.Toolbox;
import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.Offer;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The dialogue state while a turn works on it, with the tools and the moment at hand. */
final class Talk {

  private static final Set<String> LANGUAGES = Set.of("en", "it");

  final Situation situation;
  final Toolbox tools;
  final BusinessFacts business;
  final List<ServiceFacts> services;

  Optional<String> language;
  boolean formal;
  Goal goal;
  final WishDraft wish;
  Optional<String> name;
  Optional<String> phone;
  Optional<String> email;
  Optional<String> called;
  boolean another;
  List<OfferedTime> offers;
  Question question;
  Optional<OpenProposal> proposal;
  Optional<UUID> target;
  final List<Errand> errands;
  final List<Booked> finished;
  String lastReply;
  int misunderstood;

  Talk(DialogueState state, Situation situation, Toolbox tools) {
    this.situation = situation;
    this.tools = tools;
    this.business = tools.business();
    this.services = tools.services();
    this.language = state.language();
    this.formal = state.formal();
    this.goal = state.goal();
    this.wish = new WishDraft(state.wish());
    this.name = state.person().name();
    this.phone = state.person().phone();
    this.email = state.person().email();
    this.called = state.person().called();
    this.another = state.person().another();
    this.offers = state.offers();
    this.question = state.question();
    this.proposal = state.proposal();
    this.target = state.target();
    this.errands = new ArrayList<>(state.errands());
    this.finished = new ArrayList<>(state.finished());
    this.lastReply = state.lastReply();
    this.misunderstood = state.misunderstood();
  }

  DialogueState state() {
    return new DialogueState(
        DialogueState.VERSION,
        language,
        formal,
        goal,
        wish.kept(),
        new Person(name, phone, email, called, another),
        offers,
        question,
        proposal,
        target,
        List.copyOf(errands),
        List.copyOf(finished),
        lastReply,
        misunderstood);
  }

  String spoken() {
    return language.orElse(situation.locale().getLanguage().equals("it") ? "it" : "en");
  }

  /** What the answer is written in: the customer's own unless another was asked for. */
  String answeredIn() {
    return situation
        .answerIn()
        .map(Locale::getLanguage)
        .filter(LANGUAGES::contains)
        .orElse(spoken());
  }

  Voice voice() {
    return answeredIn().equals("it")
        ? new Italian(formal, business, today())
        : new English(business, today());
  }

  ZonedDateTime now() {
    return situation.now();
  }

  LocalDate today() {
    return now().withZoneSameInstant(business.zone()).toLocalDate();
  }

  ZonedDateTime local(Instant instant) {
    return instant.atZone(business.zone());
  }

  Optional<ServiceFacts> service(UUID id) {
    return services.stream().filter(service -> service.id().equals(id)).findFirst();
  }

  Optional<ServiceFacts> wishedService() {
    return wish.service.flatMap(this::service);
  }

  String providerName(UUID id) {
    return Heard.providersOf(services).stream()
        .filter(provider -> provider.id().equals(id))
        .map(Toolbox.ProviderFacts::name)
        .findFirst()
        .orElse("");
  }

  /** Who may be asked for: the wanted ones, or all that do it but the unwanted. */
  Set<UUID> providersFor(ServiceFacts service) {
    var able = new LinkedHashSet<UUID>();
    service.providers().forEach(provider -> able.add(provider.id()));
    var wanted = new HashSet<>(wish.providers);
    wanted.retainAll(able);
    if (!wanted.isEmpty()) {
      return wanted;
    }
    if (wish.notProviders.isEmpty()) {
      return Set.of();
    }
    able.removeAll(wish.notProviders);
    return able;
  }

  /** The moment from which "later", "same time" and "the day after" are counted. */
  Optional<Instant> anchor() {
    if (wish.start.isPresent()) {
      return wish.start;
    }
    if (proposal.isPresent()) {
      return proposal.map(open -> open.deal().start());
    }
    if (goal == Goal.MOVE) {
      return target.flatMap(this::appointment).map(AppointmentFacts::start);
    }
    if (goal == Goal.BOOK && !offers.isEmpty()) {
      return Optional.of(offers.getFirst().start());
    }
    return finished.isEmpty() ? Optional.empty() : Optional.of(finished.getLast().start());
  }

  Optional<AppointmentFacts> appointment(UUID id) {
    return tools.ownAppointments().stream().filter(own -> own.id().equals(id)).findFirst();
  }

  void offer(List<Offer> found) {
    offers =
        found.stream()
            .map(offer -> new OfferedTime(offer.service(), offer.provider(), offer.start()))
            .toList();
  }

  void withdraw() {
    proposal.ifPresent(open -> tools.withdraw(open.id()));
    proposal = Optional.empty();
  }

  /** The name it goes under: the one said, or the writer's own unless another one comes. */
  Optional<String> nameOfWhoComes() {
    return another ? name : name.or(situation::knownName);
  }

  /** Another one comes now; what was known of the last one is no longer meant. */
  void comes(boolean anotherOne, Optional<String> calledSo) {
    another = anotherOne;
    called = calledSo;
    name = Optional.empty();
  }

  /** The goal is reached or given up: what was wanted is forgotten, who it was is kept. */
  void rest() {
    goal = Goal.NONE;
    wish.clear();
    offers = List.of();
    question = Question.NONE;
    proposal = Optional.empty();
    target = Optional.empty();
  }
}
