package frontdesk.agent.commitments;

import frontdesk.agent.language.TimeMention;
import frontdesk.agent.language.TimeWords;
import java.text.Normalizer;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A reply in sentences and clauses, lower case and without accents, with its mentions of time. */
record Reply(
    String text,
    String plain,
    List<Sentence> sentences,
    List<TimeMention> mentions,
    Locale locale) {

  /** From start to end, excluded; its clauses cover it. */
  record Sentence(int start, int end, boolean question, List<Clause> clauses) {}

  record Clause(int start, int end) {}

  private static final Pattern SENTENCE_END =
      Pattern.compile(
          "[.](?<!\\b(dr|mr|mrs|ms|dott|sig|prof|st|ca|tel|n|ore|ord|ecc|[ap]\\.m|[ap])[.])(?=\\s|$)|[!?]+|\\n"
              + "+");
  private static final Pattern CLAUSE_END =
      Pattern.compile(
          "[,;](?=\\s)|\\s[-–—]+\\s|[()]|\\.(?=\\s)|:(?=\\s)|\\s(?=(but|however|although|ma|pero|tuttavia|invece|while|mentre)\\b)");

  static Reply of(String text, Locale locale, ZonedDateTime now) {
    var plain = fold(text);
    return new Reply(text, plain, sentences(plain), TimeWords.mentions(text, locale, now), locale);
  }

  String words(int start, int end) {
    return text.substring(start, end).strip();
  }

  String plain(int start, int end) {
    return plain.substring(start, end);
  }

  Sentence sentenceAt(int index) {
    return sentences.stream()
        .filter(sentence -> index >= sentence.start() && index < sentence.end())
        .findFirst()
        .orElseGet(sentences::getLast);
  }

  Clause clauseAt(int index) {
    var clauses = sentenceAt(index).clauses();
    return clauses.stream()
        .filter(clause -> index >= clause.start() && index < clause.end())
        .findFirst()
        .orElseGet(clauses::getLast);
  }

  private static List<Sentence> sentences(String plain) {
    var sentences = new ArrayList<Sentence>();
    var ends = SENTENCE_END.matcher(plain);
    var start = 0;
    while (start < plain.length()) {
      var found = ends.find(start);
      var end = found ? ends.end() : plain.length();
      var question = found && ends.group().contains("?");
      sentences.add(new Sentence(start, end, question, clauses(plain, start, end)));
      start = end;
    }
    return sentences.isEmpty()
        ? List.of(new Sentence(0, 0, false, List.of(new Clause(0, 0))))
        : sentences;
  }

  private static List<Clause> clauses(String plain, int from, int to) {
    var clauses = new ArrayList<Clause>();
    var ends = CLAUSE_END.matcher(plain).region(from, to);
    var start = from;
    while (ends.find()) {
      clauses.add(new Clause(start, ends.end()));
      start = ends.end();
    }
    clauses.add(new Clause(start, to));
    return clauses;
  }

  /** Character by character, so that places stay where they are. */
  static String fold(String text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      var c = Character.toLowerCase(text.charAt(i));
      if (c == '’' || c == '‘' || c == '`' || c == '´') {
        c = '\'';
      } else if (c > 127) {
        c = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
      }
      folded.append(c);
    }
    return folded.toString();
  }
}
