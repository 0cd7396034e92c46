package frontdesk.agent.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferRecogniserTests {

  private final Books salon = new Books(ZonedDateTime.now(Books.ROME), "it");
  private final ServiceFacts cut = salon.service("Haircut", 30, 2500, "Elena", "Marco");
  private final ServiceFacts beard = salon.service("Beard trim", 20, 1500, "Marco");
  private final ServiceFacts dry = salon.service("Blow-dry", 30, 2000, "Elena");
  private final Books studio = new Books(ZonedDateTime.now(Books.ROME), "it");
  private final ServiceFacts check = studio.service("Visita di controllo", 30, 4000, "Dr Conti");
  private final ServiceFacts clean = studio.service("Pulizia dei denti", 45, 6000, "Dr Conti");
  private final ServiceFacts white =
      studio.service("Sbiancamento", 60, 15000, "Dr Conti", "Dr Marini");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a beard trim no wait sorry a haircut | Haircut",
        "the blow-dry, I mean the haircut | Haircut",
        "vorrei la barba anzi no scusa il taglio | Haircut",
        "un taglio no aspetta una piega | Blow-dry",
      })
  void hearTheServiceThatCorrectsAnother(String text, String service) {
    assertThat(services(salon, text)).containsExactly(service);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "una visita per la pulizia dei denti | Pulizia dei denti",
        "vorrei una visita per uno sbiancamento | Sbiancamento",
        "una visita x fare la pulizia | Pulizia dei denti",
        "una visita riguardo allo sbiancamento | Sbiancamento",
        "a check-up about whitening | Sbiancamento",
        "a visit for a cleaning | Pulizia dei denti",
        "I need a check to have a cleaning | Pulizia dei denti",
      })
  void hearWhatTheVisitIsFor(String text, String service) {
    assertThat(services(studio, text)).containsExactly(service);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I've had a check-up in march, so just a cleaning",
        "I already had my check-up, I need a cleaning",
        "we just had the check-up so the cleaning please",
        "ho fatto la visita a marzo, mi serve solo la pulizia",
        "ho già fatto una visita, vorrei la pulizia",
        "ho appena fatto il controllo: la pulizia si può?",
        "I was with you last month for a check-up, now I need a cleaning",
        "sono venuta a marzo per la visita. vorrei una pulizia"
      })
  void hearNoWishInWhatWasHad(String text) {
    assertThat(services(studio, text)).containsExactly("Pulizia dei denti");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "visita di controllo e pulizia dei denti",
        "una visita e poi la pulizia",
        "a check-up and a cleaning",
        "la visita di controllo, e per la pulizia?"
      })
  void hearBothWhereOneIsNotForTheOther(String text) {
    assertThat(services(studio, text))
        .containsExactlyInAnyOrder("Visita di controllo", "Pulizia dei denti");
  }

  @Test
  void hearBothServicesWhereTheSecondIsAdded() {
    assertThat(services(salon, "a haircut and actually a beard trim too"))
        .containsExactlyInAnyOrder("Haircut", "Beard trim");
    assertThat(services(salon, "taglio + barba"))
        .containsExactlyInAnyOrder("Haircut", "Beard trim");
  }

  @ParameterizedTest
  @CsvSource({
    "can i get a haricut, Haircut",
    "just a trim please, Haircut",
    "could you trim my beard, Beard trim",
    "taglio e basta niente piega, Haircut",
    "I want my hair cut but no blow dry, Haircut",
    "una messa in piega, Blow-dry",
    "not the haircut; the blow-dry, Blow-dry",
  })
  void knowServicesByNameUsageAndSlips(String text, String service) {
    assertThat(services(salon, text)).containsExactly(service);
  }

  @ParameterizedTest
  @CsvSource({
    "avrei bisogno di una detartrase, Pulizia dei denti",
    "mi servirebbe l'igienista, Pulizia dei denti",
    "SALVE UN CONTROLLO, Visita di controllo",
    "vorrei sbiancare i denti, Sbiancamento",
    "una pulzia, Pulizia dei denti",
  })
  void knowServicesInItalian(String text, String service) {
    assertThat(services(studio, text)).containsExactly(service);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "la prima",
        "c'è qualcosa prima?",
        "ho un dolore",
        "domani alle 10",
        "grazie mille"
      })
  void hearNoServiceWhereThereIsNone(String text) {
    assertThat(services(studio, text)).isEmpty();
    assertThat(services(salon, text)).isEmpty();
  }

  @Test
  void tellWantedProvidersFromUnwantedOnes() {
    var people = Heard.providersOf(salon.services());
    var marco = salon.provider("Marco").id();
    var elena = salon.provider("Elena").id();

    assertThat(ProviderWords.in(Said.of("with elena please"), people).wanted())
        .containsExactly(elena);
    assertThat(ProviderWords.in(Said.of("ma non con Marco per favore"), people).unwanted())
        .containsExactly(marco);
    assertThat(ProviderWords.in(Said.of("chiunque tranne Marco"), people).unwanted())
        .containsExactly(marco);
    assertThat(ProviderWords.in(Said.of("not Marco, Elena"), people).wanted())
        .containsExactly(elena);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whoever",
        "I don't mind who",
        "fa lo stesso",
        "è uguale",
        "non importa",
        "either one",
        "va bene chiunque",
        "chi c'è c'è",
        "no preference",
        "any"
      })
  void knowThatItDoesNotMatterWho(String text) {
    assertThat(ProviderWords.in(Said.of(text), Heard.providersOf(salon.services())).anyone())
        .isTrue();
  }

  private List<String> services(Books books, String text) {
    var found = ServiceWords.in(Said.of(text), books.services());
    return books.services().stream()
        .filter(service -> found.wanted().contains(service.id()))
        .map(ServiceFacts::name)
        .toList();
  }
}
