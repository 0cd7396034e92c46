package frontdesk.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.DatabaseTest;
import frontdesk.TestClock;
import frontdesk.TestTenants;
import frontdesk.channels.Channels;
import frontdesk.contacts.Identity;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenant;
import frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import(EchoTurns.class)
class TurnsTests {

  @Autowired TestTenants testTenants;
  @Autowired TestClock clock;
  @Autowired Tenancy tenancy;
  @Autowired Channels channels;
  @Autowired Inbound inbound;
  @Autowired Conversations conversations;
  @Autowired Replies replies;
  @Autowired ConversationStore store;
  @Autowired MailboxStore mailbox;
  @Autowired Turns worker;
  @Autowired MessageStore messages;
  @Autowired TransactionTemplate transaction;
  @Autowired EchoTurns turns;

  private TenantId tenant;
  private UUID channel;
  private final UUID member = Ids.next();

  @BeforeEach
  void aBusinessWithAChat() {
    clock.reset();
    tenant = testTenants.fresh().id();
    channel = as(() -> connect("webchat"));
  }

  @Test
  void answersWhatACustomerWrites() {
    var conversation = receive("ana", "hello");

    awaitReplies(conversation, "echo hello");
    var said = as(() -> messages.list(conversation, Long.MAX_VALUE, 10));
    assertThat(said).extracting(Message::seq).containsExactly(2L, 1L);
    assertThat(said.getFirst().at()).isAfter(said.getLast().at());
    assertThat(said.getFirst().correlationId()).isEqualTo("test-correlation");
  }

  @Test
  void anAnswerMayComeInPiecesOnAnotherThread() {
    var conversation = receive("ana", "stream it");

    awaitReplies(conversation, "echo stream it");
  }

  @Test
  void answersARepeatedMessageOnce() {
    var conversation = receive("ana", "hello");
    awaitReplies(conversation, "echo hello");

    assertThat(as(() -> inbound.receive(List.of(message("ana", "hello")), Optional.empty(), "c")))
        .isEmpty();

    assertThat(replies(conversation)).containsExactly("echo hello");
  }

  @Test
  void storesOneOfManyConcurrentTwins() throws Exception {
    try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.range(0, 16)
              .mapToObj(
                  n ->
                      threads.submit(
                          () ->
                              tenancy.as(
                                  tenant,
                                  () ->
                                      inbound.receive(
                                          List.of(message("ana", "twin")), Optional.empty(), "c"))))
              .toList();
      var stored = 0;
      for (var one : tries) {
        stored += one.get().size();
      }
      assertThat(stored).isOne();
    }
  }

  @Test
  void keepsTheOrderOfManyMessagesAndAnswersAllOfThem() {
    UUID conversation = receive("ana", "m0");
    for (int n = 1; n < 60; n++) {
      receive("ana", "m" + n);
    }

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(as(() -> store.find(conversation).orElseThrow().answeredSeq()))
                    .isEqualTo(lastInboundSeq(conversation)));
    var inOrder =
        as(() -> messages.list(conversation, Long.MAX_VALUE, 200)).reversed().stream()
            .filter(m -> m.author().equals("contact"))
            .map(Message::text)
            .toList();
    assertThat(inOrder).isEqualTo(IntStream.range(0, 60).mapToObj(n -> "m" + n).toList());
    var answered = String.join("|", replies(conversation)).replace("echo ", "");
    assertThat(answered.split("\\|")).containsExactlyElementsOf(inOrder);
  }

  @Test
  void readsAllOfWhatCameAtOnceHoweverMuch() {
    var batch = IntStream.range(0, 45).mapToObj(n -> message("ana", "m" + n)).toList();
    as(() -> inbound.receive(batch, Optional.empty(), "c"));

    var conversation = as(() -> conversations.findByAddress(channel, "ana").orElseThrow());
    var all = batch.stream().map(InboundMessage::text).collect(Collectors.joining("|"));
    awaitReplies(conversation, "echo " + all);
  }

  @Test
  void aMembersReplyStopsTheTurnAndPausesTheAssistant() {
    var conversation = receive("ana", "wait for it");
    await().until(() -> turns.asked.stream().anyMatch(r -> r.conversation().equals(conversation)));

    as(() -> replies.reply(conversation, member, "I am here"));
    receive("ana", "are you a person?");

    await()
        .during(Duration.ofMillis(600))
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(replies(conversation)).isEmpty());
    assertThat(handler(conversation)).isEqualTo("person");
  }

  @Test
  void goesOnDraftingWhereAPersonSendsWhatItDrafts() {
    var conversation = receive("ana", "hello");
    awaitReplies(conversation, "echo hello");
    as(() -> conversations.resume(conversation, Optional.of("suggest")));
    receive("ana", "the price?");
    awaitDrafts(conversation, "echo the price?", "in short", "in many words");

    as(() -> replies.reply(conversation, member, "Ten euros"));
    receive("ana", "and tomorrow?");

    awaitDrafts(
        conversation,
        "echo the price?",
        "in short",
        "in many words",
        "echo and tomorrow?",
        "in short",
        "in many words");
    assertThat(handler(conversation)).isEqualTo("ai");
  }

  @Test
  void storesEveryWordingBesideTheFirstAsADraftOfTheSameRun() {
    var conversation = receive("ana", "hello");
    awaitReplies(conversation, "echo hello");
    as(() -> conversations.resume(conversation, Optional.of("suggest")));
    receive("ana", "the price?");

    awaitDrafts(conversation, "echo the price?", "in short", "in many words");
    var drafts =
        as(() -> messages.list(conversation, Long.MAX_VALUE, 10)).stream()
            .filter(message -> message.kind().equals("suggestion"))
            .toList();
    assertThat(drafts).extracting(Message::status).containsOnly("cancelled");
    assertThat(drafts).extracting(Message::run).doesNotContain(Optional.empty()).hasSize(3);
    assertThat(drafts.stream().map(Message::run).distinct()).hasSize(1);
    assertThat(drafts.stream().map(Message::seq).distinct()).hasSize(3);
  }

  @Test
  void aDraftThatNobodySentHasAnsweredNothing() {
    var conversation = receive("ana", "hello");
    awaitReplies(conversation, "echo hello");
    as(() -> conversations.resume(conversation, Optional.of("suggest")));
    receive("ana", "the price?");
    awaitDrafts(conversation, "echo the price?", "in short", "in many words");

    receive("ana", "of a haircut");

    await()
        .untilAsserted(
            () ->
                assertThat(turns.asked.getLast().newMessages())
                    .extracting(TurnRequest.Said::text)
                    .containsExactly("the price?", "of a haircut"));
  }

  @Test
  void aNoticeLeavesTheConversationWithTheAssistant() {
    var conversation = receive("ana", "hello");
    awaitReplies(conversation, "echo hello");

    as(() -> replies.notice(conversation, member, "We had to move you by an hour."));
    receive("ana", "that is too late");

    awaitReplies(conversation, "echo hello", "echo that is too late");
    assertThat(handler(conversation)).isEqualTo("ai");
  }

  @Test
  void aNoticeAnswersNothingThatWasAskedBeforeIt() {
    var conversation = receive("ana", "wait for it");
    await().until(() -> turns.asked.stream().anyMatch(r -> r.conversation().equals(conversation)));
    as(() -> replies.notice(conversation, member, "We had to move you by an hour."));

    receive("ana", "and the price?");

    awaitReplies(conversation, "echo wait for it|and the price?");
  }

  @Test
  void answersWhatWasLeftWhenTheAssistantIsResumed() {
    var conversation = receive("ana", "hello");
    awaitReplies(conversation, "echo hello");
    as(() -> conversations.takeOver(conversation, member));
    receive("ana", "still there?");
    await()
        .during(Duration.ofMillis(400))
        .atMost(Duration.ofSeconds(2))
        .until(() -> replies(conversation).size() == 1);

    as(() -> conversations.resume(conversation, Optional.empty()));

    awaitReplies(conversation, "echo hello", "echo still there?");
  }

  @Test
  void spamIsAnsweredOnceItIsTakenBackAndNotBefore() {
    var conversation = receive("ana", "hello");
    awaitReplies(conversation, "echo hello");
    as(() -> conversations.spam(conversation, true));
    receive("ana", "buy watches");
    await()
        .during(Duration.ofMillis(400))
        .atMost(Duration.ofSeconds(2))
        .until(() -> replies(conversation).size() == 1);
    assertThat(as(() -> store.find(conversation).orElseThrow().status())).isEqualTo("spam");

    as(() -> conversations.spam(conversation, false));

    awaitReplies(conversation, "echo hello", "echo buy watches");
  }

  @Test
  void theAssistantGoesOnByItselfFourHoursAfterThePersonsLastMessage() {
    var conversation = receive("ana", "hello");
    awaitReplies(conversation, "echo hello");
    as(() -> replies.reply(conversation, member, "hi"));

    clock.advance(Tenant.USUAL_PAUSE.plusSeconds(1));
    receive("ana", "and now?");

    awaitReplies(conversation, "echo hello", "echo and now?");
  }

  @Test
  void stopLeavesNoReply() {
    var conversation = receive("ana", "wait");
    await().until(() -> turns.asked.stream().anyMatch(r -> r.conversation().equals(conversation)));

    await().until(() -> conversations.stop(conversation));

    await().until(() -> as(() -> store.find(conversation).orElseThrow().answeredSeq()) == 1L);
    assertThat(replies(conversation)).isEmpty();
  }

  @Test
  void handsOverWithALineAndANote() {
    var conversation = receive("ana", "a person please");

    awaitReplies(conversation, "echo a person please");
    await().until(() -> handler(conversation).equals("person"));
    var lines = as(() -> messages.list(conversation, Long.MAX_VALUE, 10));
    assertThat(lines).extracting(Message::kind).contains("event", "note");
    assertThat(as(() -> store.find(conversation).orElseThrow().needsPersonReason()))
        .contains("asked");
  }

  @Test
  void whatKeepsFailingGoesToAPerson() {
    var conversation = receive("ana", "poison");

    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              clock.advance(Duration.ofSeconds(3));
              return handler(conversation).equals("person");
            });
    assertThat(as(() -> store.find(conversation).orElseThrow().needsPersonReason()))
        .contains("failed");
  }

  @Test
  void aWorkerThatLostItsClaimWritesNothing() {
    var conversation = receive("ana", "hello");
    awaitReplies(conversation, "echo hello");
    var later = clock.instant().plus(Duration.ofHours(1));
    within(() -> mailbox.put(conversation, 1, later));
    var first = within(() -> mailbox.claim(later, 1, Duration.ZERO)).getFirst();
    var second = within(() -> mailbox.claim(later, 1, Duration.ofMinutes(1))).getFirst();

    var stale = tenancy.as(tenant, () -> worker.answer(claimed(first), said("stale")));
    var right = tenancy.as(tenant, () -> worker.answer(claimed(second), said("right")));

    assertThat(stale.stored()).isFalse();
    assertThat(right.stored()).isTrue();
    assertThat(as(() -> messages.list(conversation, Long.MAX_VALUE, 10)))
        .extracting(Message::text)
        .containsExactly("right", "echo hello", "hello");
  }

  private <T> T within(Supplier<T> work) {
    return as(() -> transaction.execute(tx -> work.get()));
  }

  private void within(Runnable work) {
    as(
        () -> {
          transaction.executeWithoutResult(tx -> work.run());
          return true;
        });
  }

  private static Turns.Claimed claimed(MailboxStore.Claim claim) {
    var conversation = claim.conversation();
    var request =
        new TurnRequest(
            conversation.id(),
            conversation.contact(),
            conversation.channelType(),
            conversation.contactName(),
            conversation.contactPhone(),
            conversation.contactLanguage(),
            List.of(),
            List.of(),
            claim.newestSeq(),
            false,
            "auto",
            "test-correlation");
    return new Turns.Claimed(
        claim.id(), conversation, request, progress -> said("unused"), Optional.empty());
  }

  private static TurnResult said(String text) {
    return new TurnResult(
        Optional.of(new TurnResult.Reply(text, List.of(), List.of(), Locale.ENGLISH, Ids.next())),
        Optional.empty(),
        pipeline -> {});
  }

  private UUID connect(String type) {
    var outcome = channels.connect(type, type, Optional.empty(), Map.of(), Map.of());
    return ((Channels.ConnectOutcome.Connected) outcome).channel().id();
  }

  private UUID receive(String who, String text) {
    tenancy.as(
        tenant,
        () -> inbound.receive(List.of(message(who, text)), Optional.empty(), "test-correlation"));
    return as(() -> conversations.findByAddress(channel, who).orElseThrow());
  }

  private InboundMessage message(String who, String text) {
    return new InboundMessage(
        "webchat",
        new Identity(channel, who, who, Optional.empty()),
        who + ":" + text.hashCode(),
        "text",
        text,
        List.of(),
        Optional.empty());
  }

  private void awaitDrafts(UUID conversation, String... texts) {
    await()
        .untilAsserted(
            () ->
                assertThat(as(() -> messages.list(conversation, Long.MAX_VALUE, 10)).reversed())
                    .filteredOn(message -> message.kind().equals("suggestion"))
                    .extracting(Message::text)
                    .containsExactly(texts));
  }

  private void awaitReplies(UUID conversation, String... texts) {
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(replies(conversation)).containsExactly(texts));
  }

  private List<String> replies(UUID conversation) {
    return as(() -> messages.list(conversation, Long.MAX_VALUE, 200)).reversed().stream()
        .filter(m -> m.author().equals("ai"))
        .map(Message::text)
        .toList();
  }

  private long lastInboundSeq(UUID conversation) {
    return as(() -> messages.list(conversation, Long.MAX_VALUE, 200)).stream()
        .filter(m -> m.author().equals("contact"))
        .mapToLong(Message::seq)
        .max()
        .orElse(0);
  }

  private String handler(UUID conversation) {
    return as(() -> store.find(conversation).orElseThrow().handler());
  }

  private <T> T as(Supplier<T> work) {
    return tenancy.as(tenant, () -> transaction.execute(tx -> work.get()));
  }

  private void as(Runnable work) {
    tenancy.as(tenant, work);
  }
}
