package frontdesk.agent.models;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for one answer, streamed or whole. The vendor's thread, which knows no tenant, only hands
 * in what comes; ours passes it on and looks after time and Stop.
 */
final class AwaitedAnswer implements StreamingChatResponseHandler {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private sealed interface Event {
    record Piece(String text) implements Event {}

    record Whole(ChatResponse response) implements Event {}

    record Broken(Throwable error) implements Event {}
  }

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final AtomicReference<@Nullable StreamingHandle> handle = new AtomicReference<>();
  private final Consumer<String> delta;
  private volatile boolean over;

  /** Not ours, so that time and Stop count whatever the call does: it may read all of a stream. */
  private Thread asking = Thread.ofVirtual().unstarted(() -> {});

  AwaitedAnswer(Consumer<String> delta) {
    this.delta = delta;
  }

  @Override
  public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
    if (stillWanted(context.streamingHandle())) {
      events.add(new Event.Piece(partial.text()));
    }
  }

  /** Thinking is never an answer, but it shows that the model is alive and can be stopped. */
  @Override
  public void onPartialThinking(PartialThinking partial, PartialThinkingContext context) {
    stillWanted(context.streamingHandle());
  }

  /** Asks for the answer piece by piece. */
  void streamed(Runnable call) {
    asking =
        Thread.startVirtualThread(
            () -> {
              try {
                call.run();
              } catch (RuntimeException e) {
                onError(e);
              }
            });
  }

  /** Asks for the answer in one piece. */
  void whole(Supplier<ChatResponse> call) {
    streamed(() -> onCompleteResponse(call.get()));
  }

  private boolean stillWanted(StreamingHandle stream) {
    handle.set(stream);
    if (over) {
      stream.cancel();
      return false;
    }
    return true;
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    events.add(new Event.Whole(response));
  }

  @Override
  public void onError(Throwable error) {
    events.add(new Event.Broken(error));
  }

  ChatResponse await(Duration time, BooleanSupplier cancelled) throws ExecutionException {
    var end = System.nanoTime() + time.toNanos();
    try {
      while (true) {
        var left = Math.min(end - System.nanoTime(), LOOK_AGAIN.toNanos());
        switch (events.poll(Math.max(left, 1), TimeUnit.NANOSECONDS)) {
          case Event.Whole(var response) -> {
            return response;
          }
          case Event.Broken(var error) -> throw new ExecutionException(error);
          case Event.Piece(var text) -> delta.accept(text);
          case null -> {}
        }
        if (cancelled.getAsBoolean()) {
          throw new CallCancelled();
        }
        if (System.nanoTime() >= end) {
          throw new ModelFailed("no answer in time");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallCancelled();
    } finally {
      stop();
    }
  }

  /** What still comes is not wanted; an answer that is whole has nothing left to cancel. */
  private void stop() {
    over = true;
    var stream = handle.get();
    if (stream != null) {
      stream.cancel();
    }
    asking.interrupt();
  }
}
