package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.http.Cursors;
import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The inbox as a member reads it: views, counts, search. */
@Repository
class InboxQueries {

  /** What each view holds; all of them are conditions on v, with :member and :now. */
  static final Map<String, String> VIEWS = views();

  private static Map<String, String> views() {
    var views = new LinkedHashMap<String, String>();
    views.put("all", "true");
    views.put("mine", "v.assignee_id = :member AND v.status = 'open'");
    views.put("unassigned", "v.assignee_id IS NULL AND v.status = 'open' AND v.handler = 'person'");
    views.put(
        "attention",
        """
        v.status <> 'closed' AND (v.needs_person_since IS NOT NULL OR EXISTS (
          SELECT 1 FROM message f WHERE f.tenant_id = :tenant AND f.conversation_id = v.id
            AND f.status IN ('failed', 'uncertain')))
        """);
    views.put(
        "ai",
        """
        v.status = 'open' AND (v.handler = 'ai'
          OR v.ai_paused_until IS NOT NULL AND v.ai_paused_until <= :now)
        """);
    views.put(
        "mentions",
        """
        EXISTS (SELECT 1 FROM message n WHERE n.tenant_id = :tenant AND n.conversation_id = v.id
          AND n.kind = 'note' AND n.details -> 'event' -> 'mentions' @> to_jsonb(:member::text))
        """);
    views.put(
        "unread",
        """
        v.status <> 'closed' AND EXISTS (
          SELECT 1 FROM message u WHERE u.tenant_id = :tenant AND u.conversation_id = v.id
            AND u.author = 'contact' AND u.seq > coalesce((
              SELECT seen.seq FROM conversation_read seen WHERE seen.tenant_id = :tenant
                AND seen.conversation_id = v.id AND seen.member_id = :member), 0))
        """);
    views.put("snoozed", "v.status = 'snoozed'");
    views.put("closed", "v.status = 'closed'");
    return views;
  }

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

  /**
   * @param view a key of {@link #VIEWS}
   * @param words in names, phones and messages; empty for all
   */
  record Asked(
      String view,
      String words,
      Optional<UUID> channel,
      Optional<Cursors.Place> after,
      int limit) {}

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
      long closed) {}

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
    return jdbc.sql(
                "SELECT count(*) FROM conversation v WHERE v.tenant_id = :tenant AND v.id = :id AND"
                    + " "
                    + Seeing.CONDITION)
            .param("tenant", tenancy.current().value())
            .param("id", conversation)
            .param("seesAll", seeing.all())
            .query(Long.class)
            .single()
        > 0;
  }

  List<ConversationView> list(Asked asked, UUID member, Seeing seeing) {
    var found =
        """
        AND (:channel::uuid IS NULL OR v.channel_id = :channel::uuid)
        AND (:after::timestamptz IS NULL OR (v.last_at, v.id) < (:after::timestamptz, :afterId::uuid))
        AND (:words = '' OR unaccent(c.name) ILIKE unaccent(:like) OR :seesAll AND c.phone LIKE :like
          OR EXISTS (SELECT 1 FROM message s WHERE s.tenant_id = :tenant
            AND s.conversation_id = v.id
            AND to_tsvector('simple', s.text) @@ plainto_tsquery('simple', :words)))
        """;
    var escaped = asked.words().replaceAll("([%_\\\\])", "\\\\$1");
    return select(
            VIEWS.getOrDefault(asked.view(), "true"),
            found + " ORDER BY v.last_at DESC, v.id DESC LIMIT :limit",
            Optional.of(member),
            seeing)
        .param("channel", asked.channel().map(UUID::toString).orElse(null))
        .param("after", asked.after().map(p -> p.at().atOffset(UTC)).orElse(null))
        .param("afterId", asked.after().map(p -> p.id().toString()).orElse(null))
        .param("words", asked.words())
        .param("like", "%" + escaped + "%")
        .param("limit", asked.limit())
        .query((row, n) -> view(row, true, seeing))
        .list();
  }

  /** How many each view holds, in one pass. */
  Counts counts(UUID member, Seeing seeing) {
    var columns = new StringBuilder();
    VIEWS.forEach(
        (name, condition) ->
            columns
                .append(columns.isEmpty() ? "" : ", ")
                .append("count(*) FILTER (WHERE ")
                .append(condition)
                .append(") AS ")
                .append(name));
    return jdbc.sql(
            "SELECT "
                + columns
                + " FROM conversation v WHERE v.tenant_id = :tenant AND "
                + Seeing.CONDITION)
        .param("seesAll", seeing.all())
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
                    row.getLong("closed")))
        .single();
  }

  private JdbcClient.StatementSpec select(
      String where, String more, Optional<UUID> member, Seeing seeing) {
    return jdbc.sql(
            "SELECT "
                + ConversationStore.COLUMNS
                + """
                , c.email, c.language, l.id AS last_id, l.author, l.text, l.status AS last_status,
                l.at,
                (SELECT count(*) FROM message u WHERE u.tenant_id = :tenant
                   AND u.conversation_id = v.id AND u.author = 'contact'
                   AND u.seq > coalesce(r.seq, 0)) AS unread
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
                + more)
        .param("tenant", tenancy.current().value())
        .param("member", member.orElse(null))
        .param("seesAll", seeing.all())
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
                seeing.all()
                    ? conversation.contactPhone()
                    : conversation.contactPhone().map(ContactController::lastDigits)),
            seeing.all() ? row.getString("email") : null,
            row.getString("language")),
        conversation.status(),
        conversation.answeredByAi(now) ? "ai" : "person",
        conversation.modeOr(channel.map(ChannelDirectory.ChannelInfo::mode).orElse("off")),
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
        orNull(
            MaySend.closesAt(
                    types.get(conversation.channelType()).window(), conversation.lastInboundAt())
                .map(ConversationView.Window::new)),
        lastMessage(row),
        conversation.ownershipVersion(),
        conversation.blocked(),
        conversation.lastAt());
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
