package frontdesk.agent.builtin;

import java.util.regex.Pattern;

/** Whether a text agrees, refuses, or neither. */
enum YesNo {
  YES,
  NO,
  /** Wants none of it any more: "forget it", "lascia stare". */
  DROP,
  NEITHER;

  private static final Pattern DROPS =
      Pattern.compile(
          "\\b(forget (it|about it)|never ?mind|leave it( for now)?|not (now|today|any"
              + " ?more|yet|booking yet|interested)|no need|i'?ll (think about it|call|let you"
              + " know|be in touch|get back)|let me (think|check|ask|see)|i need to"
              + " (check|think|ask)|get back to you|on second thoughts?,? (no|leave)|changed my"
              + " mind about (it|this)|don'?t (book|bother)|stop|(just|only) (asking|wanted to"
              + " know|curious|wondering)|nothing( for now| else)?|lascia(mo)?("
              + " (stare|perdere|correre))|lasci (stare|perdere)|lasciate (stare|perdere)|meglio di"
              + " no|preferisco di no|(devo|fammi|fatemi|mi faccia)"
              + " (sentire|chiedere|controllare|vedere|pensare)|(ci|devo) pens(o|are|iamo)|ci devo"
              + " pensare|per (ora|il momento|adesso) (no|niente|nulla)|vi (richiamo|faccio"
              + " sapere|ricontatto)|ti faccio sapere|le faccio sapere|non (mi"
              + " )?(serve|interessa)(?= piu\\W|\\W*$| grazie|,)|non se ne fa|non fa niente|fa"
              + " niente|niente (grazie|per ora)|(era |chiedevo |volevo )?solo (per"
              + " )?(sapere|l'orario|il prezzo|un'idea|un'informazione|informazioni)|chiedevo"
              + " solo|volevo solo|solo informazioni|ho cambiato idea|non prenot\\w+|magari"
              + " (un'altra volta|piu avanti))\\b|^\\W*(niente|nulla)\\W*$");

  private static final Pattern NOT_GOOD =
      Pattern.compile(
          "\\b((that'?s|that is|it'?s|it is|is|thats) (not|wrong)|not"
              + " (right|correct|ok|good|that)|isn'?t (right|correct|good)|wrong|doesn'?t"
              + " (work|suit)|does not (work|suit)|can'?t do|non (va bene|va|e giusto|e corretto|mi"
              + " va|posso|riesco)|sbagliat[oa]|rather not|nn va bene)\\b");

  private static final Pattern SAYS_NO =
      Pattern.compile(
          "^\\W*((hmm+|mmm*|eh|ah|oh|uh|ehm|wait|aspetta|aspetti|sorry|scusa|scusi|scusate|well|actually|anzi|ok)\\W+){0,3}(no+|nope|nah|nay|negative|non|not)\\b|^\\W*n\\W*$|[👎❌🚫]|\\b(anzi"
              + " no|actually no)\\b");

  private static final Pattern SAYS_YES =
      Pattern.compile(
          "\\b(yes+|yes+ir|yeah+|yea|yep+|yup|ye|yh|yeh|aye|ya|yass?|sure|of"
              + " course|absolutely|definitely|certainly|ok(ay|ey|i|k)?"
              + "|okie|k|kk|fine|perfect|perf|great|good|lovely|brilliant|wonderful|excellent|correct|right|confirm(ed)?|exactly|agreed|deal|go"
              + " (ahead|for it)|book (it|that|me)|do it|sounds?"
              + " (good|great|perfect|fine|lovely)|that works|works for me|that(?:'ll| will)"
              + " do|suits me|smashing|super|ideal|awesome|amazing|fab|fabulous|affirmative|bang"
              + " on|please do|please|cool|sweet|alright|all good|spot on|by all means|happy with"
              + " that|sisi|sissi|si+|certo|certamente|certissimo|perfetto|perfettissimo|va"
              + " (bene|benissimo|benone)|vabbene|vabene|ottimo|esatto"
              + "|giusto|corretto|confermo|conferma|confermato|confermi|d'?accordo|procedi|procedete|proceda|procediamo"
              + "|prenota|prenoti|prenotate|prenotiamo|benissimo|volentieri|assolutamente|senz'?altro|bene|fatto|dai|andata|ci"
              + " sta|si puo fare|mi va bene|facciamo|come no|eccome|aggiudicato|vai|vada|mi sta"
              + " bene|sta bene|a posto|apposto|alla grande|affermativo|certissimo|fai pure|faccia"
              + " pure|fate pure|pure)\\b|^\\W*[ys]\\W*$|[👍👌✅🙏🙌💯😊😀😁🥰❤]");

  private static final Pattern ASKS_IF = Pattern.compile("\\bsi (puo|fa|potrebbe|riesce|paga)\\b");

  static YesNo of(Said said) {
    var text = ASKS_IF.matcher(said.plain()).replaceAll(" ");
    if (DROPS.matcher(text).find()) {
      return DROP;
    }
    if (NOT_GOOD.matcher(text).find() || SAYS_NO.matcher(text).find()) {
      // "no no, it's right" and "no problem, yes" agree in spite of their first word
      return text.matches("(?s)^\\W*no (problem|worries|prob)\\b.*|.*\\bnon c'?e problema\\b.*")
              || text.matches(
                  "(?s)^\\W*no+( no)*\\W+(it'?s|that'?s|e|va|tutto)\\W+(all"
                      + " )?(fine|right|good|bene|giusto|ok|perfetto)\\b.*")
          ? YES
          : NO;
    }
    return SAYS_YES.matcher(text).find() ? YES : NEITHER;
  }
}
