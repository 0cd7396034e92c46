-- What the agent keeps: the state of each dialogue, every run with its tool calls and model calls,
-- and the changes it proposed.

-- `evidence` holds what the tools of this conversation have said, which later replies may rely on;
-- `failures` counts turns in a row in which the agent did not manage to help.
CREATE TABLE dialogue (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  state jsonb NOT NULL,
  evidence jsonb NOT NULL,
  failures integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id)
);
CALL control.protect('dialogue');

-- One attempt at a turn. The id follows from the first message it answers, so that a turn run again
-- after a crash is the same run. `sources` are the facts of the business that the reply rests on.
CREATE TABLE agent_run (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  newest_seq bigint NOT NULL,
  mind text NOT NULL,
  intent text NOT NULL,
  language text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('answered', 'repaired', 'replaced', 'handed-off')),
  sources jsonb NOT NULL,
  millis integer NOT NULL,
  correlation_id text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX agent_run_by_conversation ON agent_run (tenant_id, conversation_id, at);
CALL control.protect('agent_run');

CREATE TABLE tool_call (
  tenant_id uuid NOT NULL,
  run_id uuid NOT NULL,
  call integer NOT NULL,
  name text NOT NULL,
  arguments jsonb NOT NULL,
  outcome text NOT NULL,
  millis integer NOT NULL,
  PRIMARY KEY (tenant_id, run_id, call),
  FOREIGN KEY (tenant_id, run_id) REFERENCES agent_run (tenant_id, id) ON DELETE CASCADE
);
CALL control.protect('tool_call');

-- What a run would do in the books and remember, once a member uses one of its drafts. `what` holds the
-- steps, which are done again then, and the dialogue as it stands once the draft has been sent.
CREATE TABLE rehearsal (
  tenant_id uuid NOT NULL,
  run_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  newest_seq bigint NOT NULL,
  what jsonb NOT NULL,
  used boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, run_id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES agent_run (tenant_id, id) ON DELETE CASCADE
);
CALL control.protect('rehearsal');

-- A ledger: rows are added, never changed. cost_micros are millionths of a US dollar.
CREATE TABLE model_usage (
  tenant_id uuid NOT NULL,
  run_id uuid NOT NULL,
  call integer NOT NULL,
  provider text NOT NULL,
  model text NOT NULL,
  input_tokens bigint NOT NULL,
  cached_tokens bigint NOT NULL,
  output_tokens bigint NOT NULL,
  cost_micros bigint NOT NULL,
  millis integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('answered', 'failed', 'cancelled')),
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, run_id, call)
);
CREATE INDEX model_usage_by_time ON model_usage (tenant_id, at);
CALL control.protect('model_usage');

-- A change the agent has proposed; it is committed at most once, and only after a message later than
-- made_at_seq accepted it. `stated`: the reply that went out named the deal. conversation_id is empty
-- for proposals made through the API.
CREATE TABLE proposal (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  conversation_id uuid,
  contact_id uuid NOT NULL,
  made_at_seq bigint NOT NULL,
  change jsonb NOT NULL,
  deal jsonb NOT NULL,
  hold_id uuid,
  until timestamptz NOT NULL,
  stated boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'committed', 'withdrawn')),
  appointment_id uuid,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX proposal_by_contact ON proposal (tenant_id, contact_id) WHERE state = 'open';
CALL control.protect('proposal');
