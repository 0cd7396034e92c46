package frontdesk.agent.scenarios;

import java.util.List;

/** A business of the scenarios: what it offers, in the scenario's language. */
public record World(List<Offer> services) {

  /**
   * @param key by which scenarios name it
   */
  public record Offer(String key, String name, int minutes, long cents, List<String> providers) {}

  public static World of(Scenario scenario) {
    boolean italian = scenario.language().equals("it");
    return new World(
        switch (scenario.spec().get("world").asString()) {
          case "salon" ->
              List.of(
                  offer("cut", italian ? "Taglio" : "Haircut", 30, 2500, "Elena", "Marco"),
                  offer("beard", italian ? "Barba" : "Beard trim", 20, 1500, "Marco"),
                  offer("colour", italian ? "Colore" : "Colour", 90, 7000, "Elena"),
                  offer("dry", italian ? "Piega" : "Blow-dry", 30, 2000, "Elena"));
          case "dental" ->
              List.of(
                  offer(
                      "check",
                      italian ? "Visita di controllo" : "Check-up",
                      30,
                      4000,
                      "Dr Conti",
                      "Dr Marini"),
                  offer("clean", italian ? "Pulizia dei denti" : "Cleaning", 45, 6000, "Dr Conti"),
                  offer(
                      "fill",
                      italian ? "Otturazione" : "Filling",
                      60,
                      9000,
                      "Dr Conti",
                      "Dr Marini"),
                  offer("white", italian ? "Sbiancamento" : "Whitening", 60, 15000, "Dr Conti"));
          default ->
              List.of(
                  offer(
                      "first",
                      italian ? "Prima consulenza" : "First consultation",
                      60,
                      8000,
                      "Paolo Ferri"),
                  offer(
                      "follow",
                      italian ? "Incontro di verifica" : "Follow-up meeting",
                      30,
                      5000,
                      "Paolo Ferri"),
                  offer(
                      "tax",
                      italian ? "Dichiarazione dei redditi" : "Tax return",
                      45,
                      12000,
                      "Paolo Ferri"));
        });
  }

  private static Offer offer(String key, String name, int minutes, long cents, String... who) {
    return new Offer(key, name, minutes, cents, List.of(who));
  }

  String name(String key) {
    return services.stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow().name();
  }
}
