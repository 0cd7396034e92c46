package frontdesk.conversations;

import java.util.Map;

/** Of a turn that nobody watches at work, and that nothing stops but its own deadline. */
public record Unwatched() implements TurnProgress {

  @Override
  public void stage(String stage, Map<String, Object> details) {}

  @Override
  public boolean watched() {
    return false;
  }

  @Override
  public void delta(String text) {}

  @Override
  public boolean cancelled() {
    return false;
  }

  @Override
  public void effect() {}
}
