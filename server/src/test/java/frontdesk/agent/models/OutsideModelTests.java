package frontdesk.agent.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model's client may do to us, and what it may not. */
class OutsideModelTests {

  /** Neither way comes back before it is interrupted, as when a stream is read where it begins. */
  private static final class Stuck {
    private final CountDownLatch interrupted = new CountDownLatch(1);

    OutsideModel.Ways ways() {
      var streamed =
          new StreamingChatModel() {
            @Override
            public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
              hang();
            }
          };
      var whole =
          new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
              hang();
              throw new IllegalStateException("Given up");
            }
          };
      return new OutsideModel.Ways(streamed, whole);
    }

    private void hang() {
      try {
        Thread.sleep(Duration.ofSeconds(30));
      } catch (InterruptedException e) {
        interrupted.countDown();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCallThatDoesNotComeBackIsGivenUpInTime(boolean watched) throws InterruptedException {
    var stuck = new Stuck();
    var model =
        new OutsideModel(
            "openai",
            "stuck",
            stuck.ways(),
            CircuitBreaker.ofDefaults("stuck"),
            Duration.ofMillis(200));
    var request = ChatRequest.builder().messages(UserMessage.from("hello")).build();
    var started = System.nanoTime();

    assertThatThrownBy(
            () ->
                model.ask(
                    request,
                    Deadline.in(Duration.ofSeconds(1)),
                    new OutsideModel.Watch(watched, piece -> {}, usage -> {}, () -> false)))
        .isInstanceOf(ModelFailed.class);

    assertThat(System.nanoTime() - started).isLessThan(Duration.ofSeconds(10).toNanos());
    stuck.interrupted.await();
  }
}
