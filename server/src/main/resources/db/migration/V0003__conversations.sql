-- Contacts, conversations, messages, the mailbox, channels and the journal.

CREATE TABLE contact (
  tenant_id uuid NOT NULL REFERENCES tenant (tenant_id),
  id uuid NOT NULL,
  name text NOT NULL DEFAULT '',
  -- what the name is found and put in order by: no accents, no capitals; behind all others without one
  sort_name text COLLATE "C" NOT NULL,
  phone text,
  -- the phone is the visitor's own word: it is shown, and tells nobody who they are
  phone_said boolean NOT NULL DEFAULT false,
  email text,
  language text,
  notes text NOT NULL DEFAULT '',
  blocked boolean NOT NULL DEFAULT false,
  -- turned out to be the same person as this one, who has all that was theirs
  merged_into uuid,
  created_at timestamptz NOT NULL,
  -- they wrote, or came to be known; some minutes late at most
  last_seen_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, merged_into) REFERENCES contact (tenant_id, id)
);
CREATE INDEX contact_phone ON contact (tenant_id, phone);
CREATE INDEX contact_email ON contact (tenant_id, lower(email)) WHERE email IS NOT NULL;
CREATE INDEX contact_created ON contact (tenant_id, created_at DESC, id DESC);
CREATE INDEX contact_seen ON contact (tenant_id, last_seen_at DESC, id DESC);
CREATE INDEX contact_name ON contact (tenant_id, sort_name, id);
CALL control.protect('contact');

-- How a channel knows a contact. The phone is empty where the channel has none.
CREATE TABLE contact_identity (
  tenant_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  address text NOT NULL,
  contact_id uuid NOT NULL,
  name text NOT NULL,
  phone text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, channel_id, address),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contact (tenant_id, id)
);
CREATE INDEX contact_identity_contact ON contact_identity (tenant_id, contact_id);
CALL control.protect('contact_identity');

-- Two contacts who were made one, and what is needed to part them again.
CREATE TABLE contact_merge (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kept_id uuid NOT NULL,
  gone_id uuid NOT NULL,
  -- what was known of the one kept, before and since
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  -- what was the other's: keys of rows by their kind
  passed jsonb NOT NULL,
  at timestamptz NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, kept_id) REFERENCES contact (tenant_id, id),
  FOREIGN KEY (tenant_id, gone_id) REFERENCES contact (tenant_id, id)
);
CREATE INDEX contact_merge_kept ON contact_merge (tenant_id, kept_id);
CALL control.protect('contact_merge');

CREATE TABLE conversation (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  contact_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  channel_type text NOT NULL,
  address text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'snoozed', 'closed')),
  handler text NOT NULL CHECK (handler IN ('ai', 'person')),
  ai_mode text CHECK (ai_mode IN ('auto', 'suggest', 'off')),
  ai_paused_until timestamptz,
  assignee_id uuid,
  needs_person_since timestamptz,
  needs_person_reason text,
  -- an appointment came of it
  led_to_booking boolean NOT NULL DEFAULT false,
  -- unless somebody opens it before this, those who run the business are told
  escalate_at timestamptz,
  -- what was said before this led to a handoff that is settled
  talk_from_seq bigint NOT NULL DEFAULT 1,
  snoozed_until timestamptz,
  blocked boolean NOT NULL DEFAULT false,
  ownership_version bigint NOT NULL DEFAULT 0,
  next_seq bigint NOT NULL DEFAULT 1,
  -- of the newest inbound message that a finished turn has seen
  answered_seq bigint NOT NULL DEFAULT 0,
  ai_replies int NOT NULL DEFAULT 0,
  last_inbound_at timestamptz,
  last_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, channel_id, address),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contact (tenant_id, id)
) WITH (fillfactor = 80);
CREATE INDEX conversation_recent ON conversation (tenant_id, last_at DESC, id DESC);
CREATE INDEX conversation_asleep ON conversation (tenant_id, id)
  WHERE snoozed_until IS NOT NULL OR ai_paused_until IS NOT NULL OR escalate_at IS NOT NULL;
CREATE INDEX conversation_contact ON conversation (tenant_id, contact_id);
CALL control.protect('conversation');

CREATE TABLE message (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  seq bigint NOT NULL,
  author text NOT NULL CHECK (author IN ('contact', 'ai', 'member', 'system')),
  kind text NOT NULL,
  text text NOT NULL,
  status text NOT NULL CHECK (status IN
    ('received', 'queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'uncertain', 'cancelled')),
  -- the sender's message id in, the provider's id out
  external_id text,
  member_id uuid,
  run_id uuid,
  at timestamptz NOT NULL,
  sent_at timestamptz,
  -- choices, sources, attachments, event: what the kind needs, as JSON
  details jsonb,
  failure_code text,
  failure_reason text,
  attempts int NOT NULL DEFAULT 0,
  -- when a queued message may be tried; empty otherwise
  due_at timestamptz,
  correlation_id text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, conversation_id, seq),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CREATE UNIQUE INDEX message_external ON message (tenant_id, channel_id, external_id)
  WHERE external_id IS NOT NULL;
CREATE INDEX message_waiting ON message (tenant_id, conversation_id, seq)
  WHERE status IN ('queued', 'sending');
CREATE INDEX message_failed ON message (tenant_id, conversation_id)
  WHERE status IN ('failed', 'uncertain');
CREATE INDEX message_note ON message (tenant_id, conversation_id) WHERE kind = 'note';
CREATE INDEX message_words ON message USING gin (tenant_id, to_tsvector('simple', text));
CALL control.protect('message');

-- Which conversations wait for a turn: only what can run stands here.
CREATE TABLE mailbox (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  ready_at timestamptz NOT NULL,
  -- how often a new message has moved ready_at
  slides int NOT NULL DEFAULT 0,
  newest_seq bigint NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  lease_until timestamptz,
  -- of the worker that has it; one whose claim is not this writes nothing
  claim uuid,
  PRIMARY KEY (tenant_id, conversation_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX mailbox_ready ON mailbox (tenant_id, ready_at);
CALL control.protect('mailbox');

-- What each member has seen of a conversation.
CREATE TABLE conversation_read (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  member_id uuid NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id, member_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CALL control.protect('conversation_read');

-- How a business sorts its conversations.
CREATE TABLE label (
  tenant_id uuid NOT NULL REFERENCES tenant (tenant_id),
  id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
  -- one of the eight colours of the palette
  color int NOT NULL CHECK (color BETWEEN 1 AND 8),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX label_name ON label (tenant_id, lower(name));
CALL control.protect('label');

CREATE TABLE conversation_label (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  label_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id, label_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id),
  FOREIGN KEY (tenant_id, label_id) REFERENCES label (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX conversation_label_label ON conversation_label (tenant_id, label_id);
CALL control.protect('conversation_label');

-- What a member has begun to write and not sent.
CREATE TABLE draft (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  member_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('reply', 'note')),
  text text NOT NULL,
  -- raised by every change, so that a browser knows whether its own copy is the newest
  version bigint NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id, member_id, kind),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CALL control.protect('draft');

-- A list that a member has put together and comes back to.
CREATE TABLE saved_view (
  tenant_id uuid NOT NULL REFERENCES tenant (tenant_id),
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  list text NOT NULL CHECK (list IN ('inbox', 'contacts')),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
  -- the view's word, and what narrows it as a browser writes it
  view text NOT NULL,
  search text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX saved_view_member ON saved_view (tenant_id, member_id);
CALL control.protect('saved_view');

-- What a member wants sent later.
CREATE TABLE scheduled_message (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  member_id uuid NOT NULL,
  text text NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CREATE INDEX scheduled_message_due ON scheduled_message (tenant_id, due_at);
CALL control.protect('scheduled_message');

-- What a member thinks of an answer of the assistant's.
CREATE TABLE reply_rating (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  message_id uuid NOT NULL,
  member_id uuid NOT NULL,
  good boolean NOT NULL,
  reason text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id, message_id, member_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CALL control.protect('reply_rating');

-- What a customer thought of a conversation once it was closed; the newest word counts.
CREATE TABLE customer_rating (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  score smallint NOT NULL CHECK (score BETWEEN 1 AND 5),
  comment text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CALL control.protect('customer_rating');

-- Something done to many conversations at once.
CREATE TABLE bulk_job (
  tenant_id uuid NOT NULL REFERENCES tenant (tenant_id),
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  action text NOT NULL
    CHECK (action IN ('close', 'reopen', 'assign', 'label', 'unlabel', 'snooze', 'read', 'unread')),
  -- whose, which label, until when; empty where the action needs none
  argument text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CALL control.protect('bulk_job');

CREATE TABLE bulk_item (
  tenant_id uuid NOT NULL,
  job_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'done', 'failed', 'undo', 'undone')),
  -- how the conversation stood before, for the undo
  before jsonb,
  PRIMARY KEY (tenant_id, job_id, conversation_id),
  FOREIGN KEY (tenant_id, job_id) REFERENCES bulk_job (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CALL control.protect('bulk_item');

-- A delivery status that came before its message was known.
CREATE TABLE parked_status (
  tenant_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  external_id text NOT NULL,
  status text NOT NULL,
  failure_code text,
  failure_reason text,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, channel_id, external_id, status)
);
CALL control.protect('parked_status');

-- Files of messages: those that came are fetched after their message is stored, those that people
-- upload wait for the message they go with.
CREATE TABLE attachment (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  -- empty while an upload waits for its message
  conversation_id uuid,
  message_id uuid,
  content_type text NOT NULL,
  -- the channel's id of the file; nothing for an upload
  reference text NOT NULL,
  -- of an upload: the message it makes, its name, and who may send it
  kind text,
  name text,
  uploaded_by text,
  attempts int NOT NULL DEFAULT 0,
  -- when it may be fetched; empty once it is kept or given up
  due_at timestamptz,
  content bytea,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CREATE INDEX attachment_due ON attachment (tenant_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX attachment_unsent ON attachment (tenant_id, created_at) WHERE message_id IS NULL;
CALL control.protect('attachment');

CREATE TABLE channel (
  tenant_id uuid NOT NULL REFERENCES tenant (tenant_id),
  id uuid NOT NULL,
  type text NOT NULL,
  name text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('auto', 'suggest', 'off')),
  state text NOT NULL CHECK (state IN ('live', 'degraded', 'needs-you', 'blocked', 'off')),
  state_reason text,
  address text,
  settings jsonb NOT NULL DEFAULT '{}',
  -- encrypted; see Secrets
  secrets bytea,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CALL control.protect('channel');

-- One number or page belongs to one tenant.
CREATE TABLE control.channel_address (
  type text NOT NULL,
  address text NOT NULL,
  tenant_id uuid NOT NULL,
  channel_id uuid NOT NULL,
  PRIMARY KEY (type, address)
);

-- A visitor of the chat widget; the token itself is never stored.
CREATE TABLE visitor (
  tenant_id uuid NOT NULL REFERENCES tenant (tenant_id),
  token_hash bytea NOT NULL,
  channel_id uuid NOT NULL,
  address text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, token_hash)
);
CALL control.protect('visitor');

-- What members were told, until they have seen it and for a while after.
CREATE TABLE notification (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  type text NOT NULL CHECK (type IN
    ('handoff', 'handoff-waiting', 'assigned', 'mention', 'message-failed', 'channel-down')),
  -- the conversation or channel it is about
  about_id uuid NOT NULL,
  conversation_id uuid,
  name text NOT NULL,
  reason text NOT NULL,
  times int NOT NULL DEFAULT 1,
  at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenant,
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);
-- the same again, before it was seen, is counted and not listed twice
CREATE UNIQUE INDEX notification_unread
  ON notification (tenant_id, member_id, type, about_id) WHERE read_at IS NULL;
CREATE INDEX notification_newest ON notification (tenant_id, member_id, at DESC, id DESC);
CALL control.protect('notification');

-- Webhooks in and calls out, dropped by the day.
CREATE TABLE journal_entry (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  direction text NOT NULL CHECK (direction IN ('in', 'out')),
  channel text NOT NULL,
  what text NOT NULL,
  status int,
  millis int,
  correlation_id text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant_id, id, at)
) PARTITION BY RANGE (at);
CREATE INDEX journal_entry_recent ON journal_entry (tenant_id, at DESC);
CREATE INDEX journal_entry_correlation ON journal_entry (tenant_id, correlation_id);
CALL control.protect('journal_entry');
CREATE TABLE journal_entry_rest PARTITION OF journal_entry DEFAULT;
CALL control.protect('journal_entry_rest');

-- What came signed and belongs to nobody we know.
CREATE TABLE control.unrouted_webhook (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  channel text NOT NULL,
  correlation_id text NOT NULL,
  body text NOT NULL
);
