package frontdesk.conversations;

import frontdesk.identity.Caller;
import frontdesk.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a member can write to a customer of their own accord. */
@Service
public class CustomerReach {

  private static final int NEWEST = 10;

  private final ConversationStore conversations;
  private final ChannelDirectory channels;
  private final InboxQueries inbox;
  private final MayReply mayReply;
  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  CustomerReach(
      ConversationStore conversations,
      ChannelDirectory channels,
      InboxQueries inbox,
      MayReply mayReply,
      JdbcClient jdbc,
      Tenancy tenancy) {
    this.conversations = conversations;
    this.channels = channels;
    this.inbox = inbox;
    this.mayReply = mayReply;
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /**
   * @param refusal why nothing can be sent there now: blocked, channel-off or window-closed
   */
  public record Reach(
      UUID conversation, String channelType, String channelName, Optional<String> refusal) {}

  /**
   * The conversation that it came of, else the newest with this contact, but first one where
   * something can be sent. Empty where there is none that the member may see.
   */
  @Transactional(readOnly = true)
  public Optional<Reach> find(Optional<UUID> cameOf, Optional<UUID> contact, Caller member) {
    var ids = new ArrayList<UUID>();
    cameOf.ifPresent(ids::add);
    contact.map(this::newestOf).orElse(List.of()).stream()
        .filter(id -> !ids.contains(id))
        .forEach(ids::add);
    var reaches =
        ids.stream()
            .filter(id -> inbox.shows(id, Seeing.of(member)))
            .map(id -> reach(conversations.find(id).orElseThrow()))
            .toList();
    return reaches.stream()
        .filter(reach -> reach.refusal().isEmpty())
        .findFirst()
        .or(() -> reaches.stream().findFirst());
  }

  private Reach reach(Conversation conversation) {
    var answer = mayReply.in(conversation);
    return new Reach(
        conversation.id(),
        conversation.channelType(),
        channels
            .find(conversation.channel())
            .map(ChannelDirectory.ChannelInfo::name)
            .orElse(conversation.channelType()),
        answer == MaySend.Answer.YES ? Optional.empty() : Optional.of(answer.code()));
  }

  private List<UUID> newestOf(UUID contact) {
    return jdbc.sql(
            """
            SELECT id FROM conversation
            WHERE tenant_id = :tenant AND contact_id = :contact
            ORDER BY last_at DESC, id DESC LIMIT :limit
            """)
        .param("tenant", tenancy.current().value())
        .param("contact", contact)
        .param("limit", NEWEST)
        .query(UUID.class)
        .list();
  }
}
