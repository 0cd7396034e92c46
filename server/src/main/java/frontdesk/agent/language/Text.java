package frontdesk.agent.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A text in tokens, as the rules see it: what is a phone number or a price is out of sight. */
final class Text {

  private static final Set<String> COMPANY_BEFORE =
      Set.of(
          "on",
          "this",
          "next",
          "last",
          "by",
          "until",
          "from",
          "to",
          "not",
          "or",
          "in",
          "early",
          "mid",
          "late",
          "of",
          "every",
          "il",
          "del",
          "dal",
          "al",
          "entro",
          "di",
          "questo",
          "a",
          "prossimo",
          "and",
          "e",
          "o",
          "before",
          "after",
          "end",
          "fine",
          "inizio",
          "meta",
          "non",
          "da",
          "fino",
          "primo",
          "for",
          "the",
          "un",
          "per",
          "prima",
          "dopo",
          "ogni");
  private static final Set<String> NOUN_AFTER =
      Set.of("the", "a", "un", "il", "of", "in", "di", "al", "i", "he", "she", "we", "they", "it");

  private final List<Token> tokens;
  private final boolean[] hidden;
  private final List<Map<Role, List<Lexicon.Entry>>> starts;
  private final Locale locale;

  Text(String text, Locale locale) {
    this.tokens = Tokens.of(text);
    this.locale = locale;
    this.starts = tokens.stream().map(token -> Lexicon.words().startingWith(token.word())).toList();
    this.hidden = NoTimes.in(tokens, starts);
  }

  int size() {
    return tokens.size();
  }

  Token token(int i) {
    return tokens.get(i);
  }

  boolean italian() {
    return locale.getLanguage().equals("it");
  }

  /** Month before day, as in the United States. */
  boolean monthFirst() {
    return locale.getCountry().equals("US");
  }

  boolean is(int i, String... words) {
    if (i < 0 || i >= size() || hidden[i]) {
      return false;
    }
    for (var word : words) {
      if (tokens.get(i).word().equals(word)) {
        return true;
      }
    }
    return false;
  }

  boolean glued(int i) {
    return i < size() && tokens.get(i).glued();
  }

  /** A sign that stands right between what is before and after it, as the colon of 10:30. */
  boolean joins(int i, String... signs) {
    return is(i, signs) && glued(i) && glued(i + 1);
  }

  /** The value of a number in digits. */
  Optional<Integer> digits(int i) {
    return i >= 0 && i < size() && !hidden[i] && tokens.get(i).isNumber()
        ? Optional.of(tokens.get(i).value())
        : Optional.empty();
  }

  int length(int i) {
    return tokens.get(i).word().length();
  }

  boolean has(Role role, int i) {
    return find(role, i).isPresent();
  }

  /** Whether a phrase of any of these roles begins here. */
  boolean hasAny(Set<Role> roles, int i) {
    for (var role : starts.get(i).keySet()) {
      if (roles.contains(role) && has(role, i)) {
        return true;
      }
    }
    return false;
  }

  /** After the phrase of that role, or where we were when there is none. */
  int skip(Role role, int i) {
    return find(role, i).map(Hit::next).orElse(i);
  }

  /** The longest phrase of that role that begins here. */
  Optional<Hit<Lexicon.Entry>> find(Role role, int i) {
    if (i < 0 || i >= size() || hidden[i]) {
      return Optional.empty();
    }
    var entries = starts.get(i).get(role);
    if (entries == null) {
      return Optional.empty();
    }
    Optional<Hit<Lexicon.Entry>> found = Optional.empty();
    for (var entry : entries) {
      var next = i + entry.words().size();
      if (found.isPresent() && next < found.get().next()) {
        break;
      }
      if (spells(entry.words(), i) && (!shaky(entry) || inCompany(i, next))) {
        // of two equals the one in the language of the talk
        if (found.isEmpty() || entry.language().equals(locale.getLanguage())) {
          found = Optional.of(new Hit<>(entry, next));
        }
      }
    }
    return found;
  }

  private boolean spells(List<String> words, int i) {
    if (i + words.size() > size()) {
      return false;
    }
    for (int k = 1; k < words.size(); k++) {
      if (hidden[i + k] || !tokens.get(i + k).word().equals(words.get(k))) {
        return false;
      }
    }
    return true;
  }

  /** Weak by the list, or an abbreviation of the other language. */
  private boolean shaky(Lexicon.Entry entry) {
    var word = entry.words().getFirst();
    return entry.weak()
        || (entry.words().size() == 1
            && word.length() == 3
            && List.of("mon", "tue", "lun", "ven", "dom", "sab", "mer", "eve", "dec").contains(word)
            && !entry.language().equals(locale.getLanguage()));
  }

  /** Other words of time beside it, or it stands alone. */
  private boolean inCompany(int i, int next) {
    var before = i > 0 ? tokens.get(i - 1) : null;
    var after = next < size() ? tokens.get(next) : null;
    var alone =
        (before == null || before.kind() == Token.Kind.SIGN)
            && (after == null || after.kind() == Token.Kind.SIGN);
    if (alone) {
      return true;
    }
    if (after != null && (after.isNumber() || digitsFollow(next))) {
      return true;
    }
    if (after != null && timely(next)) {
      return true;
    }
    if (before == null) {
      return false;
    }
    if (before.isNumber() && !hidden[i - 1] && before.value() <= 31) {
      return true;
    }
    if (is(i - 1, "st", "nd", "rd", "th", "°")) {
      return true;
    }
    return COMPANY_BEFORE.contains(before.word())
        && !(NOUN_AFTER.contains(before.word()) && tokens.get(i).word().equals("sun"))
        && !before.word().equals("the")
        && (after == null || after.kind() == Token.Kind.SIGN || !is(next, "be", "have", "i", "we"));
  }

  private boolean digitsFollow(int i) {
    return is(i, ".", "the", "at", "@", "alle", "ore") && digits(i + 1).isPresent();
  }

  private boolean timely(int i) {
    for (var entry : starts.get(i).getOrDefault(Role.PART, List.of())) {
      if (!entry.weak() && spells(entry.words(), i)) {
        return true;
      }
    }
    return starts.get(i).containsKey(Role.ORDINAL) || starts.get(i).containsKey(Role.NOON);
  }
}
