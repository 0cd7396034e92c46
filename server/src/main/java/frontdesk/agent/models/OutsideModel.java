package frontdesk.agent.models;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One outside model, asked with care: streamed to those who watch, bounded in time, repeated once
 * where that can help, and left alone for a while when it keeps failing.
 */
public final class OutsideModel {

  private static final int ATTEMPTS = 2;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

  /** A single call that takes longer is given up, so that the next in the chain still has time. */
  static final Duration LONGEST_CALL = Duration.ofSeconds(15);

  private static final Set<FinishReason> UNUSABLE =
      Set.of(FinishReason.CONTENT_FILTER, FinishReason.LENGTH);

  private final String provider;
  private final String name;
  private final Ways ways;
  private final CircuitBreaker breaker;
  private final Duration longestCall;

  OutsideModel(
      String provider, String name, Ways ways, CircuitBreaker breaker, Duration longestCall) {
    this.provider = provider;
    this.name = name;
    this.ways = ways;
    this.breaker = breaker;
    this.longestCall = longestCall;
  }

  /** The two ways to ask the same model: piece by piece, and for the whole answer at once. */
  record Ways(StreamingChatModel streamed, ChatModel whole) {}

  public String provider() {
    return provider;
  }

  /**
   * Who is told what, while the model answers.
   *
   * @param watched somebody wants the pieces; otherwise the answer is asked for as a whole
   */
  public record Watch(
      boolean watched,
      Consumer<String> delta,
      Consumer<ModelUsage> usage,
      BooleanSupplier cancelled) {}

  /** An answer with text or tool calls in it; a failure is thrown as {@link ModelFailed}. */
  public ChatResponse ask(ChatRequest request, Deadline deadline, Watch watch) {
    for (int attempt = 1; ; attempt++) {
      var wrote = new AtomicBoolean();
      try {
        return once(request, deadline, watch, wrote);
      } catch (ModelFailed e) {
        if (attempt == ATTEMPTS
            || !e.worthRepeating()
            || wrote.get()
            || deadline.left().compareTo(BETWEEN_ATTEMPTS) <= 0) {
          throw e;
        }
        pause();
      }
    }
  }

  private ChatResponse once(
      ChatRequest request, Deadline deadline, Watch watch, AtomicBoolean wrote) {
    if (deadline.passed()) {
      throw new ModelFailed("no time left");
    }
    if (!breaker.tryAcquirePermission()) {
      throw new ModelFailed(provider + " is left alone after repeated failures");
    }
    var started = System.nanoTime();
    var answer =
        new AwaitedAnswer(
            text -> {
              wrote.set(true);
              watch.delta().accept(text);
            });
    try {
      if (watch.watched()) {
        answer.streamed(() -> ways.streamed().chat(request, answer));
      } else {
        answer.whole(() -> ways.whole().chat(request));
      }
      var response = usable(answer.await(shorter(deadline.left()), watch.cancelled()));
      breaker.onSuccess(System.nanoTime() - started, TimeUnit.NANOSECONDS);
      watch.usage().accept(usage(response, started, "answered"));
      return response;
    } catch (CallCancelled e) {
      breaker.releasePermission();
      watch.usage().accept(usage(null, started, "cancelled"));
      throw e;
    } catch (ExecutionException | RuntimeException e) {
      var failure = failure(e);
      breaker.onError(System.nanoTime() - started, TimeUnit.NANOSECONDS, failure);
      watch.usage().accept(usage(null, started, "failed"));
      throw failure;
    }
  }

  private Duration shorter(Duration left) {
    return left.compareTo(longestCall) < 0 ? left : longestCall;
  }

  private static ChatResponse usable(ChatResponse response) {
    var message = response.aiMessage();
    var silent = message.text() == null || message.text().isBlank();
    if (response.finishReason() != null && UNUSABLE.contains(response.finishReason())) {
      throw new ModelFailed("the answer was cut: " + response.finishReason(), false, null);
    }
    if (silent && !message.hasToolExecutionRequests()) {
      throw new ModelFailed("the answer was empty", true, null);
    }
    return response;
  }

  /** Busy, broken and unreachable pass; a refused key, an empty purse or a bad request do not. */
  private ModelFailed failure(Exception thrown) {
    var cause =
        thrown instanceof ExecutionException e && e.getCause() != null ? e.getCause() : thrown;
    if (cause instanceof ModelFailed failed) {
      return failed;
    }
    var text = String.valueOf(cause.getMessage());
    var passing =
        cause instanceof RetriableException
            || cause instanceof IOException
            || cause.getCause() instanceof IOException
            || (cause instanceof HttpException http
                && (http.statusCode() == 408
                    || http.statusCode() == 429
                    || http.statusCode() >= 500));
    return new ModelFailed(
        provider + ": " + text.substring(0, Math.min(300, text.length())),
        passing && !text.contains("insufficient_quota"),
        cause);
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_ATTEMPTS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallCancelled();
    }
  }

  private ModelUsage usage(@Nullable ChatResponse response, long started, String outcome) {
    var used = response == null ? null : response.tokenUsage();
    var input = used == null ? 0 : orZero(used.inputTokenCount());
    var output = used == null ? 0 : orZero(used.outputTokenCount());
    long cached = 0;
    switch (used) {
      case OpenAiTokenUsage u when u.inputTokensDetails() != null ->
          cached = orZero(u.inputTokensDetails().cachedTokens());
      case AnthropicTokenUsage u -> {
        // Anthropic alone counts the cached part beside the input.
        cached = orZero(u.cacheReadInputTokens());
        input += cached + orZero(u.cacheCreationInputTokens());
      }
      case GoogleAiGeminiTokenUsage u -> {
        cached = orZero(u.cachedContentTokenCount());
        output += orZero(u.thoughtsTokenCount());
      }
      case null, default -> {}
    }
    return new ModelUsage(
        provider,
        name,
        input,
        cached,
        output,
        Prices.costMicros(name, input, cached, output),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
        outcome);
  }

  private static long orZero(@Nullable Integer count) {
    return count == null ? 0 : count;
  }
}
