package frontdesk.conversations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which conversations somebody asks for: a view, and what narrows it.
 *
 * @param view a key of {@link #VIEWS}
 * @param contact whose; empty for everybody's
 * @param words in names, phones and messages; empty for all
 * @param handler ai, person or needs-person; empty for all
 * @param assignee a member's id, or nobody; empty for all
 * @param language of the customer; empty for all
 * @param unread by who asks
 */
record InboxFilter(
    String view,
    Optional<UUID> contact,
    String words,
    Optional<UUID> channel,
    String handler,
    Optional<UUID> label,
    String assignee,
    String language,
    boolean unread) {

  /** A view with nothing that narrows it. */
  static InboxFilter of(String view) {
    return new InboxFilter(
        view, Optional.empty(), "", Optional.empty(), "", Optional.empty(), "", "", false);
  }

  private static final String UNREAD =
      """
      EXISTS (
        SELECT 1 FROM message u WHERE u.tenant_id = :tenant AND u.conversation_id = v.id
          AND u.author = 'contact' AND u.seq > coalesce((
            SELECT seen.seq FROM conversation_read seen WHERE seen.tenant_id = :tenant
              AND seen.conversation_id = v.id AND seen.member_id = :member), 0))
      """;

  private static final String BY_AI =
      "(v.handler = 'ai' OR v.ai_paused_until IS NOT NULL AND v.ai_paused_until <= :now)";

  /**
   * What each view holds; all of them are conditions on v, with :member and :now. Few messages have
   * failed or name somebody, so these are looked up once and not for each conversation.
   */
  static final Map<String, String> VIEWS = views();

  private static Map<String, String> views() {
    var views = new LinkedHashMap<String, String>();
    views.put("all", "v.status <> 'spam'");
    views.put("mine", "v.assignee_id = :member AND v.status = 'open'");
    views.put("unassigned", "v.assignee_id IS NULL AND v.status = 'open' AND v.handler = 'person'");
    views.put(
        "attention",
        """
        v.status NOT IN ('closed', 'spam') AND (v.needs_person_since IS NOT NULL OR v.id IN (
          SELECT f.conversation_id FROM message f WHERE f.tenant_id = :tenant
            AND f.status IN ('failed', 'uncertain')))
        """);
    views.put("ai", "v.status = 'open' AND " + BY_AI);
    views.put(
        "mentions",
        """
        v.status <> 'spam' AND v.id IN (SELECT n.conversation_id FROM message n WHERE n.tenant_id = :tenant
          AND n.kind = 'note' AND n.details -> 'event' -> 'mentions' @> to_jsonb(:member::text))
        """);
    views.put("unread", "v.status NOT IN ('closed', 'spam') AND " + UNREAD);
    views.put("snoozed", "v.status = 'snoozed'");
    views.put("closed", "v.status = 'closed'");
    views.put("spam", "v.status = 'spam'");
    return views;
  }

  /** On conversation v and its contact c, with what {@link #bind} gives, :tenant, :member, :now. */
  String condition() {
    return "("
        + VIEWS.getOrDefault(view, "true")
        + """
        )
        AND (:channel::uuid IS NULL OR v.channel_id = :channel::uuid)
        AND (:label::uuid IS NULL OR EXISTS (SELECT 1 FROM conversation_label k
          WHERE k.tenant_id = :tenant AND k.conversation_id = v.id AND k.label_id = :label::uuid))
        AND (:assignee = '' OR coalesce(v.assignee_id::text, 'nobody') = :assignee)
        AND (:language = '' OR c.language = :language)
        AND (:words = '' OR unaccent(c.name) ILIKE unaccent(:like)
          OR :wholeContact AND c.phone LIKE :like
          OR EXISTS (SELECT 1 FROM message s WHERE s.tenant_id = :tenant
            AND s.conversation_id = v.id
            AND to_tsvector('simple', s.text) @@ plainto_tsquery('simple', :words)))
        """
        + switch (handler) {
          case "ai" -> " AND " + BY_AI;
          case "person" -> " AND NOT " + BY_AI;
          case "needs-person" -> " AND v.needs_person_since IS NOT NULL";
          default -> "";
        }
        + (contact.isPresent() ? " AND v.contact_id = :contact" : "")
        + (unread ? " AND " + UNREAD : "");
  }

  StatementSpec bind(StatementSpec statement, Seeing seeing) {
    var escaped = words.replaceAll("([%_\\\\])", "\\\\$1");
    contact.ifPresent(whose -> statement.param("contact", whose));
    return statement
        .param("channel", channel.map(UUID::toString).orElse(null))
        .param("label", label.map(UUID::toString).orElse(null))
        .param("assignee", assignee)
        .param("language", language)
        .param("words", words)
        .param("like", "%" + escaped + "%")
        .param("wholeContact", seeing.wholeContact());
  }
}
