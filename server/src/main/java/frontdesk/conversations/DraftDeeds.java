package frontdesk.conversations;

/**
 * What a draft of the assistant's says is done, done when a member uses it. Implemented by the
 * agent.
 */
public interface DraftDeeds {

  /** In the transaction that stores the reply, which a refusal undoes as a whole. */
  DraftUse use(UsedDraft draft);
}
