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
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

  /** The views that each list has. */
  private static final Map<String, Set<String>> VIEWS =
      new TreeMap<>(Map.of("inbox", InboxFilter.VIEWS.keySet(), "contacts", Set.of("all")));

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  SavedViewController(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * @param list which list it is of; left out for the inbox
   * @param view the view's word; contacts have all alone
   * @param search what narrows it, as it stands in the address after the question mark
   */
  record Request(
      @Schema(allowableValues = {"inbox", "contacts"}) @Nullable String list,
      @NotNull @Nullable String name,
      @NotNull @Nullable String view,
      @Nullable String search) {}

  record Item(UUID id, String list, String name, String view, String search) {}

  record Items(List<Item> items) {}

  @GetMapping
  @Requires(Permission.CONTACTS_SEE)
  @Transactional(readOnly = true)
  public Items list(Caller caller) {
    return new Items(
        jdbc.sql(
                """
                SELECT id, list, name, view, search FROM saved_view
                WHERE tenant_id = :tenant AND member_id = :member ORDER BY lower(name), id
                """)
            .param("tenant", tenancy.current().value())
            .param("member", caller.member())
            .query(Item.class)
            .list());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.CONTACTS_SEE)
  @Transactional
  public Item add(Caller caller, @RequestBody Request request) {
    var list = Optional.ofNullable(request.list()).orElse("inbox");
    var views = VIEWS.get(list);
    if (views == null) {
      throw new Invalid("list", Texts.say("saved-view.list", String.join(", ", VIEWS.keySet())));
    }
    var item =
        new Item(
            Ids.next(),
            list,
            text("name", request.name(), 1, LONGEST_NAME),
            text("view", request.view(), 1, LONGEST_NAME),
            text("search", request.search(), 0, LONGEST_SEARCH));
    if (!views.contains(item.view())) {
      throw new Invalid("view", Texts.say("conversation.view", String.join(", ", views)));
    }
    jdbc.sql(
            """
            INSERT INTO saved_view (tenant_id, id, member_id, list, name, view, search, created_at)
            VALUES (:tenant, :id, :member, :list, :name, :view, :search, :now)
            """)
        .param("tenant", tenancy.current().value())
        .param("id", item.id())
        .param("member", caller.member())
        .param("list", item.list())
        .param("name", item.name())
        .param("view", item.view())
        .param("search", item.search())
        .param("now", clock.instant().atOffset(UTC))
        .update();
    return item;
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.CONTACTS_SEE)
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
