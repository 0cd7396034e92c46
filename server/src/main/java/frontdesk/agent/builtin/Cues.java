package frontdesk.agent.builtin;

import java.util.regex.Pattern;

/** Small phrases that turn the talk. */
final class Cues {

  /** "I'd like to know" is no wish to book, and "I need help" no call for a person. */
  static final Pattern POLITE =
      Pattern.compile(
          "\\b(i('?d| would) like to (know|ask)|i (want|wanted|need) to (know|ask)|i('?d| would)"
              + " like some info\\w*|(vorrei|volevo|voglio|posso|potrei|dovrei)"
              + " (sapere|chiedere|chiedervi|chiederti|chiederle|un'info\\w*|informazioni|avere"
              + " informazioni)|(can|could) you (please )?(help|tell) me|mi"
              + " (sa|puo|potete|potrebbe|sapete|puoi|sapreste) dire)\\b");

  /** Gives up for good, whatever day is named besides. */
  static final Pattern GIVES_UP =
      Pattern.compile(
          "\\b(forget (it|about it)|never ?mind|leave it|lascia(mo)? (stare|perdere|correre)|lasci"
              + " (stare|perdere)|lasciate (stare|perdere)|non se ne fa|(don'?t|do not) book"
              + " (it|anything|that)|no appointment|non prenot\\w+ (niente|nulla)|i'?ll"
              + " (call|think)|ci penso)\\b");

  static final Pattern TALK_TO =
      Pattern.compile(
          "\\b(speak|talk|chat|parlar\\w*|parlo) (directly |direttamente )?(to|with|con)\\b");

  static final Pattern WHY =
      Pattern.compile(
          "\\b(why|what for|what do you need|is (it|that) necessary|perche|a (che|cosa)( cosa)? (vi"
              + " |ti |le )?serve|come mai|e necessario|e obbligatorio)\\b");

  static final Pattern CLEAR_YES =
      Pattern.compile("\\b(yes+|yeah|yep|please|sure|si+|certo|volentieri|magari|per favore)\\b");

  static final Pattern TALK_ABOUT =
      Pattern.compile(
          "\\b(someone|somebody|anyone|qualcuno|voi|you) (about|regarding|per|di|riguardo|della"
              + "|del)\\b");

  static final Pattern ONE_MORE =
      Pattern.compile(
          "\\b((one|another|same|un[oa]?|un altro|un'altra|anche|lo stesso|l[oa] stess[oa]) (one"
              + " )?(for|per) \\w+|another one|one more|un altro|un'altra|ancora un[oa]?)\\b");

  /** Asks for a new appointment, whatever is said of another. */
  static final Pattern BOOK_ME =
      Pattern.compile(
          "\\b(book|i'?d like (an?|to (book|come|have))|(can|could) i"
              + " (get|have|book)|prenot(a|i|ate|are|o|iamo|arlo|armi|ami|atemi)|fissa(re|te|mi)?|vorrei"
              + " (un|una|prenotare|venire))\\b");

  /** Speaks of an appointment as one that there is. */
  static final Pattern HAS_ONE =
      Pattern.compile(
          "\\b((my|mine|the|mio|mia|l') ?(\\w+"
              + " )?(appointment|booking|slot|appuntament\\w+|prenotazion\\w+)"
              + "|cancel\\w*|disd\\w+|annull\\w+|spost\\w+|mov(e|ing)|reschedul\\w+)");

  /** "I already have it": nothing more is wanted. */
  static final Pattern HAVE_IT =
      Pattern.compile(
          "\\b(i (?:already|'?ve already|have already) (?:have|got|had|booked)"
              + "|i(?:'ve| have) (?:got |booked )?(?:it|that|that one|one) already"
              + "|(?:ce )?l'ho gia|l'avevo gia|gia prenotat[oa]|solo quell[oa]"
              + "|(?:just|only) (?:that|the) one)\\b");

  /** "So that's both in, yeah?": the deal, said again, is the answer. */
  static final Pattern IF_DONE =
      Pattern.compile(
          "\\b((is|are|so|am|have|has|'s|its|it's|thats|that's|that)"
              + " .{0,20}(booked|in|done|sorted|both|set|confirmed)|(e|sono|siamo|ho|li ho|le"
              + " ho|quindi|allora) .{0,15}(prenotat[oaie]|fatto|a posto|conferm\\w+|tutt[ei] e"
              + " due|entramb[ie]|segnat[oaie]))\\b");

  private Cues() {}
}
