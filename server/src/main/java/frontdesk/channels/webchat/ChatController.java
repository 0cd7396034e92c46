package frontdesk.channels.webchat;

import frontdesk.channels.Channels;
import frontdesk.channels.ConnectedChannel;
import frontdesk.channels.CustomerWords;
import frontdesk.contacts.Contacts;
import frontdesk.contacts.Identity;
import frontdesk.conversations.CustomerStanding;
import frontdesk.conversations.CustomerStandings;
import frontdesk.conversations.CustomerView;
import frontdesk.conversations.Uploads;
import frontdesk.http.Cursors;
import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Page;
import frontdesk.http.RateLimits;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import frontdesk.live.EventStream;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The chat widget's own API. A visitor is who holds the token, and sees that one talk alone. */
@RestController
@RequestMapping("/api/public/{slug}/chat")
class ChatController {

  private static final int LONGEST_COMMENT = 1_000;
  private static final int BEST = 5;

  private final Channels channels;
  private final Visitors visitors;
  private final CustomerWords words;
  private final CustomerView customerView;
  private final Uploads uploads;
  private final CustomerStandings standings;
  private final SignedIdentity identities;
  private final Contacts contacts;
  private final LiveEvents live;
  private final RateLimits limits;
  private final Tenants tenants;
  private final Tenancy tenancy;

  ChatController(
      Channels channels,
      Visitors visitors,
      CustomerWords words,
      CustomerView customerView,
      Uploads uploads,
      CustomerStandings standings,
      SignedIdentity identities,
      Contacts contacts,
      LiveEvents live,
      RateLimits limits,
      Tenants tenants,
      Tenancy tenancy) {
    this.channels = channels;
    this.visitors = visitors;
    this.words = words;
    this.customerView = customerView;
    this.uploads = uploads;
    this.standings = standings;
    this.identities = identities;
    this.contacts = contacts;
    this.live = live;
    this.limits = limits;
    this.tenants = tenants;
    this.tenancy = tenancy;
  }

  record Session(String token) {}

  /**
   * @param identity who is signed in on the site around the chat, signed by it
   */
  record Opening(@Nullable String identity) {}

  record Identified(@NotNull @Nullable String identity) {}

  /**
   * @param score from 1 to 5
   */
  record Rating(@NotNull @Nullable Integer score, @Nullable String comment) {}

  /**
   * @param text may be left out beside a file
   * @param clientId of the sender's own; the same message may be sent again under it
   * @param fileId of one that this visitor has handed over
   */
  record Written(@Nullable String text, String clientId, @Nullable UUID fileId) {}

  record Accepted(UUID id) {}

  @PostMapping("/sessions")
  @ResponseStatus(HttpStatus.CREATED)
  Session open(
      @PathVariable String slug,
      @RequestBody(required = false) @Nullable Opening opening,
      HttpServletRequest request) {
    limits.take(RateLimits.Limit.CHAT, request.getRemoteAddr());
    return in(
        slug,
        () -> {
          var channel =
              channels
                  .findBuiltIn(WebChatChannel.TYPE)
                  .filter(chat -> !chat.state().equals("off"))
                  .orElseThrow(() -> new Refused(HttpStatus.FORBIDDEN, "chat-off"));
          var person =
              Optional.ofNullable(opening)
                  .flatMap(given -> Optional.ofNullable(given.identity()))
                  .map(identity -> person(identity, channel));
          var address = person.map(known -> "user-" + known.id());
          person.ifPresent(known -> know(channel.id(), address.orElseThrow(), known));
          return new Session(visitors.admit(channel.id(), address));
        });
  }

  /** Whoever began to write unknown has signed in on the site: from now on they have a name. */
  @PostMapping("/identity")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void identify(
      @PathVariable String slug,
      @RequestHeader(name = "Authorization", defaultValue = "") String credential,
      @RequestBody Identified identified,
      HttpServletRequest request) {
    limits.take(RateLimits.Limit.CHAT, request.getRemoteAddr());
    in(
        slug,
        () -> {
          var visitor = visitor(credential);
          var identity = Optional.ofNullable(identified.identity()).orElse("");
          know(
              visitor.channel(),
              visitor.address(),
              person(identity, channels.get(visitor.channel())));
          return true;
        });
  }

  private SignedIdentity.Person person(String identity, ConnectedChannel channel) {
    return identities
        .read(identity, channel)
        .orElseThrow(() -> new Refused(HttpStatus.FORBIDDEN, "identity-refused"));
  }

  /** The site vouches for them as a channel does; what we know already stays. */
  private void know(UUID channel, String address, SignedIdentity.Person person) {
    var contact =
        contacts.identify(new Identity(channel, address, person.name().orElse(""), person.phone()));
    contacts.learn(contact.id(), person.name(), Optional.empty(), person.email());
  }

  @PostMapping("/messages")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Accepted write(
      @PathVariable String slug,
      @RequestHeader(name = "Authorization", defaultValue = "") String credential,
      @RequestBody Written written,
      HttpServletRequest request) {
    limits.take(RateLimits.Limit.CHAT, request.getRemoteAddr());
    return in(
        slug,
        () -> {
          var visitor = visitor(credential);
          return new Accepted(
              words.receive(
                  WebChatChannel.TYPE,
                  new Identity(visitor.channel(), visitor.address(), "", Optional.empty()),
                  new CustomerWords.Written(
                      Optional.ofNullable(written.text()),
                      Optional.ofNullable(written.clientId()),
                      Optional.ofNullable(written.fileId()))));
        });
  }

  /**
   * Keeps a file for its visitor, to be sent with a message soon: the body is the file itself.
   *
   * @param name as the file is called where it comes from
   */
  @PostMapping("/files")
  @ResponseStatus(HttpStatus.CREATED)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  Uploads.Upload upload(
      @PathVariable String slug,
      @RequestHeader(name = "Authorization", defaultValue = "") String credential,
      @RequestParam(defaultValue = "") String name,
      @RequestBody(required = false) byte @Nullable [] content,
      HttpServletRequest request) {
    limits.take(RateLimits.Limit.CHAT_FILE, request.getRemoteAddr());
    return in(
        slug,
        () -> {
          var visitor = visitor(credential);
          return uploads.add(
              WebChatChannel.TYPE,
              visitor.channel(),
              visitor.address(),
              name,
              content == null ? new byte[0] : content);
        });
  }

  @GetMapping("/messages")
  Page<CustomerView.Line> messages(
      @PathVariable String slug,
      @RequestHeader(name = "Authorization", defaultValue = "") String credential,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return in(
        slug,
        () -> {
          var visitor = visitor(credential);
          return customerView.lines(
              visitor.channel(),
              visitor.address(),
              Cursors.limit(limit),
              Optional.ofNullable(cursor));
        });
  }

  /** The widget asks for it with the visitor's token, and shows it from memory. */
  @GetMapping("/attachments/{id}")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> file(
      @PathVariable String slug,
      @RequestHeader(name = "Authorization", defaultValue = "") String credential,
      @PathVariable UUID id) {
    return in(
        slug,
        () -> {
          var visitor = visitor(credential);
          return customerView
              .file(visitor.channel(), visitor.address(), id)
              .orElseThrow(() -> new NotFound("attachment"));
        });
  }

  @GetMapping("/standing")
  CustomerStanding standing(
      @PathVariable String slug,
      @RequestHeader(name = "Authorization", defaultValue = "") String credential) {
    return in(
        slug,
        () -> {
          var visitor = visitor(credential);
          return standings.of(visitor.channel(), visitor.address());
        });
  }

  /** Once the conversation is closed; the newest word counts. */
  @PostMapping("/rating")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void rate(
      @PathVariable String slug,
      @RequestHeader(name = "Authorization", defaultValue = "") String credential,
      @RequestBody Rating rating,
      HttpServletRequest request) {
    limits.take(RateLimits.Limit.CHAT, request.getRemoteAddr());
    in(
        slug,
        () -> {
          var visitor = visitor(credential);
          var comment = Optional.ofNullable(rating.comment()).orElse("").strip();
          if (rating.score() == null || rating.score() < 1 || rating.score() > BEST) {
            throw new Invalid("score", Texts.say("chat.score", BEST));
          }
          if (comment.length() > LONGEST_COMMENT) {
            throw new Invalid("comment", Texts.say("chat.too-long", LONGEST_COMMENT));
          }
          if (!standings.rate(visitor.channel(), visitor.address(), rating.score(), comment)) {
            throw new Refused(HttpStatus.CONFLICT, "not-closed");
          }
          return true;
        });
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(
      @PathVariable String slug,
      @RequestHeader(name = "Authorization", defaultValue = "") String credential,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId) {
    return in(
        slug,
        () -> {
          var visitor = visitor(credential);
          var tenant = tenancy.current();
          var talk = customerView.talkOf(visitor.channel(), visitor.address());
          return EventStream.of(
              live.subscribe(tenant, Optional.ofNullable(lastId), talk::concerns),
              talk::translate,
              () -> true);
        });
  }

  private Visitors.Visitor visitor(String credential) {
    return Optional.of(credential)
        .filter(text -> text.startsWith("Bearer "))
        .flatMap(text -> visitors.find(text.substring("Bearer ".length())))
        .orElseThrow(() -> new Refused(HttpStatus.UNAUTHORIZED, "unauthenticated"));
  }

  private <T> T in(String slug, Supplier<T> work) {
    TenantId tenant = tenants.findBySlug(slug).orElseThrow(() -> new NotFound("business"));
    return tenancy.as(tenant, work);
  }
}
