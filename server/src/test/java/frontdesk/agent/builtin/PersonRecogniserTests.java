package frontdesk.agent.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonRecogniserTests {

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
        "booking for 2 pls, me and my mate Dave | false | true | Dave",
        "one for me at 9 and one for my brother right after | false | true | ''",
        "io e la mia amica Giulia vorremmo la piega | false | true | Giulia",
        "Tom here, I need to book my daughter Amelia in | true | false | Amelia",
        "can you see my son Leo on Tuesday? | true | false | Leo",
        "potete vedere mia figlia Anna domani? | true | false | Anna",
        "per me e mio figlio, lui Luca | false | true | Luca",
        "non è per me, è per mio fratello Dino | true | false | Dino",
        "non per me ma per mia figlia e basta | true | false | ''",
        "not for me, it's for my wife | true | false | ''",
        "per me alle 9 e alle 10 per mio figlio | false | true | ''",
        "me and my wife were in last week | false | false | ''",
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
        "sono l'avv. Bruni, mercoledì | Bruni",
        "buongiorno, sono la dott.ssa Rita Neri | Rita Neri",
        "qui è la signora Bianchi | Bianchi",
        "sono la Roby | Roby",
        "sono il Ciro | Ciro",
        "sono il dottor Aldo Serra | Aldo Serra",
        "this is Mrs Pike | Pike",
        "I'm Dr. Emma Stone | Emma Stone",
      })
  void hearANameBehindATitle(String text, String name) {
    assertThat(PersonNames.in(Said.of(text), Optional.empty()).map(PersonNames.Found::name))
        .contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "it ends in 481 not 418, 345 5559481",
    "the number is wrong: ends with 81, 345 5559481",
    "sorry last digit is 9, 345 5559419",
    "the last three digits should be 481, 345 5559481",
    "finisce con 481, 345 5559481",
    "le ultime tre cifre sono 481, 345 5559481",
    "no l'ultimo numero è 9, 345 5559419",
    "termina con 81, 345 5559481",
  })
  void hearThatTheNumberEndsOtherwise(String text, String number) {
    assertThat(
            PhoneEndings.in(Said.of(text), Optional.of("345 5559418"))
                .map(PhoneNumbers.Found::number))
        .contains(number);
    assertThat(PhoneEndings.in(Said.of(text), Optional.empty())).isEmpty();
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
        "lo metta a nome suo, Ginevra Costa, io sono Paola|Ginevra Costa",
        "a nome mio: Paola Riva|Paola Riva",
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

  @Test
  void mendOneWordOfAName() {
    assertThat(PersonFacts.corrected(Optional.of("John Parker"), "Jon")).isEqualTo("Jon Parker");
    assertThat(PersonFacts.corrected(Optional.of("Nicola"), "Nicoletta Sala"))
        .isEqualTo("Nicoletta Sala");
  }
}
