package frontdesk.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.simulators.wire.Json;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelsTests {
  private static final String OPENAI = "/openai/v1/chat/completions";
  private static final String ANTHROPIC = "/anthropic/v1/messages";
  private static final String GEMINI = "/gemini/v1beta/models/g:generateContent";
  private static final String TOOL_SCRIPT =
      """
      {"steps":[
        {"when":{"text":"tomorrow","round":0},"toolCalls":[{"name":"find_times","arguments":{"when":"{{user}}"}}]},
        {"when":{"afterTool":"find_times"},"reply":"I have {{result.slots.0}}, is that good?"}]}
      """;

  private Simulators simulators;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    simulators = Simulators.start();
    client = new Client(simulators.baseUrl());
  }

  @AfterEach
  void stop() {
    simulators.close();
  }

  @Test
  void callsAToolAndSpeaksFromItsResultInOpenAisWords() throws Exception {
    client.post("/control/script", TOOL_SCRIPT);
    var call =
        openAi("{'model':'m','messages':[{'role':'user','content':'a \\\"cut\\\" tomorrow'}]}")
            .json()
            .at("/choices/0/message/tool_calls/0");
    assertThat(Json.read(call.at("/function/arguments").stringValue()).path("when").stringValue())
        .isEqualTo("a \"cut\" tomorrow");

    var answer =
        openAi(
            "{'model':'m','messages':[{'role':'user','content':'tomorrow'},{'role':'assistant','content':null,"
                + "'tool_calls':[{'id':'c1','type':'function','function':{'name':'find_times','arguments':'{}'}}]},"
                + "{'role':'tool','tool_call_id':'c1','content':'{\\\"slots\\\":[\\\"10:30\\\"]}'}]}");

    assertThat(answer.json().at("/choices/0/message/content").stringValue())
        .isEqualTo("I have 10:30, is that good?");
    assertThat(answer.json().at("/usage/total_tokens").intValue()).isPositive();
  }

  @Test
  void refusesAToolCallThatWasNotAnsweredOnEveryWire() throws Exception {
    var openAi =
        openAi(
            "{'model':'m','messages':[{'role':'user','content':'x'},{'role':'assistant','tool_calls':"
                + "[{'id':'c1','type':'function','function':{'name':'f','arguments':'{}'}}]}]}");
    var anthropic =
        anthropic(
            "{'model':'m','max_tokens':9,'messages':[{'role':'user','content':'x'},{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'f','input':{}}]},{'role':'user','content':'go"
                + " on'}]}");
    var gemini =
        gemini(
            "{'contents':[{'role':'user','parts':[{'text':'x'}]},{'role':'model','parts':"
                + "[{'functionCall':{'name':'f','args':{}},'thoughtSignature':'s'}]}]}");

    assertThat(openAi.status()).isEqualTo(400);
    assertThat(anthropic.status()).isEqualTo(400);
    assertThat(gemini.status()).isEqualTo(400);
  }

  @Test
  void theReceptionistHandsWhatItWasToldToTheToolsAndSaysWhatTheyAnswer() throws Exception {
    client.post(
        "/control/script",
        "{'talks':[{'language':'en','heard':{'hi, cut tmrw?':{'service':'Haircut','when':'tomorrow'}}}]}"
            .replace('\'', '"'));

    var calls =
        openAi("{'model':'m','messages':[{'role':'user','content':'hi, cut tmrw?'}]}")
            .json()
            .at("/choices/0/message/tool_calls/0/function");
    assertThat(calls.path("name").stringValue()).isEqualTo("find_times");
    assertThat(Json.read(calls.path("arguments").stringValue()).path("when").stringValue())
        .isEqualTo("tomorrow");

    var answer =
        openAi(
            "{'model':'m','messages':[{'role':'user','content':'hi, cut"
                + " tmrw?'},{'role':'assistant','content':null,"
                + "'tool_calls':[{'id':'c1','type':'function','function':{'name':'find_times','arguments':'{}'}}]},"
                + "{'role':'tool','tool_call_id':'c1','content':'{\\\"outcome\\\":\\\"times\\\",\\\"times\\\":[{\\\"say\\\":\\\"Sunday"
                + " at 10:00\\\"},{\\\"say\\\":\\\"Sunday at 11:00\\\"}]}'}]}");
    assertThat(answer.json().at("/choices/0/message/content").stringValue())
        .endsWith("1) Sunday at 10:00; 2) Sunday at 11:00. Which of these would you like?");
  }

  @Test
  void wantsGeminisSignatureBack() throws Exception {
    var answer =
        gemini(
            "{'contents':[{'role':'user','parts':[{'text':'x'}]},{'role':'model','parts':[{'functionCall':{'name':'f',"
                + "'args':{}}}]},{'role':'user','parts':[{'functionResponse':{'name':'f','response':{}}}]}]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("thought_signature");
  }

  @Test
  void streamsTheSameTextThatItWouldSayWhole() throws Exception {
    client.post(
        "/control/script",
        "{\"steps\":[{\"reply\":\"Va bene 😀, a domani alle dieci e mezza.\"}]}");
    var openAi =
        events(openAi("{'model':'m','stream':true,'messages':[{'role':'user','content':'x'}]}"))
            .filter(data -> !data.equals("[DONE]"))
            .map(data -> Json.read(data).at("/choices/0/delta/content").asString(""))
            .collect(Collectors.joining());
    var anthropic =
        events(
                anthropic(
                    "{'model':'m','max_tokens':9,'stream':true,'messages':[{'role':'user','content':'x'}]}"))
            .map(data -> Json.read(data).at("/delta/text").asString(""))
            .collect(Collectors.joining());
    var gemini =
        events(
                client.post(
                    "/gemini/v1beta/models/g:streamGenerateContent?alt=sse",
                    "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"x\"}]}]}",
                    "x-goog-api-key",
                    "k"))
            .map(data -> Json.read(data).at("/candidates/0/content/parts/0/text").asString(""))
            .collect(Collectors.joining());

    assertThat(openAi).isEqualTo("Va bene 😀, a domani alle dieci e mezza.");
    assertThat(anthropic).isEqualTo(openAi);
    assertThat(gemini).isEqualTo(openAi);
  }

  @Test
  void refusesInEachProvidersOwnEnvelope() throws Exception {
    assertThat(client.post(OPENAI, "{}").json().at("/error/code").stringValue())
        .isEqualTo("invalid_api_key");
    assertThat(client.post(ANTHROPIC, "{}").json().at("/error/type").stringValue())
        .isEqualTo("authentication_error");
    assertThat(client.post(GEMINI, "{}").status()).isEqualTo(400);
    assertThat(client.post("/openai/chat/completions", "{}").status()).isEqualTo(404);
    assertThat(openAi("not json").status()).isEqualTo(400);
  }

  @Test
  void failsAsOftenAsAskedAndThenWorksAgain() throws Exception {
    client.post(
        "/control/faults", "{\"name\":\"model-529\",\"times\":1,\"provider\":\"anthropic\"}");
    var ask = "{'model':'m','max_tokens':9,'messages':[{'role':'user','content':'x'}]}";

    assertThat(openAi("{'model':'m','messages':[{'role':'user','content':'x'}]}").status())
        .isEqualTo(200);
    assertThat(anthropic(ask).status()).isEqualTo(529);
    assertThat(anthropic(ask).status()).isEqualTo(200);
  }

  @Test
  void cutsAStreamInTheMiddle() throws Exception {
    client.post(
        "/control/script",
        "{\"steps\":[{\"reply\":\"A long enough answer to be cut in"
            + " pieces.\",\"fault\":\"cut\"}]}");

    assertThatThrownBy(
            () -> openAi("{'model':'m','stream':true,'messages':[{'role':'user','content':'x'}]}"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void callsAToolThatNobodyGaveIt() throws Exception {
    client.post("/control/faults", "{\"name\":\"model-unknown-tool\",\"times\":1}");
    var answer = openAi("{'model':'m','messages':[{'role':'user','content':'x'}]}");

    assertThat(answer.json().at("/choices/0/message/tool_calls/0/function/name").stringValue())
        .isEqualTo("delete_everything");
  }

  private static java.util.stream.Stream<String> events(Client.Answer answer) {
    return answer
        .body()
        .lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> line.substring(6));
  }

  private Client.Answer openAi(String body) throws Exception {
    return client.post(OPENAI, body.replace('\'', '"'), "Authorization", "Bearer k");
  }

  private Client.Answer anthropic(String body) throws Exception {
    return client.post(
        ANTHROPIC, body.replace('\'', '"'), "x-api-key", "k", "anthropic-version", "2023-06-01");
  }

  private Client.Answer gemini(String body) throws Exception {
    return client.post(GEMINI, body.replace('\'', '"'), "x-goog-api-key", "k");
  }
}
