package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The business's labels, and which conversations carry them. */
@Repository
class LabelStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  LabelStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  List<Label> all() {
    return jdbc.sql(
            "SELECT id, name, color FROM label WHERE tenant_id = :tenant ORDER BY lower(name)")
        .param("tenant", tenant())
        .query(Label.class)
        .list();
  }

  Optional<Label> find(UUID id) {
    return jdbc.sql("SELECT id, name, color FROM label WHERE tenant_id = :tenant AND id = :id")
        .param("tenant", tenant())
        .param("id", id)
        .query(Label.class)
        .optional();
  }

  /** False when another is called so. */
  boolean insert(Label label, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO label (tenant_id, id, name, color, created_at)
                VALUES (:tenant, :id, :name, :color, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("tenant", tenant())
            .param("id", label.id())
            .param("name", label.name())
            .param("color", label.color())
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  /** False when another is called so. */
  boolean change(Label label) {
    return jdbc.sql(
                """
                UPDATE label SET name = :name, color = :color
                WHERE tenant_id = :tenant AND id = :id AND NOT EXISTS (
                  SELECT 1 FROM label o WHERE o.tenant_id = :tenant AND o.id <> :id
                    AND lower(o.name) = lower(:name))
                """)
            .param("tenant", tenant())
            .param("id", label.id())
            .param("name", label.name())
            .param("color", label.color())
            .update()
        == 1;
  }

  /** It leaves the conversations that carry it, too. */
  void delete(UUID id) {
    jdbc.sql("DELETE FROM label WHERE tenant_id = :tenant AND id = :id")
        .param("tenant", tenant())
        .param("id", id)
        .update();
  }

  Set<UUID> of(UUID conversation) {
    return jdbc
        .sql(
            """
            SELECT label_id FROM conversation_label
            WHERE tenant_id = :tenant AND conversation_id = :conversation
            """)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .query(UUID.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  void add(UUID conversation, Collection<UUID> labels) {
    for (var label : labels) {
      jdbc.sql(
              """
              INSERT INTO conversation_label (tenant_id, conversation_id, label_id)
              VALUES (:tenant, :conversation, :label)
              ON CONFLICT DO NOTHING
              """)
          .param("tenant", tenant())
          .param("conversation", conversation)
          .param("label", label)
          .update();
    }
  }

  void removeAll(UUID conversation) {
    jdbc.sql(
            """
            DELETE FROM conversation_label
            WHERE tenant_id = :tenant AND conversation_id = :conversation
            """)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .update();
  }

  private UUID tenant() {
    return tenancy.current().value();
  }
}
