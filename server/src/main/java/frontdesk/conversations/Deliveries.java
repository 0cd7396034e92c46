package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.database.Pipeline;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What providers tell of messages we sent: in any order, repeated, sometimes before we know. */
@Service
public class Deliveries {

  private final MessageStore messages;
  private final SendingStore sending;
  private final MessageViews views;
  private final Notifications notifications;
  private final JdbcClient jdbc;
  private final JdbcOperations operations;
  private final Tenancy tenancy;
  private final Clock clock;

  Deliveries(
      MessageStore messages,
      SendingStore sending,
      MessageViews views,
      Notifications notifications,
      JdbcClient jdbc,
      JdbcOperations operations,
      Tenancy tenancy,
      Clock clock) {
    this.messages = messages;
    this.sending = sending;
    this.views = views;
    this.notifications = notifications;
    this.jdbc = jdbc;
    this.operations = operations;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * @param externalId the provider's id of the message
   * @param reference our own id, where the channel brings it back
   * @param status sent, delivered, read or failed
   */
  public record Update(
      UUID channel,
      String externalId,
      Optional<UUID> reference,
      String status,
      Optional<String> code,
      Optional<String> reason) {}

  /** Moves messages forward, never back; what is about an unknown message waits for it. */
  @Transactional
  public void update(List<Update> updates) {
    for (var update : updates) {
      var message =
          update
              .reference()
              .flatMap(messages::find)
              .filter(m -> m.channel().equals(update.channel()))
              .or(() -> messages.findByExternalId(update.channel(), update.externalId()));
      message.ifPresentOrElse(m -> apply(m, update), () -> park(update));
    }
  }

  /** Takes out what came about messages before their ids were known, to be applied. */
  Pipeline.Result<List<Update>> takeParked(
      Pipeline pipeline, Map<String, UUID> channelsByExternalId) {
    return pipeline.query(
        """
        DELETE FROM parked_status p
        USING unnest(:channels::uuid[], :externals::text[]) AS s (channel_id, external_id)
        WHERE p.tenant_id = :tenant AND p.channel_id = s.channel_id
          AND p.external_id = s.external_id
        RETURNING p.channel_id, p.external_id, p.status, p.failure_code, p.failure_reason
        """,
        new MapSqlParameterSource("tenant", tenancy.current().value())
            .addValue("channels", channelsByExternalId.values().toArray(UUID[]::new))
            .addValue("externals", channelsByExternalId.keySet().toArray(String[]::new)),
        (row, n) ->
            new Update(
                row.getObject("channel_id", UUID.class),
                row.getString("external_id"),
                Optional.empty(),
                row.getString("status"),
                Optional.ofNullable(row.getString("failure_code")),
                Optional.ofNullable(row.getString("failure_reason"))));
  }

  /** Applies what came about messages whose ids are known now. */
  void applyParked(Map<String, UUID> channelsByExternalId) {
    var pipeline = new Pipeline(operations);
    var parked = takeParked(pipeline, channelsByExternalId);
    pipeline.send();
    apply(parked.get());
  }

  void apply(List<Update> parked) {
    for (var update : parked) {
      messages
          .findByExternalId(update.channel(), update.externalId())
          .ifPresent(m -> apply(m, update));
    }
  }

  private void apply(Message message, Update update) {
    if (DeliveryStatus.isForward(message.status(), update.status())) {
      sending.status(
          message.id(),
          update.status(),
          Optional.of(update.externalId()),
          update.code(),
          update.reason());
      views.status(message);
      if (update.status().equals("failed")) {
        notifications.tellWhoAnswers(Notifications.Type.MESSAGE_FAILED, message.conversation());
        views.changed(message.conversation());
      }
    }
  }

  private void park(Update update) {
    jdbc.sql(
            """
            INSERT INTO parked_status
              (tenant_id, channel_id, external_id, status, failure_code, failure_reason, at)
            VALUES (:tenant, :channel, :external, :status, :code, :reason, :now)
            ON CONFLICT DO NOTHING
            """)
        .param("tenant", tenancy.current().value())
        .param("channel", update.channel())
        .param("external", update.externalId())
        .param("status", update.status())
        .param("code", update.code().orElse(null))
        .param("reason", update.reason().orElse(null))
        .param("now", clock.instant().atOffset(UTC))
        .update();
  }
}
