package frontdesk.channels.whatsapp;

import frontdesk.channels.Channels;
import frontdesk.channels.whatsapp.WhatsAppErrors.State;
import frontdesk.conversations.CustomerActs;
import frontdesk.conversations.Deliveries;
import frontdesk.conversations.Inbound;
import frontdesk.conversations.InboundMessage;
import frontdesk.conversations.PhoneReplies;
import frontdesk.conversations.PhoneReply;
import frontdesk.journal.Journal;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes in a webhook of the WhatsApp Cloud API, which may speak of many numbers and tenants. Each
 * tenant's part is one transaction; what names no number of ours is kept aside.
 */
@Component
public class WhatsAppWebhook {

  /** Of other Meta apps that one payload is tried against. */
  private static final int MOST_APPS = 3;

  private final Channels channels;
  private final Inbound inbound;
  private final CustomerActs acts;
  private final PhoneReplies phoneReplies;
  private final Deliveries deliveries;
  private final Journal journal;
  private final Tenancy tenancy;

  WhatsAppWebhook(
      Channels channels,
      Inbound inbound,
      CustomerActs acts,
      PhoneReplies phoneReplies,
      Deliveries deliveries,
      Journal journal,
      Tenancy tenancy) {
    this.channels = channels;
    this.inbound = inbound;
    this.acts = acts;
    this.phoneReplies = phoneReplies;
    this.deliveries = deliveries;
    this.journal = journal;
    this.tenancy = tenancy;
  }

  /** One tenant's part of a webhook. */
  private static final class Part {
    private final List<InboundMessage> messages = new ArrayList<>();
    private final List<CustomerActs.Act> acts = new ArrayList<>();
    private final List<PhoneReply> echoes = new ArrayList<>();
    private final List<Deliveries.Update> updates = new ArrayList<>();
    private final Map<UUID, State> states = new LinkedHashMap<>();
    private final List<JsonNode> raw = new ArrayList<>();

    private void add(UUID channel, JsonNode change) {
      var value = change.path("value");
      var field = change.path("field").asString("");
      raw.add(change);
      switch (field) {
        case "messages" -> {
          messages.addAll(WhatsAppPayload.messages(value, channel));
          acts.addAll(WhatsAppPayload.acts(value, channel));
          var news = WhatsAppPayload.updates(value, channel);
          updates.addAll(news);
          news.forEach(update -> failed(channel, update));
        }
        case "smb_message_echoes" -> echoes.addAll(WhatsAppPayload.echoes(value, channel));
        default -> WhatsAppAccounts.state(field, value).ifPresent(now -> states.put(channel, now));
      }
    }

    /** Some failures say more of the account than of the message. */
    private void failed(UUID channel, Deliveries.Update update) {
      update
          .code()
          .filter(code -> update.status().equals("failed") && code.matches("\\d{1,9}"))
          .flatMap(code -> WhatsAppErrors.channelState(Integer.parseInt(code)))
          .ifPresent(now -> states.put(channel, now));
    }
  }

  public void receive(JsonNode payload, String correlationId) {
    Map<TenantId, Part> parts = new LinkedHashMap<>();
    for (var entry : payload.path("entry")) {
      for (var change : entry.path("changes")) {
        sort(Named.of(entry, change), change, parts, correlationId);
      }
    }
    parts.forEach((tenant, part) -> tenancy.as(tenant, () -> store(part, correlationId)));
  }

  /**
   * The app secrets that numbers of a payload have of their own, when all it speaks of have one;
   * empty otherwise. A number that belongs to another Meta app is signed with that app's secret.
   */
  public Set<String> ownSecrets(JsonNode payload) {
    var secrets = new HashSet<String>();
    for (var named : named(payload)) {
      var routes = routes(named);
      if (routes.isEmpty() || secrets.size() > MOST_APPS) {
        return Set.of();
      }
      routes.forEach(route -> secrets.add(ownSecret(route)));
      if (secrets.contains("")) {
        return Set.of();
      }
    }
    return secrets;
  }

  private String ownSecret(Channels.Route route) {
    return tenancy.as(
        route.tenant(),
        () -> channels.get(route.channel()).secrets().getOrDefault("appSecret", ""));
  }

  /**
   * What a change is about.
   *
   * @param number empty where it concerns the whole account
   */
  private record Named(String account, String number) {
    static Named of(JsonNode entry, JsonNode change) {
      return new Named(
          entry.path("id").asString(""),
          change.path("value").path("metadata").path("phone_number_id").asString(""));
    }
  }

  private static Set<Named> named(JsonNode payload) {
    var named = new LinkedHashSet<Named>();
    for (var entry : payload.path("entry")) {
      for (var change : entry.path("changes")) {
        named.add(Named.of(entry, change));
      }
    }
    return named;
  }

  /** By number; what concerns a whole account names none and goes to each of its numbers. */
  private List<Channels.Route> routes(Named named) {
    return named.number().isEmpty()
        ? channels.routesOfAccount(WhatsAppChannel.TYPE, named.account())
        : channels.route(WhatsAppChannel.TYPE, named.number()).stream().toList();
  }

  private void sort(Named named, JsonNode change, Map<TenantId, Part> parts, String correlationId) {
    var routes = routes(named);
    if (routes.isEmpty()) {
      journal.unrouted(WhatsAppChannel.TYPE, correlationId, change.toString());
    }
    for (var route : routes) {
      parts.computeIfAbsent(route.tenant(), tenant -> new Part()).add(route.channel(), change);
    }
  }

  private void store(Part part, String correlationId) {
    var raw = new Inbound.Raw(WhatsAppChannel.TYPE, "webhook", part.raw.toString());
    inbound.receive(part.messages, Optional.of(raw), correlationId);
    if (!part.acts.isEmpty()) {
      acts.store(part.acts, correlationId);
    }
    if (!part.echoes.isEmpty()) {
      phoneReplies.store(part.echoes, correlationId);
    }
    if (!part.updates.isEmpty()) {
      deliveries.update(part.updates);
    }
    part.states.forEach(
        (channel, state) ->
            channels.state(
                channel,
                state.state(),
                Optional.of(state.reason()).filter(reason -> !reason.isEmpty())));
  }
}
