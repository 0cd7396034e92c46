package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.agent.tools.Toolbox.Stretch;
import frontdesk.conversations.TurnResult.Source;
import frontdesk.tenancy.Money;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SourcesTests {

  private static final ServiceFacts HYGIENE =
      new ServiceFacts(
          UUID.randomUUID(),
          "Igiene dentale",
          45,
          Optional.of(new Money(8000, Currency.getInstance("EUR"))),
          List.of());

  private static final BusinessFacts STUDIO =
      new BusinessFacts(
          "Studio Aurora",
          ZoneId.of("Europe/Rome"),
          Locale.ITALIAN,
          "IT",
          Map.of(DayOfWeek.MONDAY, List.of(new Stretch(LocalTime.of(9, 0), LocalTime.of(13, 0)))),
          Map.of(),
          Optional.of("Via Roma 1"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  @Test
  void namesTheServiceThatAReplySpeaksOf() {
    assertThat(of("L'igiene dentale dura 45 minuti e costa 80 euro."))
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.title()).isEqualTo("Igiene dentale");
              assertThat(source.text()).startsWith("45 min · ");
              assertThat(source.url()).contains("settings/services?edit=" + HYGIENE.id());
            });
  }

  @Test
  void showsTheHoursWhenAReplyTellsBothEndsOfAnOpening() {
    assertThat(of("Lunedì siamo aperti dalle 9:00 alle 13:00."))
        .extracting(Source::text)
        .containsExactly("lunedì 09:00–13:00");
    assertThat(of("Open from 9 to 13.")).hasSize(1);
    assertThat(of("Ho posto alle 9:00 o alle 10:15.")).isEmpty();
  }

  @Test
  void showsTheAddressWhenAReplyTellsIt() {
    assertThat(of("Siamo in via Roma 1.")).extracting(Source::text).containsExactly("Via Roma 1");
  }

  @Test
  void hasNoneForSmallTalk() {
    assertThat(of("Prego, buona giornata!")).isEmpty();
  }

  private static List<Source> of(String text) {
    return Sources.of(text, Locale.ITALIAN, STUDIO, List.of(HYGIENE));
  }
}
