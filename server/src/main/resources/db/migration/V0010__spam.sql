-- What a member has put among spam: in no other view, and answered by nobody of itself.

ALTER TABLE conversation
  DROP CONSTRAINT conversation_status_check,
  ADD CONSTRAINT conversation_status_check CHECK (status IN ('open', 'snoozed', 'closed', 'spam'));
