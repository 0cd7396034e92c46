package frontdesk.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.channels.Channels;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A conversation as a text to keep. */
@DatabaseTest
class TranscriptTests {

  @Autowired private TestApi api;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;

  private Client owner;
  private String conversation;

  @BeforeEach
  void aTalk() {
    owner = api.owner();
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("sandbox", "Try it", Optional.empty(), Map.of(), Map.of()));
    conversation =
        "/api/conversations/"
            + owner
                .post(
                    "/api/sandbox/messages", Map.of("text", "Is there parking?", "clientId", "c1"))
                .json()
                .path("conversationId")
                .asString();
  }

  @Test
  void holdsWhatWasSaidToEachOtherAndNoNotes() {
    owner.post(conversation + "/takeover", null);
    owner.post(conversation + "/messages", Map.of("text", "Behind the house.\nIt is free."));
    owner.post(conversation + "/notes", Map.of("text", "asks every time"));

    var saved = owner.get(conversation + "/transcript");

    assertThat(saved.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(saved.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(saved.body())
        .contains("Ada Test: Is there parking?", "Behind the house.\n        It is free.")
        .doesNotContain("asks every time");
  }

  @Test
  void isWrittenInTheLanguageOfWhoAsks() {
    var saved = owner.get(conversation + "/transcript", "Accept-Language", "it");

    assertThat(saved.body()).startsWith("Conversazione di Ada Test con");
  }

  @Test
  void isForOwnersAndManagersAndIsPutDown() {
    owner.get(conversation + "/transcript");

    assertThat(owner.get("/api/audit").body()).contains("conversation.exported");
    var operator = api.member(owner.tenant(), Role.OPERATOR);
    assertThat(operator.get(conversation + "/transcript").status()).isEqualTo(403);
    assertThat(api.owner().get(conversation + "/transcript").status()).isEqualTo(404);
  }
}
