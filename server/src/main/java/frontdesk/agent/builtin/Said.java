package frontdesk.agent.builtin;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text as the recognisers read it: {@code plain} is lower case without accents, letter for letter
 * as long as {@code raw}, so that a place in one is the same place in the other.
 */
record Said(String raw, String plain, List<Word> words) {

  /** More than this in one message is not read: nobody writes a booking in so many letters. */
  private static final int LONGEST = 4_000;

  private static final Pattern HESITATION = Pattern.compile("u+h*m+|u+h+|e+r+m+|e+hm+|hm+|mm+h*");

  record Word(String text, int start, int end) {}

  record Span(int start, int end) {
    boolean overlaps(int from, int to) {
      return start < to && from < end;
    }
  }

  static Said of(String text) {
    var raw = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    var plain = fold(raw);
    return new Said(raw, plain, wordsOf(plain));
  }

  /** Without the "um" and "uh" of those who dictate: blanks stand in their place. */
  Said withoutHesitation() {
    var left = new StringBuilder(raw);
    for (var word : words) {
      if (HESITATION.matcher(word.text()).matches() && words.size() > 1) {
        left.replace(word.start(), word.end(), " ".repeat(word.end() - word.start()));
        boolean comma = word.end() < left.length() && left.charAt(word.end()) == ',';
        if (comma && word.start() > 0) {
          left.setCharAt(word.end(), ' ');
        }
      }
    }
    return of(left.toString());
  }

  /** The same text with these stretches struck out, as if a comma stood there. */
  Said without(List<Span> spans) {
    if (spans.isEmpty()) {
      return this;
    }
    var rawLeft = new StringBuilder(raw);
    var plainLeft = new StringBuilder(plain);
    for (var span : spans) {
      for (int i = span.start(); i < Math.min(span.end(), raw.length()); i++) {
        rawLeft.setCharAt(i, ',');
        plainLeft.setCharAt(i, ',');
      }
    }
    var left = plainLeft.toString();
    return new Said(rawLeft.toString(), left, wordsOf(left));
  }

  /** Whether only blanks lie between two places. */
  boolean adjoin(int from, int to) {
    return plain.substring(from, to).isBlank();
  }

  static String fold(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(foldLetter(text.charAt(i)));
    }
    return out.toString();
  }

  private static char foldLetter(char letter) {
    if (letter < 128) {
      return letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
    }
    return switch (letter) {
      case '’', '‘', '`', '´', 'ʼ' -> '\'';
      case '“', '”', '«', '»' -> '"';
      case '\u00a0' -> ' ';
      default -> {
        if (Character.isSurrogate(letter)) {
          yield letter;
        }
        var lower = Character.toLowerCase(letter);
        yield Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
      }
    };
  }

  private static List<Word> wordsOf(String plain) {
    var found = new ArrayList<Word>();
    int start = -1;
    for (int i = 0; i <= plain.length(); i++) {
      boolean inside = i < plain.length() && Character.isLetterOrDigit(plain.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        found.add(new Word(plain.substring(start, i), start, i));
        start = -1;
      }
    }
    return List.copyOf(found);
  }
}
