package frontdesk.agent.builtin;

import frontdesk.agent.language.TimeMention;
import frontdesk.agent.language.TimeMention.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times that are told as a reason and are no wish: "I finish work at 3, so any time from half
 * past", "alle 16 ho una riunione".
 */
final class Reasons {

  /** Before a time at which the customer becomes free. */
  private static final Pattern FREE_FROM =
      Pattern.compile(
          "\\b(?:finish(?:es)?|get(?:s)? (?:off|out|home|back|done)|come(?:s)? out|leave(?:s)?"
              + " (?:work|school|the office)|(?:i'?m|im|am|is|he'?s|she'?s) (?:off|out|done)|off"
              + " work|work(?:s|ing)? (?:until|till|til|to)|(?:busy|at work|at school|in the"
              + " office|away)"
              + " (?:until|till|til)|esc[oe]|usc(?:iamo|iro)|finisc[oe]|finiamo|stacc(?:o|a|hiamo)|smont[oa]|torn[oa]|rientr[oa]|mi"
              + " liber[oa]|si libera|lavor[oa] fino|(?:impegnat[oa]|occupat[oa]|in ufficio|al"
              + " lavoro|a scuola) fino)\\b[^.,;!?\\d]{0,25}$");

  /** Something else that the customer has at that time. */
  private static final String ENGAGEMENT =
      "(?:meeting|class|lesson|train|flight|call|shift|school run|gym|interview|exam|another"
          + " appointment|riunione|lezione|treno|volo|turno|palestra|colloquio|esame|impegno|wedding|funeral|party|matrimonio|funerale|festa|trasferta|chiamata|corso|udienza|un"
          + " altro appuntamento)";

  private static final Pattern BUSY_BEFORE =
      Pattern.compile(
          "\\b(?:have|have got|'?ve got|got|ho|avrei|abbiamo|c'e|there'?s|my|la mia|il mio)\\b"
              + "[^.;!?\\d]{0,15}\\b"
              + ENGAGEMENT
              + "\\b[^.,;!?\\d]{0,12}$");

  private static final Pattern BUSY_AFTER =
      Pattern.compile(
          "^[^.;!?\\d]{0,30}\\b(?:have|have got|'?ve"
              + " got|got|ho|avrei|abbiamo|c'e)\\b[^.;!?\\d]{0,15}\\b"
              + ENGAGEMENT
              + "\\b");

  private static final String MUST_GO =
      "(?:(?:have|has|need|needs|got|must|want)(?: to)? (?:be"
          + " (?:out|gone|off|away|done|finished|back|home|at|in town|on)|leave|go|head"
          + " off|dash|run|finish|pick up|collect|fetch)|(?:dev[oe]|dobbiamo)"
          + " (?:aver(?:e)? (?:finito|fatto)|essere"
          + " (?:fuori|via|al|alla|a|in|dal|dalla|di ritorno)|andare|andar"
          + " via|scappare|uscire|partire|tornare|rientrare|finire|prendere|ritirare)|(?:be|get)"
          + " (?:out|done|finished) (?:by|before|at)|(?:i'?m|i am|we'?re) (?:leaving|flying|heading"
          + " off)|i fly|parto|partiamo|scappo|vado via"
          + "|(?:as long as|so long as|provided|make sure)(?: that)?"
          + " (?:i'?m|i am|we'?re|we are|it'?s|it is|he'?s|she'?s|they'?re|you'?re)(?: all)?"
          + " (?:done|finished|out|over)(?: by)?)";

  /** Before a time at which work or school begins, or one must be gone. */
  private static final Pattern BUSY_FROM =
      Pattern.compile(
          "\\b(?:start(?:s)? work|start(?:s)? school|work starts|(?:be|am) (?:at|in) work"
              + " (?:by|at|from)|attacc[oa]|cominci[oa] a lavorare|inizi[oa] a lavorare|entr[oa]"
              + " (?:al lavoro|in ufficio|a scuola)|"
              + MUST_GO
              + ")\\b[^.,;!?\\d]{0,25}$");

  /** Around a time by which it is to be over: "per le 11 abbia finito". */
  private static final Pattern BY = Pattern.compile("\\b(?:per|entro)(?: le| l'| la)?\\s*$");

  private static final Pattern FINISHED =
      Pattern.compile(
          "^[^.,;!?\\d]{0,12}\\b(?:abbia(?:no|mo)?|avere|aver) finito\\b(?! (?:di|il|la)\\b)");

  /** After a time by which one must be gone. */
  private static final Pattern GONE_BY = Pattern.compile("^[^.,;!?\\d]{0,12}\\b" + MUST_GO + "\\b");

  private static final String AWAY =
      "(?:away|working|at work|on holiday|on leave|out of town|abroad|tied up|busy|fully"
          + " booked|fuori(?: citta)?|via|in ferie|in viaggio|in trasferta|impegnat[oa]|al"
          + " lavoro|in ufficio|occupat[oa])";

  private static final String I_AM =
      "(?:i'?m|i am|we'?re|we are|i'?ll be|sono|saro|siamo|saremo|sto)(?: all| gia| sempre)? ";

  /** Around a day on which the customer cannot come. */
  private static final Pattern AWAY_BEFORE =
      Pattern.compile(
          "\\b(?:"
              + I_AM
              + AWAY
              + "|i work|lavoro)(?: on| all| every| all day| tutto| ogni| il| la| di)*\\s*$");

  private static final Pattern AWAY_AFTER =
      Pattern.compile(
          "^,? ?(?:(?:purtroppo|unfortunately|sadly|all day|pero|infatti) )*(?:"
              + I_AM
              + AWAY
              + "|i work|lavoro)\\b(?! (?:until|till|til|from|fino|dalle|dal|solo|only)\\b)");

  /** After a day that has something else in it, where another day is wished for. */
  private static final Pattern TAKEN_AFTER =
      Pattern.compile(
          "^,? ?(?:(?:purtroppo|unfortunately|sadly|pero|infatti) )?(?:(?:ho|abbiamo|i have|i'?ve"
              + " got|i got|we have|we'?ve got)"
              + " (?!temp|liber|posto|dispon|bisogno|voglia|time\\b|free|avail|no |nothing|to"
              + " |been|had|nient|pensat|gia|prenot|appuntament|an?"
              + " (?:appointment|appt|booking))|(?:e'?|is|'s|sara) (?:(?:il|la|my|our|the|a)"
              + " )?(?:(?:mi[oa]|nostr[oa])"
              + " )?(?:compleanno|anniversario|festa|matrimonio|laurea|birthday|anniversary|wedding"
              + "|prom|party|funeral|graduation))");

  private static final Pattern TAKEN_BEFORE =
      Pattern.compile(
          "\\b(?:compleanno|anniversario|festa|matrimonio|laurea|birthday|anniversary|wedding"
              + "|prom|party|funeral|graduation|flight|exam|volo|esame)"
              + "(?: (?:e'?|is|sara|will be)|'s)?(?: (?:on|il|di))?\\s*$");

  /** Between two days that are told in one breath. */
  private static final Pattern AND = Pattern.compile(" ?,? ?(?:and|or|e|o|&)(?: (?:on|il|di))? ?");

  /** Before a time at which something was. */
  private static final Pattern PAST_BEFORE =
      Pattern.compile(
          "\\b(?:(?:i|we) (?:(?:just|already|only|last) )*(?:had (?:one|it|that|mine|(?:an?|the|my)"
              + " (?!appointment|appt|booking|slot))|was (?:there|in with|with you|here|at"
              + " yours)|were (?:there|in with|with you|here)|came|went|did"
              + " (?:it|one|that))|(?:i|we)(?:'?ve| have) (?:(?:just|already|only)"
              + " )?(?:had|been|done)|(?:l'|ne |la |lo )?ho (?:gia |appena"
              + " )?(?:fatt[oae]|avut[oae])|sono (?:gia )?(?:stat[oa]|venut[oa]|passat[oa])|ero"
              + " (?:venut[oa]|stat[oa]|li|da voi)|siamo"
              + " (?:stat[ie]|venut[ie]))\\b[^.,;!?\\d]{0,25}$");

  private final Said said;

  Reasons(Said said) {
    this.said = said;
  }

  /** The wishes among the mentions; a reason alone becomes the bound that it sets. */
  List<TimeMention> wishesOf(List<TimeMention> mentions) {
    var told = mentions.stream().filter(mention -> !isPast(mention)).toList();
    return withoutDaysAway(wishesAmong(told));
  }

  private List<TimeMention> wishesAmong(List<TimeMention> mentions) {
    boolean others = mentions.stream().anyMatch(mention -> isPoint(mention) && !isReason(mention));
    var free =
        mentions.stream()
            .filter(mention -> isReason(mention) && FREE_FROM.matcher(before(mention)).find())
            .map(mention -> bound(mention).from())
            .findFirst();
    var wishes = new ArrayList<TimeMention>();
    for (var mention : mentions) {
      if (!isReason(mention)) {
        wishes.add(free.map(from -> notBefore(mention, from)).orElse(mention));
      } else if (isBusy(mention)) {
        mention.days().ifPresent(_ -> wishes.add(mention.dayAlone()));
        wishes.add(with(mention, mention.clock().orElseThrow(), true));
      } else if (!others && !alreadyMeant(mention, mentions)) {
        wishes.add(with(mention, bound(mention), false));
      } else if (mention.days().isPresent()) {
        wishes.add(mention.dayAlone());
      }
    }
    return wishes;
  }

  private boolean isPast(TimeMention mention) {
    return PAST_BEFORE.matcher(before(mention)).find();
  }

  /** "I'm away Monday and Tuesday", "mercoledì ho un'udienza, si può giovedì?" */
  private List<TimeMention> withoutDaysAway(List<TimeMention> mentions) {
    var told = new ArrayList<TimeMention>();
    boolean away = false;
    for (int i = 0; i < mentions.size(); i++) {
      var mention = mentions.get(i);
      boolean before = away && joined(mentions.get(i - 1), mention);
      boolean after =
          i + 1 < mentions.size()
              && joined(mention, mentions.get(i + 1))
              && isDayAlone(mentions.get(i + 1))
              && isAway(mentions.get(i + 1), mentions);
      away = isDayAlone(mention) && (isAway(mention, mentions) || before || after);
      told.add(away ? denied(mention) : mention);
    }
    return told;
  }

  private boolean isAway(TimeMention mention, List<TimeMention> all) {
    boolean otherDay = all.stream().anyMatch(other -> other != mention && other.days().isPresent());
    return AWAY_BEFORE.matcher(before(mention)).find()
        || AWAY_AFTER.matcher(said.plain().substring(mention.end())).find()
        || otherDay && (isBusy(mention) || isTaken(mention));
  }

  private boolean isTaken(TimeMention mention) {
    return TAKEN_AFTER.matcher(said.plain().substring(mention.end())).find()
        || TAKEN_BEFORE.matcher(before(mention)).find();
  }

  private boolean joined(TimeMention one, TimeMention two) {
    return AND.matcher(said.plain().substring(Math.min(one.end(), two.start()), two.start()))
        .matches();
  }

  private static boolean isDayAlone(TimeMention mention) {
    return mention.days().isPresent() && mention.clock().isEmpty() && !mention.negated();
  }

  private static TimeMention denied(TimeMention mention) {
    return new TimeMention(
        mention.start(),
        mention.end(),
        mention.days(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        true,
        false);
  }

  /** When the customer must be gone again: what is wished for is to be over by then. */
  Optional<LocalTime> goneBy(List<TimeMention> mentions) {
    return mentions.stream()
        .filter(mention -> !mention.negated() && mention.clock().isPresent() && mustGo(mention))
        .map(
            mention -> {
              var clock = mention.clock().get();
              return clock.from().equals(LocalTime.MIN) ? clock.to().orElseThrow() : clock.from();
            })
        .findFirst();
  }

  /** "I finish at 3, so any time after 4": the stretch that is asked for says it all. */
  private boolean alreadyMeant(TimeMention reason, List<TimeMention> mentions) {
    var bound = bound(reason);
    return mentions.stream()
        .filter(mention -> isStretch(mention) && !mention.negated() && !isReason(mention))
        .flatMap(mention -> mention.clock().stream())
        .anyMatch(
            clock ->
                !clock.from().isBefore(bound.from())
                    && !clock.to().get().isAfter(bound.to().orElse(LocalTime.MAX)));
  }

  private static boolean isPoint(TimeMention mention) {
    return mention.clock().filter(clock -> clock.to().isEmpty()).isPresent() && !mention.negated();
  }

  private static boolean isStretch(TimeMention mention) {
    return mention.clock().filter(clock -> clock.to().isPresent()).isPresent();
  }

  private boolean isReason(TimeMention mention) {
    boolean until = mention.clock().filter(clock -> clock.from().equals(LocalTime.MIN)).isPresent();
    return (isPoint(mention) || until)
        && (FREE_FROM.matcher(before(mention)).find()
            || isPoint(mention) && (isBusy(mention) || mustGo(mention)));
  }

  private boolean mustGo(TimeMention mention) {
    return BUSY_FROM.matcher(before(mention)).find()
        || GONE_BY.matcher(said.plain().substring(mention.end())).find()
        || FINISHED.matcher(said.plain().substring(mention.end())).find()
            && BY.matcher(before(mention) + words(mention).replaceAll("\\s?\\d.*", "")).find();
  }

  private boolean isBusy(TimeMention mention) {
    return BUSY_BEFORE.matcher(before(mention)).find()
        || BUSY_AFTER.matcher(said.plain().substring(mention.end())).find();
  }

  private String words(TimeMention mention) {
    return said.plain().substring(mention.start(), mention.end());
  }

  private String before(TimeMention mention) {
    return said.plain().substring(0, mention.start());
  }

  private Clock bound(TimeMention mention) {
    var clock = mention.clock().orElseThrow();
    var at = clock.from().equals(LocalTime.MIN) ? clock.to().orElseThrow() : clock.from();
    return mustGo(mention)
        ? new Clock(LocalTime.MIN, Optional.of(at))
        : new Clock(at, Optional.of(LocalTime.MAX));
  }

  /** A stretch that begins before one is free must be meant later: "half 3" may be half past. */
  private TimeMention notBefore(TimeMention mention, LocalTime free) {
    if (!isStretch(mention) || !mention.clock().get().from().isBefore(free)) {
      return mention;
    }
    var clock = mention.clock().get();
    boolean half = said.plain().substring(mention.start(), mention.end()).contains("half");
    var from = half ? clock.from().plusHours(1) : free;
    boolean early =
        clock.from().isBefore(LocalTime.NOON)
            || clock.to().filter(to -> !from.isBefore(to)).isPresent();
    return early ? mention : with(mention, new Clock(from, clock.to()), false);
  }

  private static TimeMention with(TimeMention mention, Clock clock, boolean negated) {
    return new TimeMention(
        mention.start(),
        mention.end(),
        negated ? Optional.empty() : mention.days(),
        Optional.of(clock),
        List.of(),
        Optional.empty(),
        false,
        negated,
        false);
  }
}
