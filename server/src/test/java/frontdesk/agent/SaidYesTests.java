package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.Change;
import frontdesk.conversations.TurnRequest;
import frontdesk.conversations.TurnRequest.Said;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaidYesTests {

  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 20, 10, 0, 0, 0, ZoneId.of("Europe/Rome"));
  private static final UUID ID = UUID.randomUUID();

  private static final Change BOOK =
      new Change.Book(ID, Set.of(), NOW.plusDays(1).toInstant(), "Ana", "1");

  private static ProposalStore.Row proposal(Change change, boolean stated) {
    var start = NOW.plusDays(1).withHour(17).withMinute(30).toInstant();
    var deal =
        new AppointmentFacts(
            ID,
            ID,
            "Cut",
            ID,
            "Elena",
            start,
            start.plusSeconds(1800),
            Optional.empty(),
            "Ana",
            Optional.empty(),
            "proposed");
    return new ProposalStore.Row(
        ID,
        ID,
        Optional.of(ID),
        ID,
        3,
        change,
        deal,
        Optional.empty(),
        start,
        stated,
        "open",
        Optional.empty());
  }

  private static SaidYes after(List<Said> history, String... texts) {
    var fresh = new java.util.ArrayList<Said>();
    for (int i = 0; i < texts.length; i++) {
      fresh.add(said(5 + i, "contact", texts[i]));
    }
    return new SaidYes(
        new TurnRequest(
            ID,
            ID,
            "sandbox",
            "",
            Optional.empty(),
            Optional.empty(),
            fresh,
            history,
            9,
            false,
            "auto",
            "c"),
        NOW);
  }

  private static Said said(long seq, String author, String text) {
    return new Said(UUID.randomUUID(), seq, author, text, Instant.EPOCH);
  }

  private static boolean accepts(String text, Change change) {
    var told = List.of(said(3, "contact", "hi"), said(4, "ai", "Shall I?"));
    return after(told, text).of(proposal(change, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "Yes please, thank you",
        "yep thx",
        "yes, 5:30",
        "Perfect, yes",
        "ok",
        "👍",
        "👍🏽",
        "sì",
        "si'",
        "sì perfetto",
        "va bene",
        "ok grazie, a dopo",
        "certo",
        "confermo",
        "sure, see you then",
        "d’accordo",
        "alle 17:30 perfetto",
        "yes see you later",
        "SI",
        "ok va bene confermo"
      })
  void isAYes(String text) {
    assertThat(accepts(text, BOOK)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "no thanks",
        "not sure",
        "yes but at 4pm",
        "yes?",
        "ok and how much is it?",
        "sì ma alle 16",
        "anzi no, meglio le 11",
        "wait",
        "aspetta",
        "hmm",
        "🤔",
        "",
        "Marco",
        "cancel",
        "ok alle 11",
        "non va bene",
        "actually make it Friday"
      })
  void isNoYes(String text) {
    assertThat(accepts(text, BOOK)).isFalse();
  }

  @Test
  void wordsThatDoTheThingSayYesToIt() {
    assertThat(accepts("yes cancel it", new Change.Cancel(ID))).isTrue();
    assertThat(accepts("sì annulla", new Change.Cancel(ID))).isTrue();
    assertThat(accepts("ok cambia pure", new Change.Move(ID, Set.of(), NOW.toInstant()))).isTrue();
    assertThat(accepts("no don't cancel it", new Change.Cancel(ID))).isFalse();
  }

  @Test
  void aYesThatCameBeforeTheDealWasToldIsNone() {
    assertThat(after(List.of(), "yes").of(proposal(BOOK, true))).isFalse();
    assertThat(after(List.of(said(2, "ai", "Hello?")), "yes").of(proposal(BOOK, true))).isFalse();
  }

  @Test
  void aYesThatCrossedTheDealOnItsWayIsNone() {
    assertThat(after(List.of(said(8, "ai", "Shall I?")), "yes").of(proposal(BOOK, true))).isFalse();
  }

  @Test
  void aYesToADealThatWasNeverNamedIsNone() {
    assertThat(after(List.of(said(4, "ai", "Nice day?")), "yes").of(proposal(BOOK, false)))
        .isFalse();
  }
}
