package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.contacts.PhoneNumbers;
import frontdesk.http.Cursors;
import frontdesk.identity.MemberNames;
import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The inbox as a member reads it: views, counts, search. */
@Repository
class InboxQueries {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final ChannelDirectory channels;
  private final ChannelTypes types;
  private final MemberNames members;
  private final Clock clock;

  InboxQueries(
      JdbcClient jdbc,
      Tenancy tenancy,
      ChannelDirectory channels,
      ChannelTypes types,
      MemberNames members,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.channels = channels;
    this.types = types;
    this.members = members;
    this.clock = clock;
  }

  /** How many conversations each view holds. */
  record Counts(
      long all,
      long mine,
      long unassigned,
      long attention,
      long ai,
      long mentions,
      long unread,
      long snoozed,
      long closed,
      long spam,
      List<LabelCount> labels) {}

  /** How many conversations that are neither closed nor spam carry a label. */
  record LabelCount(UUID labelId, long count) {}

  /** In its own transaction when there is none: actions answer what they have left behind. */
  @Transactional(readOnly = true)
  public Optional<ConversationView> one(UUID conversation, Optional<UUID> member, Seeing seeing) {
    return select("v.id = :id", "", member, seeing)
        .param("id", conversation)
        .query((row, n) -> view(row, member.isPresent(), seeing))
        .optional();
  }

  /** Whether this conversation is there for somebody. */
  @Transactional(readOnly = true)
  public boolean shows(UUID conversation, Seeing seeing) {
    return seeing
            .bind(
                jdbc.sql(
                    "SELECT count(*) FROM conversation v WHERE v.tenant_id = :tenant AND v.id = :id"
                        + " AND "
                        + Seeing.CONDITION))
            .param("tenant", tenancy.current().value())
            .param("id", conversation)
            .query(Long.class)
            .single()
        > 0;
  }

  List<ConversationView> list(
      InboxFilter filter, Optional<Cursors.Place> after, int limit, UUID member, Seeing seeing) {
    return filter
        .bind(
            select(
                filter.condition(),
                """
                AND (:after::timestamptz IS NULL
                  OR (v.last_at, v.id) < (:after::timestamptz, :afterId::uuid))
                ORDER BY v.last_at DESC, v.id DESC LIMIT :limit
                """,
                Optional.of(member),
                seeing),
            seeing)
        .param("after", after.map(p -> p.at().atOffset(UTC)).orElse(null))
        .param("afterId", after.map(p -> p.id().toString()).orElse(null))
        .param("limit", limit)
        .query((row, n) -> view(row, true, seeing))
        .list();
  }

  /** All that the filter finds, the newest first. */
  List<UUID> ids(InboxFilter filter, int limit, UUID member, Seeing seeing) {
    return filter
        .bind(
            seeing.bind(
                jdbc.sql(
                    "SELECT v.id"
                        + ConversationStore.FROM
                        + "WHERE v.tenant_id = :tenant AND "
                        + Seeing.CONDITION
                        + " AND "
                        + filter.condition()
                        + " ORDER BY v.last_at DESC, v.id DESC LIMIT :limit")),
            seeing)
        .param("tenant", tenancy.current().value())
        .param("member", member)
        .param("now", clock.instant().atOffset(UTC))
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  /** How many each view holds, in one pass. */
  Counts counts(UUID member, Seeing seeing) {
    var columns = new StringBuilder();
    InboxFilter.VIEWS.forEach(
        (name, condition) ->
            columns
                .append(columns.isEmpty() ? "" : ", ")
                .append("count(*) FILTER (WHERE ")
                .append(condition)
                .append(") AS ")
                .append(name));
    var labels = labels(seeing);
    return seeing
        .bind(
            jdbc.sql(
                "SELECT "
                    + columns
                    + " FROM conversation v WHERE v.tenant_id = :tenant AND "
                    + Seeing.CONDITION))
        .param("tenant", tenancy.current().value())
        .param("member", member)
        .param("now", clock.instant().atOffset(UTC))
        .query(
            (row, n) ->
                new Counts(
                    row.getLong("all"),
                    row.getLong("mine"),
                    row.getLong("unassigned"),
                    row.getLong("attention"),
                    row.getLong("ai"),
                    row.getLong("mentions"),
                    row.getLong("unread"),
                    row.getLong("snoozed"),
                    row.getLong("closed"),
                    row.getLong("spam"),
                    labels))
        .single();
  }

  private List<LabelCount> labels(Seeing seeing) {
    return seeing
        .bind(
            jdbc.sql(
                """
                SELECT k.label_id, count(*) AS count FROM conversation_label k
                JOIN conversation v ON v.tenant_id = :tenant AND v.id = k.conversation_id
                WHERE k.tenant_id = :tenant AND v.status NOT IN ('closed', 'spam') AND
                """
                    + Seeing.CONDITION
                    + " GROUP BY k.label_id"))
        .param("tenant", tenancy.current().value())
        .query(LabelCount.class)
        .list();
  }

  private JdbcClient.StatementSpec select(
      String where, String more, Optional<UUID> member, Seeing seeing) {
    return seeing
        .bind(
            jdbc.sql(
                "SELECT "
                    + ConversationStore.COLUMNS
                    + """
                    , c.email, c.language, l.id AS last_id, l.author, l.text, l.status AS last_status,
                    l.at,
                    (SELECT count(*) FROM message u WHERE u.tenant_id = :tenant
                       AND u.conversation_id = v.id AND u.author = 'contact'
                       AND u.seq > coalesce(r.seq, 0)) AS unread,
                    (SELECT array_agg(k.label_id) FROM conversation_label k
                       WHERE k.tenant_id = :tenant AND k.conversation_id = v.id) AS labels,
                    (SELECT nullif(d.text, '') FROM draft d WHERE d.tenant_id = :tenant
                       AND d.conversation_id = v.id AND d.member_id = :member AND d.kind = 'reply')
                       AS draft
                    """
                    + ConversationStore.FROM
                    + """
                    LEFT JOIN LATERAL (SELECT * FROM message x
                      WHERE x.tenant_id = :tenant AND x.conversation_id = v.id
                        AND x.kind NOT IN ('note', 'event', 'suggestion')
                      ORDER BY x.seq DESC LIMIT 1) l ON true
                    LEFT JOIN conversation_read r ON r.tenant_id = v.tenant_id
                      AND r.conversation_id = v.id AND r.member_id = :member
                    WHERE v.tenant_id = :tenant AND
                    """
                    + Seeing.CONDITION
                    + " AND"
                    + " ("
                    + where
                    + ") "
                    + more))
        .param("tenant", tenancy.current().value())
        .param("member", member.orElse(null))
        .param("now", clock.instant().atOffset(UTC));
  }

  private ConversationView view(ResultSet row, boolean withUnread, Seeing seeing)
      throws SQLException {
    var conversation = ConversationStore.conversation(row, 0);
    var now = clock.instant();
    var channel = channels.find(conversation.channel());
    var paused = conversation.aiPausedUntil().filter(until -> until.isAfter(now)).orElse(null);
    return new ConversationView(
        conversation.id(),
        new ConversationView.ChannelView(
            conversation.channel(),
            conversation.channelType(),
            channel.map(ChannelDirectory.ChannelInfo::name).orElse("")),
        new ConversationView.ContactView(
            conversation.contact(),
            conversation.contactName(),
            orNull(
                seeing.wholeContact()
                    ? conversation.contactPhone()
                    : conversation.contactPhone().map(PhoneNumbers::lastDigits)),
            seeing.wholeContact() ? row.getString("email") : null,
            row.getString("language")),
        conversation.status(),
        conversation.answeredByAi(now) ? "ai" : "person",
        conversation.modeIn(channels),
        paused,
        orNull(conversation.assignee().map(id -> new MessageView.Person(id, members.of(id)))),
        orNull(
            conversation
                .needsPersonSince()
                .map(
                    since ->
                        new ConversationView.NeedsPerson(
                            since, conversation.needsPersonReason().orElse("")))),
        orNull(conversation.snoozedUntil()),
        withUnread ? row.getLong("unread") : null,
        labels(row),
        row.getString("draft"),
        orNull(
            MaySend.closesAt(
                    types.get(conversation.channelType()).window(), conversation.lastInboundAt())
                .map(ConversationView.Window::new)),
        lastMessage(row),
        conversation.ownershipVersion(),
        conversation.blocked(),
        conversation.lastAt());
  }

  private static List<UUID> labels(ResultSet row) throws SQLException {
    var labels = row.getArray("labels");
    return labels == null ? List.of() : List.of((UUID[]) labels.getArray());
  }

  private static ConversationView.@Nullable LastMessage lastMessage(ResultSet row)
      throws SQLException {
    var id = row.getObject("last_id", UUID.class);
    return id == null
        ? null
        : new ConversationView.LastMessage(
            id,
            row.getString("author"),
            row.getString("text"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("last_status"));
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
