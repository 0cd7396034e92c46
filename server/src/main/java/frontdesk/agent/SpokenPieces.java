package frontdesk.agent;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Passes an answer on as it is written, but for the thinking that some servers leave in it. */
final class SpokenPieces implements Consumer<String> {

  private static final Pattern OPENS = Pattern.compile("<think(?:ing)?>");
  private static final Pattern CLOSES = Pattern.compile("</think(?:ing)?>\\s*");

  /** What may be the beginning of a tag waits for the next piece. */
  private static final Pattern UNSURE = Pattern.compile("</?[a-z]{0,8}$");

  private final Consumer<String> sink;
  private final StringBuilder waiting = new StringBuilder();
  private boolean thinking;

  SpokenPieces(Consumer<String> sink) {
    this.sink = sink;
  }

  @Override
  public void accept(String piece) {
    waiting.append(piece);
    var tag = (thinking ? CLOSES : OPENS).matcher(waiting);
    while (tag.find()) {
      passOn(tag.start());
      waiting.delete(0, tag.end() - tag.start());
      thinking = !thinking;
      tag = (thinking ? CLOSES : OPENS).matcher(waiting);
    }
    var unsure = UNSURE.matcher(waiting);
    passOn(unsure.find() ? unsure.start() : waiting.length());
  }

  private void passOn(int until) {
    if (!thinking && until > 0) {
      sink.accept(waiting.substring(0, until));
    }
    waiting.delete(0, until);
  }
}
