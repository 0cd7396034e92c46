package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists that a member has put together and comes back to; each member's own. */
@RestController
@RequestMapping("/api/saved-views")
class SavedViewController {

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_SEARCH = 2_000;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  SavedViewController(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * @param view the view's word
   * @param search what narrows it, as it stands in the address after the question mark
   */
  record Request(
      @NotNull @Nullable String name, @NotNull @Nullable String view, @Nullable String search) {}

  record Item(UUID id, String name, String view, String search) {}

  record Items(List<Item> items) {}

  @GetMapping
  @Requires(Permission.INBOX_SEE)
  @Transactional(readOnly = true)
  public Items list(Caller caller) {
    return new Items(
        jdbc.sql(
                """
                SELECT id, name, view, search FROM saved_view
                WHERE tenant_id = :tenant AND member_id = :member ORDER BY lower(name), id
                """)
            .param("tenant", tenancy.current().value())
            .param("member", caller.member())
            .query(Item.class)
            .list());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.INBOX_SEE)
  @Transactional
  public Item add(Caller caller, @RequestBody Request request) {
    var item =
        new Item(
            Ids.next(),
            text("name", request.name(), 1, LONGEST_NAME),
            text("view", request.view(), 1, LONGEST_NAME),
            text("search", request.search(), 0, LONGEST_SEARCH));
    if (!InboxFilter.VIEWS.containsKey(item.view())) {
      throw new Invalid(
          "view", Texts.say("conversation.view", String.join(", ", InboxFilter.VIEWS.keySet())));
    }
    jdbc.sql(
            """
            INSERT INTO saved_view (tenant_id, id, member_id, name, view, search, created_at)
            VALUES (:tenant, :id, :member, :name, :view, :search, :now)
            """)
        .param("tenant", tenancy.current().value())
        .param("id", item.id())
        .param("member", caller.member())
        .param("name", item.name())
        .param("view", item.view())
        .param("search", item.search())
        .param("now", clock.instant().atOffset(UTC))
        .update();
    return item;
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.INBOX_SEE)
  @Transactional
  public void delete(Caller caller, @PathVariable UUID id) {
    var deleted =
        jdbc.sql(
                """
                DELETE FROM saved_view
                WHERE tenant_id = :tenant AND id = :id AND member_id = :member
                """)
            .param("tenant", tenancy.current().value())
            .param("id", id)
            .param("member", caller.member())
            .update();
    if (deleted == 0) {
      throw new NotFound("saved view");
    }
  }

  private static String text(String field, @Nullable String said, int shortest, int longest) {
    var text = Optional.ofNullable(said).orElse("").strip();
    if (text.length() < shortest || text.length() > longest) {
      throw new Invalid(field, Texts.say("saved-view.length", shortest, longest));
    }
    return text;
  }
}
