package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Said.Span;
import frontdesk.agent.language.TimeMention;
import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.ProviderFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What is to stay as it is while another thing goes: "I'll keep the colour at nine".
 *
 * @param times by which it is told; they are no wish
 * @param only this stays, so that the rest goes
 */
record Kept(
    List<Span> spans,
    Set<UUID> services,
    Set<UUID> providers,
    List<TimeMention> times,
    boolean only) {

  private static final String ONLY = "(?:only|just|solo|soltanto|solamente)";

  private static final String KEEP =
      "(?:keep(?:ing)?|leave|teng[oa]|teniamo|tieni|tenete|tenere|lasci[ao]?|lasciate|mantieni"
          + "|mantengo|mantenete|tenendo|mantenendo|lasciando)";

  private static final String ONE = "(?:the |my |il |la |le |lo |l'|i |quell[oa] )";

  /** Up to where something else is ordered. */
  private static final String CLAUSE =
      "(?:(?!\\b(?:(?:but|ma|pero|add|book|vorrei|posso|can (?:i|you|we)"
          + "|could (?:i|you|we))\\b|cancel|drop|remove|delete|scrap|annull|disdi|elimin|togli"
          + "|(?:mi )?(?:aggiung|segn[ia]|mett[ie])|prenot(?!azion)))[^.,;!?]){2,40}";

  private static final Pattern KEEPS =
      Pattern.compile(
          "\\b(?:" + KEEP + "|not|non)(?: " + ONLY + ")? (?!the same|l[oa] stess)" + ONE + CLAUSE);

  private static final Pattern KEEPS_ONLY =
      Pattern.compile("\\b(?:" + KEEP + " " + ONLY + "|" + ONLY + " " + KEEP + ") " + ONE);

  /** "If three is taken, leave it at eleven": what would be if the wish cannot. */
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "\\b(?:if|se)\\b[^.;!?]{0,30}\\b(?:taken|busy|full|booked|not"
              + " possible|occupat[oa]|pien[oa]|pres[oa]|impegnat[oa]|non (?:si puo|e possibile|c'e"
              + " posto))\\b[^.;!?]{0,20}\\b(?:"
              + KEEP
              + "|stay|rest[ai]|rimane|rimang[ao])\\b[^.;!?]*");

  /** Names an appointment where no service is named. */
  private static final Pattern THE_ONE =
      Pattern.compile(
          "\\b(?:one|appointment|booking|quell[oa]|appuntamento|prenotazione|prim[oa]|second[oa]"
              + "|first|other|altr[oa])\\b");

  /**
   * @param cancels whether something else is given up in the same breath
   */
  static Kept in(
      Said said,
      List<TimeMention> times,
      List<ServiceFacts> services,
      List<ProviderFacts> people,
      boolean cancels) {
    var spans =
        KEEPS
            .matcher(said.plain())
            .results()
            .map(found -> new Span(found.start(), found.end()))
            .toList();
    var words = new StringBuilder();
    spans.forEach(span -> words.append(said.plain(), span.start(), span.end()).append(". "));
    var clauses = Said.of(words.toString());
    var named = ServiceWords.in(clauses, services).wanted();
    var timed =
        times.stream()
            .filter(
                time -> spans.stream().anyMatch(span -> span.overlaps(time.start(), time.end())))
            .toList();
    boolean tellsWhich = !named.isEmpty() || THE_ONE.matcher(clauses.plain()).find();
    boolean only = tellsWhich && KEEPS_ONLY.matcher(said.plain()).find();
    // "keep the 9am, cancel the 11am": two times are told apart without another word
    boolean apart = cancels && times.stream().anyMatch(time -> !timed.contains(time));
    return new Kept(
        spans,
        Set.copyOf(named),
        ProviderWords.in(clauses, people).wanted(),
        tellsWhich && (cancels || only) || apart ? timed : List.of(),
        only);
  }

  /** Where it is said what stays if the wish cannot be; the times in it are no wish. */
  static List<Span> otherwise(Said said) {
    return OTHERWISE
        .matcher(said.plain())
        .results()
        .map(found -> new Span(found.start(), found.end()))
        .toList();
  }

  /** Whether this is said of that appointment. */
  boolean means(AppointmentFacts own, ZoneId zone) {
    boolean says = !services.isEmpty() || !providers.isEmpty() || !times.isEmpty();
    return says
        && (services.isEmpty() || services.contains(own.service()))
        && (providers.isEmpty() || providers.contains(own.provider()))
        && (times.isEmpty() || Repeats.all(times, own.start().atZone(zone)));
  }
}
