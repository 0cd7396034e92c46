package frontdesk.agent;

import frontdesk.agent.language.TimeWords;
import frontdesk.agent.tools.Toolbox.Change;
import frontdesk.conversations.TurnRequest;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the new messages accept a proposal: it was made for an earlier message, its deal has gone
 * out since, and what came after that is a yes to it. Judged here, whatever a model believes.
 */
record SaidYes(TurnRequest request, ZonedDateTime now) implements Acceptance {

  private static final Set<String> YES =
      Set.of(
          "yes",
          "yep",
          "yeah",
          "yea",
          "yup",
          "ya",
          "ye",
          "y",
          "sure",
          "ok",
          "okay",
          "okey",
          "k",
          "kk",
          "perfect",
          "great",
          "fine",
          "good",
          "gd",
          "lovely",
          "confirm",
          "confirmed",
          "correct",
          "right",
          "exactly",
          "absolutely",
          "definitely",
          "agreed",
          "deal",
          "works",
          "book",
          "please",
          "ideal",
          "brilliant",
          "go",
          "alright",
          "excellent",
          "wonderful",
          "awesome",
          "amazing",
          "fab",
          "cool",
          "smashing",
          "super",
          "spot",
          "suits",
          "that'll",
          "happy",
          "aye",
          "affirmative",
          "sì",
          "si",
          "sii",
          "siii",
          "sisi",
          "certo",
          "certamente",
          "perfetto",
          "perfetta",
          "bene",
          "benissimo",
          "confermo",
          "confermato",
          "confermi",
          "conferma",
          "esatto",
          "giusto",
          "volentieri",
          "d'accordo",
          "daccordo",
          "accordo",
          "okk",
          "oki",
          "ottimo",
          "ottima",
          "procedi",
          "proceda",
          "prenota",
          "prenoti",
          "procediamo",
          "assolutamente",
          "vabbene",
          "vai",
          "vada",
          "andata",
          "aggiudicato",
          "apposto",
          "posto",
          "affermativo",
          "certissimo",
          "dai",
          "sta",
          "👍",
          "👌",
          "✅",
          "🙏");

  private static final Set<String> NOT_YET =
      Set.of(
          "no",
          "nope",
          "nah",
          "not",
          "never",
          "don't",
          "dont",
          "wait",
          "instead",
          "rather",
          "actually",
          "but",
          "if",
          "change",
          "different",
          "other",
          "another",
          "later",
          "earlier",
          "cancel",
          "stop",
          "non",
          "aspetta",
          "aspetti",
          "invece",
          "anzi",
          "però",
          "pero",
          "ma",
          "se",
          "cambia",
          "cambiare",
          "altro",
          "altra",
          "dopo",
          "meglio",
          "annulla",
          "tardi");

  /** Words that do the asked-for thing say yes to it, whatever they mean elsewhere. */
  private static final Set<String> YES_TO_CANCEL =
      Set.of("cancel", "stop", "annulla", "annullalo", "annulli", "disdici", "disdire", "cancella");

  private static final Set<String> YES_TO_MOVE =
      Set.of("move", "change", "sposta", "spostalo", "sposti", "cambia", "cambiare");

  /** Said in parting or in passing; neither a no nor another wish. */
  private static final Pattern BY_THE_WAY =
      Pattern.compile(
          "(?iu)\\b(see|talk|speak) (you|to you|u)? ?(later|then)|no (problem|worries)|why not|a"
              + " (dopo|più tardi|piu tardi)|(ci )?vediamo dopo|non c'è problema|nessun"
              + " problema|perch[eé] no");

  private static final Pattern WORD = Pattern.compile("[\\p{L}']+|\\p{So}");

  @Override
  public boolean of(ProposalStore.Row proposal) {
    var since = since(proposal);
    return !since.isEmpty() && isYes(String.join("\n", since), proposal);
  }

  /** Something is answered now that came after the deal was named in a reply. */
  boolean answersTheDeal(ProposalStore.Row proposal) {
    return !since(proposal).isEmpty();
  }

  /** What was written once the deal had gone out: a yes that crossed it on the way is none. */
  private List<String> since(ProposalStore.Row proposal) {
    if (!proposal.stated()) {
      return List.of();
    }
    var told =
        request.history().stream()
            .filter(said -> said.author().equals("ai") || said.author().equals("member"))
            .mapToLong(TurnRequest.Said::seq)
            .filter(seq -> seq > proposal.madeAtSeq())
            .min();
    return told.isEmpty()
        ? List.of()
        : request.newMessages().stream()
            .filter(said -> said.seq() > told.getAsLong())
            .map(TurnRequest.Said::text)
            .toList();
  }

  boolean isYes(String text, ProposalStore.Row proposal) {
    var yes = new HashSet<>(YES);
    var notYet = new HashSet<>(NOT_YET);
    switch (proposal.change()) {
      case Change.Book _ -> {}
      case Change.Move _ -> {
        yes.addAll(YES_TO_MOVE);
        notYet.removeAll(YES_TO_MOVE);
      }
      case Change.Cancel _ -> {
        yes.addAll(YES_TO_CANCEL);
        notYet.removeAll(YES_TO_CANCEL);
      }
    }
    var words = words(BY_THE_WAY.matcher(text).replaceAll(" "));
    return words.stream().anyMatch(word -> yes.contains(word) || yes.contains(unstretched(word)))
        && words.stream().noneMatch(notYet::contains)
        && !text.contains("?")
        && agrees(text, proposal);
  }

  /** "Yesss" and "siiii" with their last letter once. */
  private static String unstretched(String word) {
    return word.replaceAll("(.)\\1+$", "$1");
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
        .results()
        .map(MatchResult::group)
        .map(word -> word.replaceAll("^'+|'+$", ""))
        .collect(Collectors.toSet());
  }

  /** A yes that names another time is a wish, not a yes. */
  private boolean agrees(String text, ProposalStore.Row proposal) {
    var deal = proposal.deal().start().atZone(now.getZone()).toLocalTime();
    return List.of(Locale.ENGLISH, Locale.ITALIAN).stream()
        .flatMap(locale -> TimeWords.mentions(text, locale, now).stream())
        .filter(mention -> mention.clock().filter(clock -> clock.to().isEmpty()).isPresent())
        .allMatch(
            mention ->
                Stream.concat(mention.clock().stream(), mention.otherClocks().stream())
                    .anyMatch(clock -> sameOnTheDial(clock.from(), deal)));
  }

  private static boolean sameOnTheDial(LocalTime one, LocalTime other) {
    return one.getMinute() == other.getMinute() && one.getHour() % 12 == other.getHour() % 12;
  }
}
