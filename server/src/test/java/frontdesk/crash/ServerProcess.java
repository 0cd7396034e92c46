package frontdesk.crash;

import frontdesk.Frontdesk;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A server in a process of its own, started from the compiled classes. */
public final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final BufferedReader errors;
  private final BufferedWriter input;

  private ServerProcess(Process process) {
    this.process = process;
    this.errors = process.errorReader();
    this.input = process.outputWriter();
  }

  /**
   * Starts it and waits until it answers; what it logs is appended to the file, which leaves
   * standard error for what it answers.
   */
  public static ServerProcess start(
      String main, int port, Map<String, String> environment, List<String> arguments, Path log) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx300m",
                "-Dserver.address=127.0.0.1",
                "-cp",
                classPath(main),
                main));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("FRONTDESK_"));
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      var server = new ServerProcess(builder.start());
      server.awaitReady(port, log);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The product runs as it ships: without what tests put beside it, as the format of their log. */
  private static String classPath(String main) {
    var all = System.getProperty("java.class.path");
    return main.equals(Frontdesk.class.getName())
        ? Arrays.stream(all.split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator))
        : all;
  }

  private void awaitReady(int port, Path log) {
    var ready =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(2))
            .build();
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < until) {
      try {
        if (HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not yet
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      pause();
    }
    close();
    throw new IllegalStateException("The server did not start; see " + log);
  }

  private static void pause() {
    try {
      Thread.sleep(30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says a line and waits until it is heard. */
  void say(String line, String answer) {
    try {
      input.write(line);
      input.newLine();
      input.flush();
      for (var heard = errors.readLine(); !answer.equals(heard); heard = errors.readLine()) {
        if (heard == null) {
          throw new IllegalStateException("The server ended instead of hearing: " + line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** kill -9. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM; how long it took. */
  public Duration end() {
    var from = System.nanoTime();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Duration.ofNanos(System.nanoTime() - from);
  }

  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }
}
