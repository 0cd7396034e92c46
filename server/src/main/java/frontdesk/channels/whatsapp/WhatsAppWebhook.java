package frontdesk.channels.whatsapp;

import frontdesk.channels.Channels;
import frontdesk.conversations.Deliveries;
import frontdesk.conversations.Inbound;
import frontdesk.conversations.InboundMessage;
import frontdesk.conversations.PhoneReplies;
import frontdesk.conversations.PhoneReply;
import frontdesk.journal.Journal;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes in a webhook of the WhatsApp Cloud API, which may speak of many numbers and tenants. Each
 * tenant's part is one transaction; what names no number of ours is kept aside.
 */
@Component
public class WhatsAppWebhook {

  private final Channels channels;
  private final Inbound inbound;
  private final PhoneReplies phoneReplies;
  private final Deliveries deliveries;
  private final Journal journal;
  private final Tenancy tenancy;

  WhatsAppWebhook(
      Channels channels,
      Inbound inbound,
      PhoneReplies phoneReplies,
      Deliveries deliveries,
      Journal journal,
      Tenancy tenancy) {
    this.channels = channels;
    this.inbound = inbound;
    this.phoneReplies = phoneReplies;
    this.deliveries = deliveries;
    this.journal = journal;
    this.tenancy = tenancy;
  }

  /** One tenant's part of a webhook. */
  private static final class Part {
    private final List<InboundMessage> messages = new ArrayList<>();
    private final List<PhoneReply> echoes = new ArrayList<>();
    private final List<Deliveries.Update> updates = new ArrayList<>();
    private final List<JsonNode> raw = new ArrayList<>();
  }

  public void receive(JsonNode payload, String correlationId) {
    Map<TenantId, Part> parts = new LinkedHashMap<>();
    for (var entry : payload.path("entry")) {
      for (var change : entry.path("changes")) {
        sort(change, parts, correlationId);
      }
    }
    parts.forEach((tenant, part) -> tenancy.as(tenant, () -> store(part, correlationId)));
  }

  private void sort(JsonNode change, Map<TenantId, Part> parts, String correlationId) {
    var value = change.path("value");
    var number = value.path("metadata").path("phone_number_id").asString("");
    if (number.isEmpty()) {
      return;
    }
    var route = channels.route(WhatsAppChannel.TYPE, number);
    if (route.isEmpty()) {
      journal.unrouted(WhatsAppChannel.TYPE, correlationId, change.toString());
      return;
    }
    var part = parts.computeIfAbsent(route.get().tenant(), tenant -> new Part());
    part.raw.add(change);
    var channel = route.get().channel();
    switch (change.path("field").asString("")) {
      case "messages" -> {
        part.messages.addAll(WhatsAppPayload.messages(value, channel));
        part.updates.addAll(WhatsAppPayload.updates(value, channel));
      }
      case "smb_message_echoes" -> part.echoes.addAll(WhatsAppPayload.echoes(value, channel));
      default -> {}
    }
  }

  private void store(Part part, String correlationId) {
    var raw = new Inbound.Raw(WhatsAppChannel.TYPE, "webhook", part.raw.toString());
    inbound.receive(part.messages, Optional.of(raw), correlationId);
    if (!part.echoes.isEmpty()) {
      phoneReplies.store(part.echoes, correlationId);
    }
    if (!part.updates.isEmpty()) {
      deliveries.update(part.updates);
    }
  }
}
