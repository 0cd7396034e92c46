package frontdesk.conversations;

import frontdesk.live.EventKind;
import frontdesk.live.Streamed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What members who see the inbox are told of conversations, while it happens. */
@Component
class InboxEvents implements Streamed {

  private static final String SEE = "inbox.see";

  static final EventKind<MessageCreated> MESSAGE_CREATED =
      new EventKind<>("message.created", SEE, MessageCreated.class);

  /** A line that tells of an appointment. */
  static final EventKind<MessageCreated> APPOINTMENT_LINE =
      MESSAGE_CREATED.less(
          "calendar.all",
          created -> new MessageCreated(created.conversationId(), created.message().discreet()));

  static final EventKind<MessageStatus> MESSAGE_STATUS =
      new EventKind<>("message.status", SEE, MessageStatus.class);
  static final EventKind<ConversationChanged> CONVERSATION_CHANGED =
      new EventKind<>("conversation.changed", SEE, ConversationChanged.class);
  static final EventKind<CountsChanged> COUNTS_CHANGED =
      new EventKind<>("counts.changed", SEE, CountsChanged.class);
  static final EventKind<AiProgress> AI_PROGRESS =
      new EventKind<>("ai.progress", SEE, AiProgress.class);
  static final EventKind<AiDelta> AI_DELTA = new EventKind<>("ai.delta", SEE, AiDelta.class);
  static final EventKind<AiDone> AI_DONE = new EventKind<>("ai.done", SEE, AiDone.class);
  static final EventKind<AiFailed> AI_FAILED = new EventKind<>("ai.failed", SEE, AiFailed.class);
  static final EventKind<AiPaused> AI_PAUSED = new EventKind<>("ai.paused", SEE, AiPaused.class);
  static final EventKind<AssistantChanged> ASSISTANT_CHANGED =
      new EventKind<>("assistant.changed", SEE, AssistantChanged.class);
  static final EventKind<Notification> NOTIFICATION =
      new EventKind<>("notification", SEE, Notification.class);

  static final EventKind<Typing> TYPING = new EventKind<>("typing", SEE, Typing.class);
  static final EventKind<Presence> PRESENCE = new EventKind<>("presence", SEE, Presence.class);

  /** For those alone who see a part of the inbox. */
  static final EventKind<ConversationGone> CONVERSATION_GONE =
      new EventKind<>("conversation.gone", SEE, ConversationGone.class);

  static final EventKind<JobProgress> JOB_PROGRESS =
      new EventKind<>("job.progress", SEE, JobProgress.class);

  record MessageCreated(UUID conversationId, MessageView message) {}

  /** How far a message has come. */
  record MessageStatus(
      UUID conversationId,
      UUID messageId,
      @Schema(
              allowableValues = {
                "received",
                "queued",
                "sending",
                "sent",
                "delivered",
                "read",
                "failed",
                "uncertain",
                "cancelled"
              })
          String status,
      MessageView.@Nullable Failure failure) {}

  record ConversationChanged(ConversationView conversation) {}

  /** Numbers beside the inbox's views are to be asked again. */
  record CountsChanged() {}

  /**
   * What the assistant is doing in a conversation.
   *
   * @param ms since the turn began
   * @param tool which one is called
   * @param found how many the tool found
   * @param model who is asked to write
   * @param fallback who goes on after a model that failed
   */
  record AiProgress(
      UUID conversationId,
      UUID runId,
      @Schema(allowableValues = {"reading", "searching", "found", "acting", "generating"})
          String stage,
      long ms,
      @Nullable String tool,
      @Nullable Integer found,
      @Nullable String model,
      @Nullable String fallback) {

    static AiProgress of(
        UUID conversation, UUID run, String stage, long ms, Map<String, Object> details) {
      return new AiProgress(
          conversation,
          run,
          stage,
          ms,
          (String) details.get("tool"),
          (Integer) details.get("found"),
          (String) details.get("model"),
          (String) details.get("fallback"));
    }
  }

  /** A piece of an answer being written; nobody has checked it yet. */
  record AiDelta(UUID conversationId, UUID runId, String text) {}

  /**
   * @param outcome cancelled when nothing was said
   */
  record AiDone(
      UUID conversationId,
      UUID runId,
      @Schema(allowableValues = {"done", "cancelled"}) String outcome) {}

  record AiFailed(UUID conversationId) {}

  /** A person answers; the assistant comes back then by itself. */
  record AiPaused(UUID conversationId, Instant until) {}

  /** The assistant was switched on or off for all channels. */
  record AssistantChanged(boolean on) {}

  /**
   * Somebody is wanted.
   *
   * @param type handoff-waiting when nobody came in time
   * @param conversationId none when it is about a channel
   * @param name of the contact, or of the channel
   * @param memberIds who is told
   */
  record Notification(
      @Schema(
              allowableValues = {
                "handoff",
                "handoff-waiting",
                "assigned",
                "mention",
                "message-failed",
                "channel-down"
              })
          String type,
      @Nullable UUID conversationId,
      String name,
      String reason,
      List<UUID> memberIds) {}

  /** A member is writing to the customer; good for six seconds. */
  record Typing(UUID conversationId, MessageView.Person member) {}

  /** A member has a conversation open; good for thirty seconds. */
  record Presence(UUID conversationId, MessageView.Person member, boolean here) {}

  /**
   * A conversation is another's now, and so not there for a member who sees their own alone.
   *
   * @param formerly whose it was; nobody's when left out
   */
  record ConversationGone(UUID conversationId, @Nullable UUID formerly) {}

  /** How far something is that is done to many conversations. */
  record JobProgress(UUID jobId, long total, long waiting, long done, long failed, long undone) {

    static JobProgress of(UUID job, BulkStore.Progress progress) {
      return new JobProgress(
          job,
          progress.total(),
          progress.waiting(),
          progress.done(),
          progress.failed(),
          progress.undone());
    }
  }

  @Override
  public Map<String, Class<?>> events() {
    return Streamed.of(
        List.of(
            MESSAGE_CREATED,
            MESSAGE_STATUS,
            CONVERSATION_CHANGED,
            COUNTS_CHANGED,
            AI_PROGRESS,
            AI_DELTA,
            AI_DONE,
            AI_FAILED,
            AI_PAUSED,
            ASSISTANT_CHANGED,
            NOTIFICATION,
            TYPING,
            PRESENCE,
            CONVERSATION_GONE,
            JOB_PROGRESS));
  }
}
