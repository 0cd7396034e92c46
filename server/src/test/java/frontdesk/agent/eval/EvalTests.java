package frontdesk.agent.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvalTests {

  private static final String CONTEXT =
      ",\"reference\":\"2026-03-10T09:30:00+01:00\",\"zone\":\"Europe/Rome\"}";

  @Test
  void answersEachLineInOrder() throws IOException {
    assertThat(
            answers(
                "{\"text\":\"domani alle tre e mezza\",\"locale\":\"it\"" + CONTEXT,
                "{\"text\":\"from 3 to 5pm\",\"locale\":\"en\"" + CONTEXT,
                "{\"text\":\"333 5557012\",\"locale\":\"en\"" + CONTEXT))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith(
                        "{\"values\":[{\"kind\":\"datetime\",\"start\":\"2026-03-11T15:30:00\",\"grain\":\"minute\"}"),
            second ->
                assertThat(second)
                    .isEqualTo(
                        "{\"values\":[{\"kind\":\"interval\",\"start\":\"2026-03-10T15:00:00\",\"end\":\"2026-03-10T17:00:00\",\"grain\":\"hour\"}]}"),
            third -> assertThat(third).isEqualTo("{\"values\":[]}"));
  }

  @Test
  void saysWhatIsWrongWithALineAndGoesOn() throws IOException {
    assertThat(
            answers(
                "{broken",
                "[1]",
                "{\"text\":\"tomorrow\"}",
                "{\"text\":\"tomorrow\",\"reference\":\"soon\"}",
                "{\"text\":\"tomorrow\",\"reference\":\"2026-03-10T09:30:00+01:00\",\"zone\":\"Mars/Base\"}",
                "{\"text\":\"tomorrow\",\"locale\":\"en\"" + CONTEXT))
        .hasSize(6)
        .satisfies(
            lines -> {
              assertThat(lines.subList(0, 5)).allMatch(line -> line.startsWith("{\"error\":"));
              assertThat(lines.getLast()).contains("2026-03-11");
            });
  }

  @Test
  void namesTheTasksWhenItKnowsNoSuchOne() throws IOException {
    assertThat(
            Eval.run(new String[] {"weather"}, new ByteArrayInputStream(new byte[0]), System.out))
        .isEqualTo(2);
  }

  private static List<String> answers(String... lines) throws IOException {
    var out = new ByteArrayOutputStream();
    var in = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    Eval.run(
        new String[] {"datetime"},
        new ByteArrayInputStream(in),
        new PrintStream(out, false, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
