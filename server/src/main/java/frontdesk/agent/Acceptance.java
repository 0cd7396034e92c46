package frontdesk.agent;

/** Decides whether the customer has said yes to a proposal. */
interface Acceptance {
  boolean of(ProposalStore.Row proposal);
}
