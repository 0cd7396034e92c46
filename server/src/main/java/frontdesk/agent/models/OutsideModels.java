package frontdesk.agent.models;

import static frontdesk.settings.Setting.ANTHROPIC_API_KEY;
import static frontdesk.settings.Setting.ANTHROPIC_BASE_URL;
import static frontdesk.settings.Setting.ANTHROPIC_MODEL;
import static frontdesk.settings.Setting.GEMINI_API_KEY;
import static frontdesk.settings.Setting.GEMINI_BASE_URL;
import static frontdesk.settings.Setting.GEMINI_MODEL;
import static frontdesk.settings.Setting.MODEL_CHAIN;
import static frontdesk.settings.Setting.OPENAI_API_KEY;
import static frontdesk.settings.Setting.OPENAI_BASE_URL;
import static frontdesk.settings.Setting.OPENAI_MODEL;

import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import frontdesk.agent.models.OutsideModel.Ways;
import frontdesk.settings.Setting;
import frontdesk.settings.Settings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The chain of ways to think that the operator chose; `builtin` stands in it by name only. */
@Component
public class OutsideModels {

  public static final String BUILT_IN = "builtin";

  private static final int MOST_OUTPUT_TOKENS = 1500;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration FIRST_BYTE = Duration.ofSeconds(15);

  private final Settings settings;
  private final Duration longestCall;
  private final List<Link> chain;

  @Autowired
  public OutsideModels(Settings settings) {
    this(settings, OutsideModel.LONGEST_CALL);
  }

  OutsideModels(Settings settings, Duration longestCall) {
    this.settings = settings;
    this.longestCall = longestCall;
    this.chain = names().stream().map(this::link).toList();
  }

  /** One link of the chain. */
  public sealed interface Link {
    record Outside(OutsideModel model) implements Link {}

    record BuiltIn() implements Link {}
  }

  public List<Link> chain() {
    return chain;
  }

  private List<String> names() {
    if (settings.find(MODEL_CHAIN).isPresent()) {
      return settings.list(MODEL_CHAIN);
    }
    var names = new ArrayList<String>();
    addWithKey(names, "openai", OPENAI_API_KEY);
    addWithKey(names, "anthropic", ANTHROPIC_API_KEY);
    addWithKey(names, "gemini", GEMINI_API_KEY);
    names.add(BUILT_IN);
    return names;
  }

  private void addWithKey(List<String> names, String name, Setting key) {
    if (settings.find(key).isPresent()) {
      names.add(name);
    }
  }

  private Link link(String name) {
    return switch (name) {
      case "openai" -> outside(name, OPENAI_MODEL, openAi());
      case "anthropic" -> outside(name, ANTHROPIC_MODEL, anthropic());
      case "gemini" -> outside(name, GEMINI_MODEL, gemini());
      default -> new Link.BuiltIn();
    };
  }

  private Link outside(String name, Setting modelName, Ways ways) {
    var breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(20))
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
    return new Link.Outside(
        new OutsideModel(name, settings.get(modelName), ways, breaker, longestCall));
  }

  private Ways openAi() {
    var http = http(OPENAI_BASE_URL);
    return new Ways(
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(settings.get(OPENAI_BASE_URL))
            .apiKey(key(OPENAI_API_KEY))
            .modelName(settings.get(OPENAI_MODEL))
            .maxCompletionTokens(MOST_OUTPUT_TOKENS)
            .timeout(FIRST_BYTE)
            .build(),
        OpenAiChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(settings.get(OPENAI_BASE_URL))
            .apiKey(key(OPENAI_API_KEY))
            .modelName(settings.get(OPENAI_MODEL))
            .maxCompletionTokens(MOST_OUTPUT_TOKENS)
            .timeout(FIRST_BYTE)
            .maxRetries(0)
            .build());
  }

  /** Thinking goes back to the model that thought it, signed; it never becomes a reply. */
  private Ways anthropic() {
    var http = http(ANTHROPIC_BASE_URL);
    return new Ways(
        AnthropicStreamingChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(settings.get(ANTHROPIC_BASE_URL))
            .apiKey(key(ANTHROPIC_API_KEY))
            .modelName(settings.get(ANTHROPIC_MODEL))
            .maxTokens(MOST_OUTPUT_TOKENS)
            .cacheSystemMessages(true)
            .cacheTools(true)
            .returnThinking(true)
            .sendThinking(true)
            .timeout(FIRST_BYTE)
            .build(),
        AnthropicChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(settings.get(ANTHROPIC_BASE_URL))
            .apiKey(key(ANTHROPIC_API_KEY))
            .modelName(settings.get(ANTHROPIC_MODEL))
            .maxTokens(MOST_OUTPUT_TOKENS)
            .cacheSystemMessages(true)
            .cacheTools(true)
            .returnThinking(true)
            .sendThinking(true)
            .timeout(FIRST_BYTE)
            .maxRetries(0)
            .build());
  }

  private Ways gemini() {
    var http = http(GEMINI_BASE_URL);
    return new Ways(
        GoogleAiGeminiStreamingChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(settings.get(GEMINI_BASE_URL))
            .apiKey(key(GEMINI_API_KEY))
            .modelName(settings.get(GEMINI_MODEL))
            .maxOutputTokens(MOST_OUTPUT_TOKENS)
            .returnThinking(true)
            .sendThinking(true)
            .timeout(FIRST_BYTE)
            .build(),
        GoogleAiGeminiChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(settings.get(GEMINI_BASE_URL))
            .apiKey(key(GEMINI_API_KEY))
            .modelName(settings.get(GEMINI_MODEL))
            .maxOutputTokens(MOST_OUTPUT_TOKENS)
            .returnThinking(true)
            .sendThinking(true)
            .timeout(FIRST_BYTE)
            .maxRetries(0)
            .build());
  }

  /** A server of one's own may ask for no key, but the client wants something to send. */
  private String key(Setting key) {
    return settings.find(key).orElse("none");
  }

  /** A plain address is a stand-in or a server next door, where an upgrade to HTTP/2 only costs. */
  private JdkHttpClientBuilder http(Setting baseUrl) {
    var version =
        settings.get(baseUrl).startsWith("https:")
            ? HttpClient.Version.HTTP_2
            : HttpClient.Version.HTTP_1_1;
    return JdkHttpClient.builder()
        .httpClientBuilder(
            HttpClient.newBuilder()
                .version(version)
                .executor(Executors.newVirtualThreadPerTaskExecutor()))
        .connectTimeout(CONNECT)
        .readTimeout(FIRST_BYTE);
  }
}
