package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.Edge;
import java.util.regex.Pattern;

/** "The first you have", "as soon as possible", "the last one of the day". */
final class Edges {

  private static final String THING_EN =
      "(?: (?:slot|time|appointment|opening|one|spot|gap|space|thing))?";
  private static final String THING_IT =
      "(?: (?:posto|orario|slot|ora|appuntamento|buco|spazio|disponibilita|data|cosa))?";

  private static final Pattern FIRST =
      Pattern.compile(
          "\\b(?:as soon as (?:possible|(?:you|u|i|we) can|poss)|a\\.?s\\.?a\\.?p|soonest|at your"
              + " earliest|(?:the|your) (?:very )?earliest|(?:first|next|earliest)"
              + " (?:available|possible|free|open)|(?:the )?(?:first|earliest)"
              + THING_EN
              + " (?:(?:that )?(?:you|u|ya)(?:'?ve)?"
              + " (?:have|has|got|can|do)|available|free|possible|going)|earliest"
              + THING_EN
              + "\\b(?= ?(?:on|that|is|in|tomorrow|today|please|$))|(?:il )?prima possibile|quanto"
              + " prima|al piu presto|(?:il )?prima che (?:si puo|puoi|potete|puo|riuscite)|appena"
              + " (?:possibile|potete|puoi|puo|avete|aprite|apre)|quando aprite|(?:as soon as|when)"
              + " (?:you|u) open|(?:at|on) opening(?: time)?|all'apertura|in apertura|(?:as )?early"
              + " as (?:you|u) can|first thing you have|prim[oa]"
              + THING_IT
              + " (?:liber[oa]|disponibile|utile|possibile|che"
              + " (?:avete|hai|ha|c'e|ce|trovate|trovi|capita|potete|puoi))"
              + "|(?:il primo|la prima) (?:posto|orario|slot|buco|disponibilita|data"
              + " (?:utile|libera)))\\b");

  private static final Pattern LAST =
      Pattern.compile(
          "\\b(?:last thing (?:on|in the|tomorrow|today|\\w+day)|(?:just |right )?before (?:you|u)"
              + " (?:close|shut)|in chiusura|prima (?:di chiudere|della chiusura|che"
              + " chiud\\w+)|as late as (?:possible|(?:you|u|i) can)|(?:the )?(?:last|latest)"
              + THING_EN
              + " (?:(?:that )?(?:you|u)(?:'?ve)? (?:have|got|can|do)|available|free|possible|of"
              + " the (?:day|afternoon|morning|evening))"
              + "|(?:il )?piu tardi possibile|l?'?ultim[oa]"
              + THING_IT
              + " (?:liber[oa]|disponibile|utile|possibile|del(?:la|l')?"
              + " ?(?:giornata|giorno|pomeriggio|mattina|mattinata|sera)|che"
              + " (?:avete|hai|ha|c'e|ce|trovate)))\\b");

  private Edges() {}

  static Edge of(Said said) {
    return FIRST.matcher(said.plain()).find()
        ? Edge.FIRST
        : LAST.matcher(said.plain()).find() ? Edge.LAST : Edge.NONE;
  }
}
