package frontdesk.conversations;

import frontdesk.tenancy.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing said in a conversation, or a line about it.
 *
 * @param seq its place; neither the id nor the vendor's clock orders messages
 * @param author contact, ai, member or system
 * @param kind text, image, audio, video, file, location, unsupported, note, event or suggestion
 * @param externalId the sender's message id in, the provider's id out
 * @param status as in docs/architecture.md; moves forward only
 */
record Message(
    UUID id,
    UUID conversation,
    UUID channel,
    long seq,
    String author,
    String kind,
    String text,
    String status,
    Optional<UUID> member,
    Optional<UUID> run,
    Instant at,
    Optional<Instant> sentAt,
    Details details,
    Optional<String> failureCode,
    Optional<String> failureReason,
    int attempts,
    String correlationId,
    Optional<String> externalId) {

  /** The event of a member's message that tells of something and answers nothing. */
  static final String NOTICE = "notice";

  /** One that was made here: no channel has given it an id yet. */
  Message(
      UUID id,
      UUID conversation,
      UUID channel,
      long seq,
      String author,
      String kind,
      String text,
      String status,
      Optional<UUID> member,
      Optional<UUID> run,
      Instant at,
      Optional<Instant> sentAt,
      Details details,
      Optional<String> failureCode,
      Optional<String> failureReason,
      int attempts,
      String correlationId) {
    this(
        id,
        conversation,
        channel,
        seq,
        author,
        kind,
        text,
        status,
        member,
        run,
        at,
        sentAt,
        details,
        failureCode,
        failureReason,
        attempts,
        correlationId,
        Optional.empty());
  }

  /** Whether a member has dealt with what the customer wrote before it. */
  boolean answersAsMember() {
    return author.equals("member") && !NOTICE.equals(details.event().get("type"));
  }

  /** What the kind needs, kept as JSON. */
  record Details(
      List<TurnResult.Choice> choices,
      List<TurnResult.Source> sources,
      List<Attachment> attachments,
      Map<String, Object> event,
      TurnResult.@Nullable AppointmentCard appointment,
      @Nullable Quote quote) {

    static final Details NONE = new Details(List.of(), List.of(), List.of(), Map.of());

    Details(
        List<TurnResult.Choice> choices,
        List<TurnResult.Source> sources,
        List<Attachment> attachments,
        Map<String, Object> event) {
      this(choices, sources, attachments, event, null, null);
    }

    static Details of(TurnResult.Reply reply) {
      return new Details(
          reply.choices(),
          reply.sources(),
          List.of(),
          Map.of(),
          reply.appointment().orElse(null),
          null);
    }

    static Details of(TurnResult.@Nullable AppointmentCard appointment) {
      return new Details(List.of(), List.of(), List.of(), Map.of(), appointment, null);
    }

    Details {
      choices = choices == null ? List.of() : choices;
      sources = sources == null ? List.of() : sources;
      attachments = attachments == null ? List.of() : attachments;
      event = event == null ? Map.of() : event;
    }

    /** As it is stored; null for nothing. */
    @Nullable String text(JsonMapper json) {
      return equals(NONE) ? null : json.writeValueAsString(this);
    }

    Details with(UUID attachment, String state, long size) {
      return new Details(
          choices,
          sources,
          attachments.stream()
              .map(
                  file ->
                      file.id().equals(attachment)
                          ? new Attachment(
                              file.id(),
                              file.name(),
                              file.contentType(),
                              file.reference(),
                              state,
                              size)
                          : file)
              .toList(),
          event,
          appointment,
          quote);
    }

    Details attaching(Optional<Attachment> file) {
      return new Details(choices, sources, file.stream().toList(), event, appointment, quote);
    }

    Details quoting(Optional<Message> other) {
      return new Details(
          choices, sources, attachments, event, appointment, other.map(Quote::of).orElse(null));
    }

    static Details mentions(java.util.Set<UUID> members) {
      return new Details(List.of(), List.of(), List.of(), Map.of("mentions", List.copyOf(members)));
    }

    static Details event(String type, Map<String, Object> more) {
      var event = new java.util.HashMap<>(more);
      event.put("type", type);
      return new Details(List.of(), List.of(), List.of(), event);
    }
  }

  Message failed(String code) {
    return new Message(
        id,
        conversation,
        channel,
        seq,
        author,
        kind,
        text,
        "failed",
        member,
        run,
        at,
        sentAt,
        details,
        Optional.of(code),
        failureReason,
        attempts,
        correlationId,
        externalId);
  }

  /** Another wording of this suggestion. */
  Message beside(PlaceStore.Place place, String otherText) {
    return beside(place, otherText, run, details);
  }

  /** Another answer to what this suggestion answers. */
  Message beside(PlaceStore.Place place, TurnResult.Reply reply) {
    return beside(place, reply.text(), Optional.of(reply.run()), Details.of(reply));
  }

  private Message beside(
      PlaceStore.Place place, String otherText, Optional<UUID> otherRun, Details said) {
    return new Message(
        Ids.next(),
        conversation,
        channel,
        place.seq(),
        author,
        kind,
        otherText,
        status,
        member,
        otherRun,
        place.at(),
        Optional.empty(),
        said,
        Optional.empty(),
        Optional.empty(),
        0,
        correlationId);
  }

  Message with(Details other) {
    return new Message(
        id,
        conversation,
        channel,
        seq,
        author,
        kind,
        text,
        status,
        member,
        run,
        at,
        sentAt,
        other,
        failureCode,
        failureReason,
        attempts,
        correlationId,
        externalId);
  }

  /**
   * The message that this one answers, as it was then.
   *
   * @param text its beginning
   */
  record Quote(UUID id, long seq, String author, String kind, String text) {

    private static final int LONGEST = 200;

    static Quote of(Message message) {
      var text = message.text();
      return new Quote(
          message.id(),
          message.seq(),
          message.author(),
          message.kind(),
          text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
  }

  static List<Attachment> attachments(List<InboundMessage.File> files) {
    return files.stream()
        .map(
            f ->
                new Attachment(
                    Ids.next(), f.name(), f.contentType(), f.reference(), Attachment.WAITING, 0))
        .toList();
  }

  /**
   * @param reference the channel's id of the file, from which it is fetched
   * @param state waiting, kept or failed
   * @param size in bytes, once it is kept
   */
  record Attachment(
      UUID id, String name, String contentType, String reference, String state, long size) {
    static final String WAITING = "waiting";
    static final String KEPT = "kept";
    static final String FAILED = "failed";
  }
}
