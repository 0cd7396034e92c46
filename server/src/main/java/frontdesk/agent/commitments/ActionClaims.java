package frontdesk.agent.commitments;

import frontdesk.agent.commitments.Reply.Clause;
import frontdesk.agent.commitments.Reply.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** "You're all set", "l'ho annullato", "a colleague will call you": what a reply says was done. */
final class ActionClaims {

  /** "Is it booked?", "have you been moved?" */
  private static final Pattern INVERTED =
      Pattern.compile(
          "^\\W*(?:so |and |or )?(?:is|are|was|were|has|have|had|do|does|did|will|am)\\b");

  private static final Pattern SPOSTO = Pattern.compile("\\bsposto\\b");
  private static final Pattern VERB = Pattern.compile("\\b\\w+[oa]\\b");
  private static final Pattern PARTICIPLE = Pattern.compile("(?:at|itt|ut|ers|ess|ost)[oaie]\\b");

  private final Reply reply;
  private final Map<Clause, Set<Deed>> claimed = new HashMap<>();

  ActionClaims(Reply reply) {
    this.reply = reply;
  }

  List<Claim> unbacked(Evidence evidence) {
    var claims = new ArrayList<Claim>();
    for (var sentence : reply.sentences()) {
      for (var clause : sentence.clauses()) {
        for (var deed : claimedIn(sentence, clause)) {
          if (!deed.onRecord(evidence) && !quoted(clause, deed, evidence)) {
            claims.add(new Claim(Claim.Kind.ACTION, reply.words(clause.start(), clause.end())));
          }
        }
      }
    }
    return claims;
  }

  /** Every deed that a sentence says was done. */
  Set<Deed> claimed(Sentence sentence) {
    var deeds = EnumSet.noneOf(Deed.class);
    sentence.clauses().forEach(clause -> deeds.addAll(claimedIn(sentence, clause)));
    return deeds;
  }

  private Set<Deed> claimedIn(Sentence sentence, Clause clause) {
    return claimed.computeIfAbsent(clause, c -> claims(sentence, c));
  }

  private Set<Deed> claims(Sentence sentence, Clause clause) {
    var deeds = EnumSet.noneOf(Deed.class);
    // courtesies would read as denials: "no problem, you're booked"
    var words = without("courtesy", reply.plain(clause.start(), clause.end()));
    var phrases = new Phrases(words);
    for (var deed : Deed.values()) {
      var text = deed == Deed.BOOKED ? without("REQUESTED", words) : words;
      var said = text.equals(words) ? phrases : new Phrases(text);
      if (said.find(deed.name())
          .anyMatch(found -> isClaim(deed, sentence, clause, text, found.start(), found.end()))) {
        deeds.add(deed);
      }
    }
    return deeds;
  }

  /** What the phrases of that name cover is blotted out, and nothing moves. */
  private static String without(String name, String words) {
    var rest = words;
    for (var phrase : new Phrases(words).find(name).toList()) {
      rest = rest.replace(phrase.group(), "~".repeat(phrase.group().length()));
    }
    return rest;
  }

  private boolean isClaim(
      Deed deed, Sentence sentence, Clause clause, String words, int start, int end) {
    var before = words.substring(0, start);
    var whole = words.substring(0, end);
    var denied = Phrases.in("denied", deed == Deed.CANCELLED ? before : whole);
    if (denied || Phrases.in("asked", before) && deed != Deed.DISCOUNTED) {
      return false;
    }
    var asks =
        sentence.question()
            && clause.end() == sentence.end()
            && (Phrases.in("asked", whole)
                || INVERTED.matcher(words.strip()).find()
                || presentTense(words, start, end));
    if (asks) {
      return false;
    }
    var earlier = reply.plain(sentence.start(), clause.start()) + before;
    return !Phrases.in("waiting", earlier) && !Phrases.in("waiting", words.substring(start));
  }

  /** "Prenoto giovedì?": in Italian the question mark alone makes it one. */
  private static boolean presentTense(String words, int start, int end) {
    var verb = words.substring(start, end);
    // "sposto" only ends like a participle
    return SPOSTO.matcher(verb).find()
        || VERB.matcher(verb).find() && !PARTICIPLE.matcher(verb).find();
  }

  /** The business's own texts may tell of discounts and the like. */
  private boolean quoted(Clause clause, Deed deed, Evidence evidence) {
    if (deed != Deed.DISCOUNTED && deed != Deed.REFUNDED && deed != Deed.MESSAGE_SENT) {
      return false;
    }
    var words = reply.plain(clause.start(), clause.end()).strip();
    return words.length() > 8
        && evidence.facts().stream().map(Reply::fold).anyMatch(fact -> fact.contains(words));
  }
}
