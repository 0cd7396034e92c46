package frontdesk.agent.commitments;

import java.util.List;

/** Whether a reply may be sent. */
public sealed interface Verdict {

  /** Everything it claims is on record. */
  record Backed() implements Verdict {}

  /** What it claims without a record. */
  record Unbacked(List<Claim> claims) implements Verdict {}
}
