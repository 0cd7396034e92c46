-- Accounts sign in and live in `control`; members are their places in tenants and live with the
-- tenant's rows. Both worlds know each other by id, without a foreign key across.

CREATE TABLE control.account (
  account_id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  password_hash text NOT NULL,
  locale text NOT NULL,
  created_at timestamptz NOT NULL,
  -- that mails to the address reach the person
  email_verified_at timestamptz,
  -- how the person likes the screens, in every business
  preferences jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE control.membership (
  account_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  member_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, tenant_id)
);

-- Whoever runs the platform; apart from tenants.
CREATE TABLE control.platform_administrator (
  account_id uuid PRIMARY KEY REFERENCES control.account,
  created_at timestamptz NOT NULL
);

-- A sign-in on one device: the family of its refresh tokens.
CREATE TABLE control.session (
  session_id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES control.account,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  user_agent text NOT NULL,
  address text NOT NULL,
  ended_at timestamptz,
  ended_because text
);
CREATE INDEX session_account ON control.session (account_id) WHERE ended_at IS NULL;

-- Each is good for one use; a second use long after the first ends the family.
CREATE TABLE control.refresh_token (
  token_hash bytea PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES control.session ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX refresh_token_session ON control.refresh_token (session_id);

-- What a secret of ours allows, once: a new password, a verified address, a sign-in by mail, or the
-- second step of one.
CREATE TABLE control.link (
  link_hash bytea PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('reset', 'verify', 'sign-in', 'second-factor')),
  account_id uuid NOT NULL REFERENCES control.account,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX link_account ON control.link (account_id, purpose);

-- An authenticator app's secret, sealed. Not confirmed until a first code of it was right.
CREATE TABLE control.second_factor (
  account_id uuid PRIMARY KEY REFERENCES control.account,
  secret bytea NOT NULL,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  -- the half minute of the last code that was taken: none is taken twice
  last_step bigint NOT NULL
);

-- For when the app is lost; each is good for one sign-in.
CREATE TABLE control.recovery_code (
  account_id uuid NOT NULL REFERENCES control.account,
  code_hash bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, code_hash)
);

-- Where the second factor need not be shown for a while.
CREATE TABLE control.trusted_device (
  device_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES control.account,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX trusted_device_account ON control.trusted_device (account_id);

CREATE TABLE control.api_key (
  key_hash bytea PRIMARY KEY,
  key_id uuid NOT NULL UNIQUE,
  tenant_id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX api_key_tenant ON control.api_key (tenant_id);

CREATE TABLE member (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
  role text NOT NULL
    CHECK (role IN ('owner', 'manager', 'operator', 'order_manager', 'accountant')),
  -- of the inbox an operator then sees what is theirs or nobody's
  own_conversations_only boolean NOT NULL DEFAULT false,
  -- the provider whose calendar an operator then sees; of the others' only that they are busy
  own_calendar uuid,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz,
  -- left, with the name still known to what they wrote
  deactivated_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, account_id),
  FOREIGN KEY (tenant_id) REFERENCES tenant
);
CALL control.protect('member');

-- Who is asked to join. Closed when accepted or revoked.
CREATE TABLE invitation (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  role text NOT NULL
    CHECK (role IN ('owner', 'manager', 'operator', 'order_manager', 'accountant')),
  invited_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenant,
  FOREIGN KEY (tenant_id, invited_by) REFERENCES member
);
CREATE UNIQUE INDEX invitation_open ON invitation (tenant_id, email) WHERE closed_at IS NULL;
CALL control.protect('invitation');

-- Where a link to an invitation leads.
CREATE TABLE control.invitation_link (
  link_hash bytea PRIMARY KEY,
  tenant_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  -- sent to the address: following it proves that mails arrive there
  mailed boolean NOT NULL,
  created_at timestamptz NOT NULL
);

-- Who did what, before and after; only ever added to.
CREATE TABLE audit_entry (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL CHECK (actor IN ('member', 'ai', 'contact', 'system', 'platform')),
  member_id uuid,
  action text NOT NULL,
  subject text NOT NULL,
  subject_id uuid,
  before jsonb,
  after jsonb,
  address text,
  correlation_id text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenant
);
CREATE INDEX audit_entry_at ON audit_entry (tenant_id, at DESC, id DESC);
CREATE INDEX audit_entry_subject ON audit_entry (tenant_id, subject_id, at DESC);
CALL control.protect('audit_entry');

-- The first answer to a request that named an Idempotency-Key, for its repeats. No status yet: it is
-- being worked on. `changed` is set by the transaction that changes something for it, so that a crash
-- before the answer is kept does not let a repeat change it again.
CREATE TABLE idempotent_answer (
  tenant_id uuid NOT NULL,
  caller text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  begun_at timestamptz NOT NULL,
  changed boolean NOT NULL DEFAULT false,
  status int,
  content_type text,
  location text,
  body bytea,
  PRIMARY KEY (tenant_id, caller, key),
  FOREIGN KEY (tenant_id) REFERENCES tenant
);
CREATE INDEX idempotent_answer_begun_at ON idempotent_answer (tenant_id, begun_at);
CALL control.protect('idempotent_answer');
