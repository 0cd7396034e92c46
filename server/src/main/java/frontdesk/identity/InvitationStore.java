package frontdesk.identity;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Invitations of a business, and the links that lead to them from outside. */
@Repository
class InvitationStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  InvitationStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /**
   * @param mailed whether holding it shows that mails to the address arrive
   */
  record Link(TenantId tenant, UUID invitation, boolean mailed) {}

  /** False when the address has an open one. */
  boolean insert(Invitation invitation) {
    return jdbc.sql(
                """
                INSERT INTO invitation (tenant_id, id, email, role, invited_by, created_at, expires_at)
                VALUES (:tenant, :id, :email, :role, :by, :at, :until)
                ON CONFLICT (tenant_id, email) WHERE closed_at IS NULL DO NOTHING
                """)
            .param("tenant", tenancy.current().value())
            .param("id", invitation.id())
            .param("email", invitation.email())
            .param("role", invitation.role().word())
            .param("by", invitation.invitedBy())
            .param("at", invitation.createdAt().atOffset(UTC))
            .param("until", invitation.expiresAt().atOffset(UTC))
            .update()
        == 1;
  }

  /** Newest first; those that have run out among them, to be sent again. */
  @Transactional(readOnly = true)
  List<Invitation> open() {
    return jdbc.sql(
            """
            SELECT id, email, role, invited_by, created_at, expires_at FROM invitation
            WHERE tenant_id = :tenant AND closed_at IS NULL ORDER BY created_at DESC, id DESC
            """)
        .param("tenant", tenancy.current().value())
        .query(InvitationStore::read)
        .list();
  }

  @Transactional(readOnly = true)
  Optional<Invitation> findOpen(UUID invitation) {
    return jdbc.sql(
            """
            SELECT id, email, role, invited_by, created_at, expires_at FROM invitation
            WHERE tenant_id = :tenant AND id = :id AND closed_at IS NULL
            """)
        .param("tenant", tenancy.current().value())
        .param("id", invitation)
        .query(InvitationStore::read)
        .optional();
  }

  void prolong(UUID invitation, Instant until) {
    jdbc.sql("UPDATE invitation SET expires_at = :until WHERE tenant_id = :tenant AND id = :id")
        .param("until", until.atOffset(UTC))
        .param("tenant", tenancy.current().value())
        .param("id", invitation)
        .update();
  }

  /** False when somebody closed it before: of two who accept at once one does. */
  boolean close(UUID invitation, Instant now) {
    return jdbc.sql(
                """
                UPDATE invitation SET closed_at = :now
                WHERE tenant_id = :tenant AND id = :id AND closed_at IS NULL
                """)
            .param("now", now.atOffset(UTC))
            .param("tenant", tenancy.current().value())
            .param("id", invitation)
            .update()
        == 1;
  }

  void insertLink(byte[] hash, UUID invitation, boolean mailed, Instant now) {
    jdbc.sql(
            """
            INSERT INTO control.invitation_link
              (link_hash, tenant_id, invitation_id, mailed, created_at)
            VALUES (:hash, :tenant, :invitation, :mailed, :now)
            """)
        .param("hash", hash)
        .param("tenant", tenancy.current().value())
        .param("invitation", invitation)
        .param("mailed", mailed)
        .param("now", now.atOffset(UTC))
        .update();
  }

  Optional<Link> findLink(byte[] hash) {
    return jdbc.sql(
            """
            SELECT tenant_id, invitation_id, mailed FROM control.invitation_link
            WHERE link_hash = :hash
            """)
        .param("hash", hash)
        .query(
            (row, n) ->
                new Link(
                    new TenantId(row.getObject("tenant_id", UUID.class)),
                    row.getObject("invitation_id", UUID.class),
                    row.getBoolean("mailed")))
        .optional();
  }

  private static Invitation read(ResultSet row, int n) throws SQLException {
    return new Invitation(
        row.getObject("id", UUID.class),
        row.getString("email"),
        Role.of(row.getString("role")),
        row.getObject("invited_by", UUID.class),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant());
  }
}
