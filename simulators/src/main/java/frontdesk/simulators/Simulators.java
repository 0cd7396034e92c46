package frontdesk.simulators;

import com.sun.net.httpserver.HttpServer;
import frontdesk.simulators.mail.Mailbox;
import frontdesk.simulators.models.Models;
import frontdesk.simulators.whatsapp.WhatsApp;
import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.Faults;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Ledger;
import frontdesk.simulators.wire.Routes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/**
 * All stand-ins on one port. A process of its own, or inside a test; spoken to over HTTP either
 * way.
 */
public final class Simulators implements AutoCloseable {
  static {
    // without it every small answer waits 40 ms for an acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
  }

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Ledger ledger = new Ledger();
  private final Faults faults = new Faults();
  private final WhatsApp whatsapp;
  private final Models models;
  private final Mailbox mailbox;
  private final HttpServer server;

  private Simulators(SimulatorSettings settings) throws IOException {
    var routes = new Routes();
    ledger.addTo(routes);
    faults.addTo(routes);
    routes.on("POST", "/control/reset", this::reset);
    Pages.addTo(routes);
    whatsapp =
        new WhatsApp(settings.whatsapp(), settings.numbers(), faults, ledger, threads, routes);
    models = new Models(faults, ledger, routes, talks(settings));
    mailbox = new Mailbox(settings.smtpPort(), routes);
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 1024);
    server.setExecutor(threads);
    server.createContext("/", routes);
    server.start();
  }

  private static JsonNode talks(SimulatorSettings settings) throws IOException {
    return settings.talks().isPresent()
        ? Json.object("talks", Json.read(Files.readAllBytes(settings.talks().get())))
        : Json.object();
  }

  public static Simulators start(SimulatorSettings settings) throws IOException {
    return new Simulators(settings);
  }

  /** On a port of its own; everything else is set over HTTP. */
  public static Simulators start() throws IOException {
    return start(SimulatorSettings.onAnyPort());
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var simulators = start(SimulatorSettings.of(arguments, System.getenv()));
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  simulators.close();
                  stopped.countDown();
                }));
    System.out.println(
        "Simulators on %s (phone: %1$s/phone, mails: %1$s/mails, mail server: %s)"
            .formatted(simulators.baseUrl(), simulators.smtpUrl()));
    stopped.await();
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public String smtpUrl() {
    return mailbox.url();
  }

  @Override
  public void close() {
    server.stop(0);
    mailbox.close();
    threads.shutdownNow();
  }

  private void reset(Call call) {
    faults.clear();
    ledger.clear();
    whatsapp.clear();
    models.clear();
    mailbox.clear();
    call.answer(200, Json.object("reset", true));
  }
}
