package frontdesk.agent.models;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Waits for one streamed answer; the vendor's thread fills it, ours looks after time and Stop. */
final class StreamedAnswer implements StreamingChatResponseHandler {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final CompletableFuture<ChatResponse> done = new CompletableFuture<>();
  private final AtomicReference<StreamingHandle> handle = new AtomicReference<>();
  private final Consumer<String> delta;

  StreamedAnswer(Consumer<String> delta) {
    this.delta = delta;
  }

  @Override
  public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
    if (stillWanted(context.streamingHandle())) {
      delta.accept(partial.text());
    }
  }

  /** Thinking is never an answer, but it shows that the model is alive and can be stopped. */
  @Override
  public void onPartialThinking(PartialThinking partial, PartialThinkingContext context) {
    stillWanted(context.streamingHandle());
  }

  private boolean stillWanted(StreamingHandle stream) {
    handle.set(stream);
    if (done.isDone()) {
      stream.cancel();
      return false;
    }
    return true;
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    done.complete(response);
  }

  @Override
  public void onError(Throwable error) {
    done.completeExceptionally(error);
  }

  ChatResponse await(Duration time, BooleanSupplier cancelled) throws ExecutionException {
    var end = System.nanoTime() + time.toNanos();
    while (true) {
      var left = Math.min(end - System.nanoTime(), LOOK_AGAIN.toNanos());
      try {
        return done.get(Math.max(left, 1), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (cancelled.getAsBoolean()) {
          stop();
          throw new CallCancelled();
        }
        if (System.nanoTime() >= end) {
          stop();
          throw new ModelFailed("no answer in time", false, e);
        }
      } catch (InterruptedException e) {
        stop();
        Thread.currentThread().interrupt();
        throw new CallCancelled();
      }
    }
  }

  private void stop() {
    done.cancel(false);
    var stream = handle.get();
    if (stream != null) {
      stream.cancel();
    }
  }
}
