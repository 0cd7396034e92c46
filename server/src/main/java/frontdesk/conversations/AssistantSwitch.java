package frontdesk.conversations;

import frontdesk.identity.AuditTrail;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one switch over all channels: off, the assistant answers nobody, and what it is writing is
 * not sent.
 */
@Service
class AssistantSwitch {

  private final Tenants tenants;
  private final RunningTurns running;
  private final AuditTrail audit;
  private final LiveEvents live;
  private final Tenancy tenancy;

  AssistantSwitch(
      Tenants tenants, RunningTurns running, AuditTrail audit, LiveEvents live, Tenancy tenancy) {
    this.tenants = tenants;
    this.running = running;
    this.audit = audit;
    this.live = live;
    this.tenancy = tenancy;
  }

  boolean on() {
    return tenants.assistantOn();
  }

  @Transactional
  public void turn(boolean on) {
    if (!tenants.switchAssistant(on)) {
      return;
    }
    if (!on) {
      // Sooner than their last check would; on other nodes that check stops them.
      running.byTenant().getOrDefault(tenancy.current(), List.of()).forEach(running::stop);
    }
    audit.record(
        "assistant.switched",
        "business",
        tenancy.current().value(),
        Map.of("on", !on),
        Map.of("on", on));
    live.publish(InboxEvents.ASSISTANT_CHANGED, () -> new InboxEvents.AssistantChanged(on));
  }
}
