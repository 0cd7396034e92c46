package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Answer.Choice;
import frontdesk.http.Sentences;
import java.util.ArrayList;
import java.util.List;

/** A reply being put together, sentence by sentence. */
final class Reply {

  private final List<String> sentences = new ArrayList<>();
  private List<Choice> choices = List.of();
  private String intent = "unclear";

  Reply add(String sentence) {
    if (!sentence.isBlank() && !sentences.contains(sentence)) {
      sentences.add(sentence);
    }
    return this;
  }

  void choices(List<Choice> offered) {
    choices = offered;
  }

  List<Choice> choices() {
    return choices;
  }

  /** What the message was after, as the conversation's record names it. */
  void intent(String name) {
    intent = name;
  }

  String intent() {
    return intent;
  }

  boolean isEmpty() {
    return sentences.isEmpty();
  }

  void clear() {
    sentences.clear();
    choices = List.of();
  }

  String text() {
    return Sentences.ended(String.join(" ", sentences));
  }
}
