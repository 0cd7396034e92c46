package frontdesk.channels;

import frontdesk.conversations.ChannelActivity;
import frontdesk.http.Invalid;
import frontdesk.http.Page;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tenant's channels over HTTP. Connecting does not wait for the vendor. */
@RestController
@RequestMapping("/api/channels")
class ChannelController {

  private static final String WHATSAPP = "whatsapp";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Channels channels;
  private final ChannelActivity activity;

  ChannelController(Channels channels, ChannelActivity activity) {
    this.channels = channels;
    this.activity = activity;
  }

  @GetMapping
  @Requires(Permission.CHANNELS_SEE)
  Page<ChannelView> list() {
    return new Page<>(channels.all().stream().map(this::view).toList(), null);
  }

  @GetMapping("/{id}")
  @Requires(Permission.CHANNELS_SEE)
  ChannelView get(@PathVariable UUID id) {
    return view(channels.get(id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.CHANNELS_CHANGE)
  ChannelView connect(@RequestBody ChannelRequest request) {
    if (!WHATSAPP.equals(request.type())) {
      throw new Invalid("type", Texts.say("channel.type"));
    }
    request.check(WHATSAPP, true);
    var number = Optional.ofNullable(request.phoneNumberId()).orElse("");
    var outcome =
        channels.connect(
            WHATSAPP,
            Optional.ofNullable(request.name()).filter(n -> !n.isBlank()).orElse("WhatsApp"),
            Optional.of(number),
            request.settings(Map.of()),
            request.secrets(Map.of()));
    return switch (outcome) {
      case Channels.ConnectOutcome.Connected(var channel) -> view(channel);
      case Channels.ConnectOutcome.AddressTaken() ->
          throw new Refused(HttpStatus.CONFLICT, "address-taken");
    };
  }

  @PutMapping("/{id}")
  @Requires(Permission.CHANNELS_CHANGE)
  ChannelView update(@PathVariable UUID id, @RequestBody ChannelRequest request) {
    var before = channels.get(id);
    request.check(before.type(), false);
    var state =
        Optional.ofNullable(request.off())
            .map(off -> off ? "off" : "live")
            .orElse(request.accessToken() == null ? before.state() : "live");
    var changed =
        channels.update(
            new ConnectedChannel(
                id,
                before.type(),
                Optional.ofNullable(request.name()).filter(n -> !n.isBlank()).orElse(before.name()),
                Optional.ofNullable(request.mode()).orElse(before.mode()),
                state,
                state.equals(before.state()) ? before.stateReason() : Optional.empty(),
                before.address(),
                request.settings(before.settings()),
                request.secrets(before.secrets()),
                before.createdAt()));
    return view(changed);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.CHANNELS_CHANGE)
  void disconnect(@PathVariable UUID id) {
    var channel = channels.get(id);
    if (Channels.BUILT_IN.contains(channel.type())) {
      throw new Refused(HttpStatus.CONFLICT, "built-in-channel");
    }
    channels.disconnect(id);
  }

  record IdentitySecret(String secret) {}

  /** A new one to sign visitors' identities with, shown this once; the one before ends. */
  @PostMapping("/{id}/identity-secret")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.CHANNELS_CHANGE)
  IdentitySecret newIdentitySecret(@PathVariable UUID id) {
    var channel = channels.get(id);
    if (!channel.type().equals("webchat")) {
      throw new Refused(HttpStatus.CONFLICT, "no-visitors");
    }
    var random = new byte[32];
    RANDOM.nextBytes(random);
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    channels.update(channel.withSecret("identitySecret", secret));
    return new IdentitySecret(secret);
  }

  private ChannelView view(ConnectedChannel channel) {
    return ChannelView.of(channel, activity.of(channel.id()));
  }
}
