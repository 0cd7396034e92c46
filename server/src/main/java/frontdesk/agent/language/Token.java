package frontdesk.agent.language;

/**
 * One word, number or sign of a text.
 *
 * @param word in lower case and without accents; digits stay as written
 * @param start index of its first character in the text
 * @param end index after its last character
 * @param glued no space before it
 */
record Token(String word, int start, int end, Kind kind, boolean glued) {

  enum Kind {
    WORD,
    NUMBER,
    SIGN
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  /** The number's value; one too long to be a part of any time reads as the largest int. */
  int value() {
    return word.length() > 8 ? Integer.MAX_VALUE : Integer.parseInt(word);
  }
}
