package frontdesk.channels;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ChannelStore {

  private static final String COLUMNS =
      "id, type, name, mode, state, state_reason, address, settings, secrets, created_at";
  private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final JsonMapper json;
  private final ChannelSecrets secrets;

  ChannelStore(JdbcClient jdbc, Tenancy tenancy, JsonMapper json, ChannelSecrets secrets) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.json = json;
    this.secrets = secrets;
  }

  /** False when the address is another channel's. */
  boolean claimAddress(String type, String address, TenantId tenant, UUID channel) {
    return jdbc.sql(
                """
                INSERT INTO control.channel_address (type, address, tenant_id, channel_id)
                VALUES (:type, :address, :tenant, :channel) ON CONFLICT DO NOTHING
                """)
            .param("type", type)
            .param("address", address)
            .param("tenant", tenant.value())
            .param("channel", channel)
            .update()
        == 1;
  }

  void releaseAddresses(UUID channel) {
    jdbc.sql(
            """
            DELETE FROM control.channel_address
            WHERE tenant_id = :tenant AND channel_id = :channel
            """)
        .param("tenant", tenant())
        .param("channel", channel)
        .update();
  }

  /** The account that a channel belongs to, for what its vendor tells of the whole account. */
  void keepAccount(ConnectedChannel channel) {
    jdbc.sql(
            """
            DELETE FROM control.channel_address
            WHERE tenant_id = :tenant AND channel_id = :channel AND type = :type
            """)
        .param("tenant", tenant())
        .param("channel", channel.id())
        .param("type", accountsOf(channel.type()))
        .update();
    if (channel.settings().get("wabaId") instanceof String account && !account.isBlank()) {
      claimAddress(
          accountsOf(channel.type()),
          account + "/" + channel.id(),
          tenancy.current(),
          channel.id());
    }
  }

  List<Channels.Route> routesOfAccount(String type, String account) {
    return jdbc.sql(
            """
            SELECT tenant_id, channel_id FROM control.channel_address
            WHERE type = :type AND starts_with(address, :account) ORDER BY address
            """)
        .param("type", accountsOf(type))
        .param("account", account + "/")
        .query(ChannelStore::route)
        .list();
  }

  private static String accountsOf(String type) {
    return type + "-account";
  }

  Optional<Channels.Route> route(String type, String address) {
    return jdbc.sql(
            """
            SELECT tenant_id, channel_id FROM control.channel_address
            WHERE type = :type AND address = :address
            """)
        .param("type", type)
        .param("address", address)
        .query(ChannelStore::route)
        .optional();
  }

  private static Channels.Route route(ResultSet row, int n) throws SQLException {
    return new Channels.Route(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        row.getObject("channel_id", UUID.class));
  }

  void insert(ConnectedChannel channel) {
    jdbc.sql(
            """
            INSERT INTO channel (tenant_id, id, type, name, mode, state, address, settings, secrets,
              created_at)
            VALUES (:tenant, :id, :type, :name, :mode, :state, :address, :settings::jsonb, :secrets,
              :at)
            """)
        .param("tenant", tenant())
        .param("id", channel.id())
        .param("type", channel.type())
        .param("name", channel.name())
        .param("mode", channel.mode())
        .param("state", channel.state())
        .param("address", channel.address().orElse(null))
        .param("settings", json.writeValueAsString(channel.settings()))
        .param("secrets", secrets.seal(channel.id(), channel.secrets()))
        .param("at", channel.createdAt().atOffset(UTC))
        .update();
  }

  void update(ConnectedChannel channel) {
    jdbc.sql(
            """
            UPDATE channel SET name = :name, mode = :mode, state = :state, state_reason = :reason,
              settings = :settings::jsonb, secrets = :secrets
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("name", channel.name())
        .param("mode", channel.mode())
        .param("state", channel.state())
        .param("reason", channel.stateReason().orElse(null))
        .param("settings", json.writeValueAsString(channel.settings()))
        .param("secrets", secrets.seal(channel.id(), channel.secrets()))
        .param("tenant", tenant())
        .param("id", channel.id())
        .update();
  }

  void state(UUID id, String state, Optional<String> reason) {
    jdbc.sql(
            """
            UPDATE channel SET state = :state, state_reason = :reason
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("state", state)
        .param("reason", reason.orElse(null))
        .param("tenant", tenant())
        .param("id", id)
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("DELETE FROM channel WHERE tenant_id = :tenant AND id = :id")
        .param("tenant", tenant())
        .param("id", id)
        .update();
  }

  Optional<ConnectedChannel> find(UUID id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM channel WHERE tenant_id = :tenant AND id = :id")
        .param("tenant", tenant())
        .param("id", id)
        .query(this::channel)
        .optional();
  }

  /** The same, joining the transaction around it or in one of its own. */
  @Transactional(readOnly = true)
  public Optional<ConnectedChannel> findAlone(UUID id) {
    return find(id);
  }

  List<ConnectedChannel> all() {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM channel WHERE tenant_id = :tenant ORDER BY created_at, id")
        .param("tenant", tenant())
        .query(this::channel)
        .list();
  }

  private UUID tenant() {
    return tenancy.current().value();
  }

  private ConnectedChannel channel(ResultSet row, int n) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new ConnectedChannel(
        id,
        row.getString("type"),
        row.getString("name"),
        row.getString("mode"),
        row.getString("state"),
        Optional.ofNullable(row.getString("state_reason")),
        Optional.ofNullable(row.getString("address")),
        json.readValue(row.getString("settings"), SETTINGS),
        secrets.open(id, Optional.ofNullable(row.getBytes("secrets"))),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
