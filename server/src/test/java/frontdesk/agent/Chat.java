package frontdesk.agent;

import frontdesk.agent.Studio.Salon;
import frontdesk.agent.models.OutsideModels;
import frontdesk.conversations.DraftUse;
import frontdesk.conversations.TurnProgress;
import frontdesk.conversations.TurnRequest;
import frontdesk.conversations.TurnRequest.Said;
import frontdesk.conversations.TurnResult;
import frontdesk.conversations.UsedDraft;
import frontdesk.database.Pipeline;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations with the agent as the mailbox would hold them, without the channels around. */
@TestComponent
class Chat {

  private final FrontDoors doors;
  private final RunStore runs;
  private final Catalog catalog;
  private final UsedDrafts drafts;
  private final Tenancy tenancy;
  private final JdbcClient jdbc;
  private final JdbcOperations operations;

  Chat(
      FrontDoors doors,
      RunStore runs,
      Catalog catalog,
      UsedDrafts drafts,
      Tenancy tenancy,
      JdbcClient jdbc,
      JdbcOperations operations) {
    this.jdbc = jdbc;
    this.operations = operations;
    this.doors = doors;
    this.runs = runs;
    this.catalog = catalog;
    this.drafts = drafts;
    this.tenancy = tenancy;
  }

  Talk begin(Salon salon, UUID contact, OutsideModels models) {
    return begin(salon, contact, models, false);
  }

  Talk begin(Salon salon, UUID contact, OutsideModels models, boolean watched) {
    return new Talk(
        salon,
        contact,
        new Agent(doors, runs, catalog, tenancy, doors.clock(), models),
        Studio.quiet(watched));
  }

  /** The one value that a statement finds in a business. */
  String ask(String sql, TenantId tenant) {
    return doors
        .transactions()
        .execute(
            status -> jdbc.sql(sql).param("tenant", tenant.value()).query(String.class).single());
  }

  final class Talk {

    final UUID conversation = Ids.next();
    private final Salon salon;
    private final UUID contact;
    private final Agent agent;
    private final TurnProgress quiet;
    private final List<Said> history = new ArrayList<>();
    private final List<Said> unanswered = new ArrayList<>();
    private long seq;
    private String mode = "auto";

    private Talk(Salon salon, UUID contact, Agent agent, TurnProgress quiet) {
      this.salon = salon;
      this.contact = contact;
      this.agent = agent;
      this.quiet = quiet;
      tenancy.as(
          salon.tenant().id(),
          () -> doors.transactions().executeWithoutResult(status -> insertConversation()));
    }

    /** A row to refer to; nobody works on it but this talk. */
    private void insertConversation() {
      jdbc.sql(
              """
              INSERT INTO conversation (tenant_id, id, contact_id, channel_id, channel_type, address,
                status, handler, last_at, created_at)
              VALUES (:tenant, :id, :contact, :channel, 'sandbox', :address, 'open', 'ai', now(), now())
              """)
          .param("tenant", salon.tenant().id().value())
          .param("id", conversation)
          .param("contact", contact)
          .param("channel", Ids.next())
          .param("address", conversation.toString())
          .update();
    }

    /** A person sends, the assistant only suggests. */
    Talk suggesting() {
      mode = "suggest";
      return this;
    }

    /** A member sends a draft as it is. */
    DraftUse use(TurnResult drafted) {
      return use(drafted, drafted.reply().orElseThrow().text(), true);
    }

    DraftUse use(TurnResult drafted, String text, boolean mayChange) {
      var run = drafted.reply().orElseThrow().run();
      var draft = new UsedDraft(run, conversation, contact, text, seq, mayChange);
      var came =
          tenancy.as(
              salon.tenant().id(),
              () ->
                  doors
                      .transactions()
                      .execute(
                          status -> {
                            var used = drafts.use(draft);
                            if (used instanceof DraftUse.Refused) {
                              status.setRollbackOnly();
                            }
                            return used;
                          }));
      if (came instanceof DraftUse.Done) {
        answer("member", text);
      }
      return came;
    }

    /** A member writes in words of their own. */
    void answer(String author, String text) {
      history.addAll(unanswered);
      unanswered.clear();
      history.add(new Said(Ids.next(), ++seq, author, text, Instant.now()));
    }

    /** The reply's words. */
    String say(String... texts) {
      return turn(texts).reply().orElseThrow().text();
    }

    TurnResult turn(String... texts) {
      return turn(quiet, texts);
    }

    TurnResult turn(TurnProgress progress, String... texts) {
      var fresh = new ArrayList<Said>();
      for (var text : texts) {
        fresh.add(new Said(Ids.next(), ++seq, "contact", text, Instant.now()));
      }
      return turn(progress, fresh);
    }

    /** A message of another kind than text. */
    TurnResult send(String kind, String text) {
      return turn(
          quiet, List.of(new Said(Ids.next(), ++seq, "contact", kind, text, Instant.now())));
    }

    private TurnResult turn(TurnProgress progress, List<Said> fresh) {
      unanswered.addAll(fresh);
      var request =
          new TurnRequest(
              conversation,
              contact,
              "sandbox",
              "",
              Optional.empty(),
              Optional.empty(),
              List.copyOf(unanswered),
              List.copyOf(history),
              seq,
              history.stream().noneMatch(said -> said.author().equals("ai")),
              mode,
              "test");
      return tenancy.as(
          salon.tenant().id(),
          () -> {
            var turn =
                doors.transactions().execute(status -> agent.prepare(List.of(request))).getFirst();
            var result = turn.run(progress);
            doors
                .transactions()
                .executeWithoutResult(
                    status -> {
                      var pipeline = new Pipeline(operations);
                      result.inTransaction().accept(pipeline);
                      pipeline.send();
                    });
            if (mode.equals("auto")) {
              result
                  .reply()
                  .ifPresentOrElse(
                      reply -> answer("ai", reply.text()),
                      () -> {
                        history.addAll(unanswered);
                        unanswered.clear();
                      });
            }
            return result;
          });
    }
  }
}
