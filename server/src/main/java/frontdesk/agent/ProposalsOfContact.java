package frontdesk.agent;

import frontdesk.contacts.Belongings;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was proposed to a contact and waits for a yes, when two turn out to be one person. */
@Component
class ProposalsOfContact implements Belongings {

  private final ProposalStore proposals;

  ProposalsOfContact(ProposalStore proposals) {
    this.proposals = proposals;
  }

  @Override
  public String kind() {
    return "proposal";
  }

  @Override
  public List<String> pass(UUID from, UUID to) {
    return proposals.pass(from, to).stream().map(UUID::toString).toList();
  }

  @Override
  public void giveBack(Passed passed, UUID from, UUID to) {
    proposals.giveBack(passed.ids(CONVERSATIONS), from, to);
  }
}
