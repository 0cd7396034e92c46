package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Faults;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Ledger;
import frontdesk.simulators.wire.Routes;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** WhatsApp's side of the wire, put together. */
public final class WhatsApp {
  private final AtomicReference<WhatsAppSettings> settings;
  private final Runnable clear;

  public WhatsApp(
      WhatsAppSettings start,
      Map<String, String> known,
      Faults faults,
      Ledger ledger,
      ExecutorService threads,
      Routes routes) {
    settings = new AtomicReference<>(start);
    know(faults);
    var numbers = new Numbers();
    Runnable takeIn =
        () ->
            known.forEach(
                (id, name) ->
                    numbers.add(BusinessNumber.of(Json.object("phoneNumberId", id, "name", name))));
    takeIn.run();
    var templates = new Templates();
    var media = new MediaStore();
    var chats = new Chats();
    var rates = new Rates();
    var access = new Access(this::settings, numbers, faults);
    var webhooks = new Webhooks(this::settings, faults, ledger, threads);
    var statuses = new Statuses(this::settings, faults, webhooks, chats);
    var sending =
        new Sending(
            this::settings, access, rates, templates, media, chats, statuses, faults, ledger);
    var graph = new GraphApi(access, sending, numbers, media, templates, faults, ledger);
    var messages = new InboundMessages(media);
    var customers =
        new CustomerControl(numbers, messages, webhooks, chats, statuses, media, threads);
    graph.addTo(routes);
    customers.addTo(routes);
    new OwnerControl(numbers, messages, webhooks, chats, statuses).addTo(routes);
    new PlatformControl(this, numbers, templates, webhooks).addTo(routes);
    clear =
        () -> {
          settings.set(start);
          numbers.clear();
          takeIn.run();
          templates.clear();
          media.clear();
          chats.clear();
          rates.clear();
          statuses.clear();
          webhooks.clear();
          graph.clear();
          customers.clear();
        };
  }

  WhatsAppSettings settings() {
    return settings.get();
  }

  WhatsAppSettings change(UnaryOperator<WhatsAppSettings> change) {
    return settings.updateAndGet(change);
  }

  /** As it was at the start. */
  public void clear() {
    clear.run();
  }

  private static void know(Faults faults) {
    faults
        .know("signature-bad", "the next webhook is signed with another secret, and not sent again")
        .know("signature-missing", "the next webhook carries no signature, and is not sent again")
        .know(
            "signature-sha1-only",
            "the next webhook has the old signature only, and is not sent again")
        .know(
            "body-changed", "the next webhook's body changes after signing, and is not sent again")
        .know("duplicate", "the next webhook comes twice")
        .know("duplicate-concurrent", "the next webhook comes twice at the same time")
        .know("duplicate-later", "the next webhook comes again after delayMs (2000)")
        .know("unknown-field", "the next webhook also has a change nobody knows")
        .know("unknown-number", "the next webhook also has a message for a number nobody knows")
        .know("malformed-item", "the next webhook also has an entry that makes no sense")
        .know("token-revoked", "calls are refused: 190")
        .know("error-500", "a send is refused: 500, 131000")
        .know("unavailable", "a send is refused: 503, 131016")
        .know("throughput", "a send is refused: 130429")
        .know("pair-rate", "a send is refused: 131056")
        .know("app-rate", "a send is refused: 4")
        .know("spam-rate", "a send is refused: 131048")
        .know("account-locked", "a send is refused: 131031")
        .know("window-closed", "a send is refused: 131047")
        .know("timeout", "a send is neither accepted nor answered for delayMs (60000)")
        .know("slow", "a send is accepted and answered after delayMs (2000)")
        .know("error-500-after-accept", "a send is accepted, yet answered 500")
        .know("timeout-after-accept", "a send is accepted, yet not answered for delayMs (60000)")
        .know("cut-after-accept", "a send is accepted, yet its connection is cut")
        .know("window-closed-async", "a send is accepted and fails later: 131047")
        .know("undeliverable", "a send is accepted and fails later: 131026")
        .know("not-delivered-async", "a send is accepted and fails later: 131049")
        .know("media-failed-async", "a send is accepted and fails later: 131053")
        .know("upload-unavailable", "a file is not taken: 503, 131016")
        .know("no-status", "a send is accepted and never heard of again")
        .know("statuses-out-of-order", "read, delivered and sent come in this order")
        .know("status-before-response", "sent and delivered come before the send is answered")
        .know("read-without-delivered", "sent is followed by read")
        .know("delivered-and-failed", "delivered is followed by failed: 131026")
        .know("duplicate-status", "each status comes twice")
        .know("wa-id-differs", "the network spells the customer's number differently")
        .know("media-404", "media cannot be looked up")
        .know("media-url-expired", "the address of media has expired when it is given")
        .know("media-wrong-sha256", "media does not match its hash")
        .know("media-oversize", "media is said to be enormous")
        .know("media-foreign-host", "the address of media is on a host that is not the vendor's")
        .know("media-redirect", "media is fetched over a redirect");
  }
}
