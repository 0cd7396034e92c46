package frontdesk.agent.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.language.TimeWords;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecogniserTests {

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

  @Test
  void hearBothServicesWhereTheSecondIsAdded() {
    assertThat(services(salon, "a haircut and actually a beard trim too"))
        .containsExactlyInAnyOrder("Haircut", "Beard trim");
    assertThat(services(salon, "taglio + barba"))
        .containsExactlyInAnyOrder("Haircut", "Beard trim");
  }

  @ParameterizedTest
  @CsvSource({
    "as soon as possible please, FIRST",
    "the first slot you have, FIRST",
    "giovedì mattina la prima che avete, FIRST",
    "il prima possibile, FIRST",
    "il primo orario disponibile, FIRST",
    "the last appointment of the day, LAST",
    "l'ultimo posto libero, LAST",
    "la prima volta, NONE",
    "first consultation, NONE",
    "c'è qualcosa prima?, NONE",
  })
  void knowWhichEndIsWanted(String text, DialogueState.Edge edge) {
    assertThat(Edges.of(Said.of(text))).isEqualTo(edge);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "haircut tomorrow at 10, Jo March, 333 | false | Jo March",
        "my name is Ada May | false | Ada May",
        "taglio a nome Maggio | false | Maggio",
        "marco sabato | true | Marco Sabato",
        "April Jones | false | April Jones",
        "domenica | true | ''",
        "con Elena Sabato alle 10 | false | ''",
        "on March 5th | false | ''",
      })
  void takeATimeWordInANameForTheName(String text, boolean asked, String name) {
    var found = new TimelyNames(Said.of(text), asked, "elena"::equalsIgnoreCase).find();
    assertThat(found.map(PersonNames.Found::name).orElse("")).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a check-up for my son Leo | true | false | Leo",
        "è x mia figlia Alice, 9 anni | true | false | Alice",
        "sono la mamma di Sofia, vorrei prenotare per mia figlia | true | false | Sofia",
        "haircuts for me and my wife | false | true | ''",
        "un taglio per me e mio figlio Pietro | false | true | Pietro",
        "for my two kids | true | true | ''",
        "My husband and I have just moved to the area | false | false | ''",
        "just spoke to my wife, we dont need it | false | false | ''",
      })
  void knowWhoComes(String text, boolean another, boolean several, String called) {
    var company = Company.in(Said.of(text));
    assertThat(company.another()).isEqualTo(another);
    assertThat(company.several()).isEqualTo(several);
    assertThat(company.called().map(PersonNames.Found::name).orElse("")).isEqualTo(called);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I finish work at 3 so any time after 4 | 16:00",
        "esco da scuola alle 3 quindi alle 15:30 | 15:30",
        "at 4 I have a meeting, so 5pm | 17:00",
        "I finish work at 3 | 15:00",
      })
  void tellAWishFromItsReason(String text, LocalTime from) {
    var said = Said.of(text);
    var now = ZonedDateTime.of(2026, 11, 21, 9, 0, 0, 0, Books.ROME);
    var mentions = TimeWords.mentions(text, Locale.ENGLISH, now);
    assertThat(new Reasons(said).wishesOf(mentions).stream().filter(time -> !time.negated()))
        .singleElement()
        .satisfies(time -> assertThat(time.clock().orElseThrow().from()).isEqualTo(from));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "triple three triple five one two three four | 3335551234",
        "tre tre tre cinque cinque cinque uno due tre quattro | 3335551234",
        "333 555 1111 no sorry 333 555 2222 | 333 555 2222",
      })
  void hearSpokenAndCorrectedNumbers(String text, String number) {
    assertThat(PhoneNumbers.in(Said.of(text), "IT").map(PhoneNumbers.Found::number))
        .contains(number);
  }

  private List<String> services(Books books, String text) {
    var found = ServiceWords.in(Said.of(text), books.services());
    return books.services().stream()
        .filter(service -> found.wanted().contains(service.id()))
        .map(ServiceFacts::name)
        .toList();
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "my name is Hannah Price|Hannah Price",
        "Hi, I'm Tom and I'd like a cut|Tom",
        "Rachel Kim here. Friday at 3|Rachel Kim",
        "sono Giulia Ferrero (vorrei un taglio)|Giulia Ferrero",
        "mi chiamo loredana pace|Loredana Pace",
        "lo metta a nome di mia moglie: Nicoletta Sala|Nicoletta Sala",
        "one for my son Leo too please|Leo",
        "anche uno per mio figlio Mattia|Mattia",
        "Kind regards, Margaret Hughes|Margaret Hughes",
        "small thing: it's Stephan with ph, Stephan Meyer|Stephan",
        "a nome Maria De Luca|Maria De Luca",
      })
  void hearNamesThatAreSaid(String text, String name) {
    assertThat(PersonNames.in(Said.of(text), Optional.empty()).map(PersonNames.Found::name))
        .contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm free on Monday",
        "sono libero domani",
        "I'm not bothered",
        "sono in ritardo",
        "I'm looking for a haircut",
        "sono disponibile",
        "ciao come va",
        "per mia figlia",
        "thanks a lot",
        "va bene così",
        "for tomorrow",
        "sono una nuova cliente"
      })
  void hearNoNameInSmallTalk(String text) {
    assertThat(PersonNames.in(Said.of(text), Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "jess, Jess",
    "JOHN PARKER, John Parker",
    "sure it's Anna Rossi, Anna Rossi",
    "Priya, Priya",
    "certo: marta, Marta",
    "Noemi Conti, Noemi Conti",
    "signora Carla Pozzi, Carla Pozzi",
    "anna maria de luca, Anna Maria De Luca"
  })
  void takeABareNameWhenItWasAskedFor(String text, String name) {
    assertThat(PersonNames.asAnswer(Said.of(text)).map(PersonNames.Found::name)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "just asking, thanks",
        "why do you need it?",
        "no grazie, era solo per sapere",
        "where are you exactly? is there parking nearby?"
      })
  void takeNoNameFromAnEvasiveAnswer(String text) {
    assertThat(PersonNames.asAnswer(Said.of(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "333 5558101|333 5558101",
        "it's 339 555 82 04|339 555 82 04",
        "sabato alle 10:30, 348/5558207|348/5558207",
        "TOMORROW 15.30 JOHN PARKER 348 555 83 01|348 555 83 01",
        "domani alle 17 333 5557012|333 5557012",
        "+44 7700 900816|+44 7700 900816",
        "0039 333 5558302|0039 333 5558302",
        "02 5559201|02 5559201",
        "+1 202 555 0147|+1 202 555 0147",
        "(338 5559101)|338 5559101",
      })
  void readPhoneNumbersHoweverWritten(String text, String number) {
    var found = PhoneNumbers.in(Said.of(text), "IT");
    assertThat(
            found.filter(PhoneNumbers.Found::possible).map(f -> f.number().replaceAll("^\\(", "")))
        .contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"28/11/2026", "2026-11-28", "il 730", "domani alle 10:30", "12345", "25 €"})
  void readNoPhoneNumberInOtherFigures(String text) {
    assertThat(PhoneNumbers.in(Said.of(text), "IT").filter(PhoneNumbers.Found::possible)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "👍",
        "ok va bene",
        "yep thx",
        "sì perfetto",
        "sisi",
        "SI VA BENE",
        "yes that's all correct",
        "certo",
        "sì dai",
        "book it",
        "no problem, yes"
      })
  void hearAYes(String text) {
    assertThat(YesNo.of(Said.of(text))).isEqualTo(YesNo.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no", "nope", "anzi no", "non va bene", "that's wrong", "👎", "actually no"})
  void hearANo(String text) {
    assertThat(YesNo.of(Said.of(text))).isEqualTo(YesNo.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no, forget it",
        "lascia stare",
        "no grazie, ci penso",
        "not now thanks",
        "per ora niente",
        "I'll think about it",
        "no thanks, just asking"
      })
  void hearThatItIsDropped(String text) {
    assertThat(YesNo.of(Said.of(text))).isEqualTo(YesNo.DROP);
  }

  @ParameterizedTest
  @CsvSource({
    "the second one, 1",
    "la prima, 0",
    "il secondo, 1",
    "first, 0",
    "l'ultima, 2",
    "either, 0",
    "option 2, 1",
    "la terza, 2",
    "the first one please, 0"
  })
  void hearWhichOneIsChosen(String text, int place) {
    assertThat(Ordinals.in(Said.of(text), 3).orElse(-1)).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "la prima volta",
        "prima di pranzo",
        "c'è qualcosa prima?",
        "the first time",
        "2",
        "3"
      })
  void hearNoChoiceInOtherFirsts(String text) {
    assertThat(Ordinals.in(Said.of(text), 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "can I talk to a real person please?|PERSON",
        "vorrei parlare con un operatore|PERSON",
        "can someone call me?|PERSON",
        "fatemi richiamare|PERSON",
        "I'm really not happy with it|COMPLAINT",
        "il colore è venuto malissimo|COMPLAINT",
        "purtroppo devo disdire|CANCEL",
        "please take it off your books|CANCEL",
        "riuscite a spostarla un'ora più tardi?|MOVE",
        "how much is it btw?|PRICE",
        "quanto prendete per il 730?|PRICE",
        "ma quanto dura?|DURATION",
        "fino a che ora siete aperti il sabato?|HOURS",
        "dove vi trovate di preciso?|ADDRESS",
        "c'è parcheggio?|UNKNOWN_FACT",
        "does it hurt?|UNKNOWN_FACT",
        "what do you offer?|SERVICES",
        "when is my appointment?|OWN",
        "are you a bot?|WHO",
        "come va?|HOW_ARE_YOU",
      })
  void hearWhatIsMeant(String text, Intent intent) {
    assertThat(Intent.in(Said.of(text))).containsKey(intent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can you help me?",
        "I need help per la dichiarazione",
        "mi può aiutare?",
        "Hi can someone help me book?"
      })
  void hearNoCallForAPersonInHelp(String text) {
    assertThat(Intent.in(Said.of(text))).doesNotContainKey(Intent.PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "hey cud i get a cut tmrw, en",
    "ciao cè posto dmn, it",
    "TAX RETURN TOMORROW, en",
    "buonasera, it"
  })
  void tellTheLanguage(String text, String language) {
    assertThat(Languages.of(Said.of(text))).contains(language);
  }

  @Test
  void keepTheLanguageOverABorrowedWord() {
    assertThat(Languages.after(Optional.of("it"), Said.of("ok perfect"))).contains("it");
    assertThat(
            Languages.after(
                Optional.of("it"), Said.of("sorry, can you please speak English to me?")))
        .contains("en");
  }

  @Test
  void mendOneWordOfAName() {
    assertThat(Facts.corrected(Optional.of("John Parker"), "Jon")).isEqualTo("Jon Parker");
    assertThat(Facts.corrected(Optional.of("Nicola"), "Nicoletta Sala"))
        .isEqualTo("Nicoletta Sala");
  }
}
