package frontdesk.conversations;

import frontdesk.tenancy.Ids;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** A turn that answers with what it was asked, so that tests see what went in. */
@TestComponent
@Primary
public class EchoTurns implements TurnHandler {

  final List<TurnRequest> asked = new CopyOnWriteArrayList<>();

  @Override
  public List<PreparedTurn> prepare(List<TurnRequest> requests) {
    asked.addAll(requests);
    return requests.stream()
        .<PreparedTurn>map(request -> progress -> answer(request, progress))
        .toList();
  }

  private static TurnResult answer(TurnRequest request, TurnProgress progress) {
    var said =
        request.newMessages().stream().map(TurnRequest.Said::text).collect(Collectors.joining("|"));
    if (said.contains("wait")) {
      waitUntilCancelled(progress);
    }
    if (said.contains("poison")) {
      throw new IllegalStateException("This turn always fails");
    }
    if (said.contains("stream")) {
      CompletableFuture.runAsync(() -> progress.delta("echo ")).join();
    }
    var handoff =
        said.contains("person")
            ? Optional.of(new TurnResult.Handoff("asked", "wants a person"))
            : Optional.<TurnResult.Handoff>empty();
    return new TurnResult(
        Optional.of(
            new TurnResult.Reply(
                "echo " + said,
                request.suggests() ? List.of("in short", "in many words") : List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Locale.ENGLISH,
                Ids.next())),
        handoff,
        pipeline -> {});
  }

  private static void waitUntilCancelled(TurnProgress progress) {
    var until = System.nanoTime() + 3_000_000_000L;
    while (!progress.cancelled() && System.nanoTime() < until) {
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }
}
