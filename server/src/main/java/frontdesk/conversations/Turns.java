package frontdesk.conversations;

import frontdesk.database.Pipeline;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** The two transactions of a turn: the claim, which reads all it needs, and the answer. */
@Service
class Turns {

  static final Duration LEASE = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(Turns.class);

  /** A turn that failed this often goes to a person. */
  private static final int MOST_ATTEMPTS = 4;

  private final PlaceStore places;
  private final MessageStore messages;
  private final MailboxStore mailbox;
  private final JdbcOperations jdbc;
  private final ChannelDirectory channels;
  private final ChannelTypes types;
  private final TurnRequests requests;
  private final TurnHandler handler;
  private final Handoffs handoffs;
  private final AssistantSwitch assistant;
  private final LiveEvents live;
  private final MessageViews views;
  private final Tenancy tenancy;
  private final Clock clock;

  Turns(
      PlaceStore places,
      MessageStore messages,
      MailboxStore mailbox,
      JdbcOperations jdbc,
      ChannelDirectory channels,
      ChannelTypes types,
      TurnRequests requests,
      TurnHandler handler,
      Handoffs handoffs,
      AssistantSwitch assistant,
      LiveEvents live,
      MessageViews views,
      Tenancy tenancy,
      Clock clock) {
    this.places = places;
    this.messages = messages;
    this.mailbox = mailbox;
    this.jdbc = jdbc;
    this.channels = channels;
    this.types = types;
    this.requests = requests;
    this.handler = handler;
    this.handoffs = handoffs;
    this.assistant = assistant;
    this.live = live;
    this.views = views;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * A claimed conversation with its turn ready to run.
   *
   * @param newest the channel's id of the newest message that is answered, where it has one
   */
  record Claimed(
      UUID claim,
      Conversation conversation,
      TurnRequest request,
      PreparedTurn turn,
      Optional<String> newest) {}

  /**
   * What the answer transaction left to do.
   *
   * @param toSend to be sent outside, once it has committed
   * @param more a newer message has come meanwhile
   */
  record Answer(Optional<Message> toSend, boolean stored, boolean more) {}

  /** A claim and the messages its turn answers. */
  private record Asked(MailboxStore.Claim claim, List<Message> said, TurnRequest request) {}

  /** Claims the current tenant's oldest ready conversations and reads what their turns need. */
  @Transactional
  public List<Claimed> claim(int limit) {
    var claims = mailbox.claim(clock.instant(), limit, LEASE);
    if (claims.isEmpty()) {
      return List.of();
    }
    var recent =
        messages.recent(claims.getFirst().id(), TurnRequests.HISTORY).stream()
            .collect(Collectors.groupingBy(Message::conversation));
    var asked = new ArrayList<Asked>();
    var ended = pipeline();
    for (var claim : claims) {
      var conversation = claim.conversation();
      var said = recent.getOrDefault(conversation.id(), List.of());
      var request = requests.of(conversation, said);
      if (!wantsAnswer(claim) || request.newMessages().isEmpty()) {
        finish(ended, claim);
      } else if (claim.attempts() > MOST_ATTEMPTS) {
        giveUp(ended, claim);
      } else {
        asked.add(new Asked(claim, said, request));
      }
    }
    ended.send();
    return prepared(asked);
  }

  private List<Claimed> prepared(List<Asked> asked) {
    var turns = handler.prepare(asked.stream().map(Asked::request).toList());
    var claimed = new ArrayList<Claimed>();
    for (int i = 0; i < asked.size(); i++) {
      var one = asked.get(i);
      claimed.add(
          new Claimed(
              one.claim().id(),
              one.claim().conversation(),
              one.request(),
              turns.get(i),
              externalId(one.said(), one.request().newestSeq())));
    }
    return claimed;
  }

  private void finish(Pipeline pipeline, MailboxStore.Claim claim) {
    mailbox.finish(pipeline, claim.id(), claim.conversation().id(), claim.newestSeq());
  }

  private Pipeline pipeline() {
    return new Pipeline(jdbc);
  }

  private static Optional<String> externalId(List<Message> said, long seq) {
    return said.stream()
        .filter(message -> message.seq() == seq)
        .findFirst()
        .flatMap(Message::externalId);
  }

  private boolean wantsAnswer(MailboxStore.Claim claim) {
    var conversation = claim.conversation();
    return claim.assistantOn()
        && conversation.answeredByAi(clock.instant())
        && !conversation.blocked()
        && !conversation.status().equals("spam")
        && !conversation.modeIn(channels).equals("off");
  }

  private void giveUp(Pipeline ended, MailboxStore.Claim claim) {
    var conversation = claim.conversation().id();
    log.warn("Conversation {} goes to a person: its turn keeps failing", conversation);
    handoffs.handOff(conversation, new TurnResult.Handoff("failed", ""), "turn-" + conversation);
    places.answered(conversation, claim.newestSeq());
    finish(ended, claim);
  }

  /** Stores what came of a turn, if the conversation is still this worker's and the assistant's. */
  @Transactional
  public Answer answer(Claimed claimed, TurnResult result) {
    var conversation = claimed.conversation();
    var request = claimed.request();
    var suggested = request.mode().equals("suggest");
    var place =
        places.answer(
            conversation,
            request.newestSeq(),
            result.reply().isPresent() && !suggested ? 1 : 0,
            clock.instant());
    if (place.isEmpty()) {
      if (!assistant.on()) {
        stopped(claimed);
      }
      return new Answer(Optional.empty(), false, false);
    }
    var message = result.reply().map(reply -> reply(claimed, reply, place.get(), suggested));
    var pipeline = pipeline();
    message.ifPresent(m -> messages.insert(pipeline, m, Optional.empty()));
    var others = suggested ? otherWordings(message, result) : List.<Message>of();
    others.forEach(other -> messages.insert(pipeline, other, Optional.empty()));
    result.inTransaction().accept(pipeline);
    var finished =
        mailbox.finish(pipeline, claimed.claim(), conversation.id(), request.newestSeq());
    pipeline.send();
    var more = finished.get() == 0;
    if (more && !mailbox.keepForMore(claimed.claim(), conversation.id())) {
      TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
      return new Answer(Optional.empty(), false, false);
    }
    Stream.concat(message.stream(), others.stream())
        .forEach(
            m ->
                live.publish(
                    InboxEvents.MESSAGE_CREATED,
                    Optional.of(conversation.id()),
                    () -> views.created(conversation.id(), m)));
    result
        .handoff()
        .ifPresent(h -> handoffs.handOff(conversation.id(), h, request.correlationId()));
    return new Answer(message.filter(m -> m.status().equals("sending")), true, more);
  }

  private Message reply(
      Claimed claimed, TurnResult.Reply reply, PlaceStore.AnswerPlace place, boolean suggested) {
    var conversation = claimed.conversation();
    var may =
        MaySend.decide(
            new MaySend.Facts(
                true,
                true,
                conversation.blocked(),
                channels
                    .find(conversation.channel())
                    .map(ChannelDirectory.ChannelInfo::sending)
                    .orElse(false),
                types.get(conversation.channelType()).window(),
                conversation.lastInboundAt(),
                place.at()));
    var refused = may != MaySend.Answer.YES && !suggested;
    return new Message(
        Ids.next(),
        conversation.id(),
        conversation.channel(),
        place.seq(),
        "ai",
        suggested ? "suggestion" : "text",
        reply.text(),
        suggested ? "cancelled" : refused ? "failed" : firstStatus(conversation, place),
        Optional.empty(),
        Optional.of(reply.run()),
        place.at(),
        Optional.of(place.at()),
        Message.Details.of(reply),
        refused ? Optional.of(may.code()) : Optional.empty(),
        Optional.empty(),
        0,
        claimed.request().correlationId());
  }

  private List<Message> otherWordings(Optional<Message> suggestion, TurnResult result) {
    return suggestion.stream()
        .flatMap(
            first ->
                result.reply().stream()
                    .flatMap(reply -> reply.otherWordings().stream())
                    .map(
                        text ->
                            first.beside(places.next(first.conversation(), clock.instant()), text)))
        .toList();
  }

  private String firstStatus(Conversation conversation, PlaceStore.AnswerPlace place) {
    if (types.get(conversation.channelType()).local()) {
      return "sent";
    }
    return place.behind() ? "queued" : "sending";
  }

  /** The turn was stopped: nothing is sent, and its messages count as seen. */
  @Transactional
  public void stopped(Claimed claimed) {
    var conversation = claimed.conversation().id();
    var seen = claimed.request().newestSeq();
    places.answered(conversation, seen);
    var pipeline = pipeline();
    var finished = mailbox.finish(pipeline, claimed.claim(), conversation, seen);
    pipeline.send();
    if (finished.get() == 0 && !mailbox.keepForMore(claimed.claim(), conversation)) {
      TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
    }
  }

  /** The turn begins again, at once or after it failed. */
  @Transactional
  public void again(Claimed claimed, Duration wait, boolean failed) {
    mailbox.release(
        claimed.claim(), claimed.conversation().id(), clock.instant().plus(wait), failed);
  }

  @Transactional
  public void renew(List<UUID> running) {
    mailbox.renew(running, LEASE);
  }
}
