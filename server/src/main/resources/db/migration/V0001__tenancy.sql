-- Tenants, and what is unique over all of them. Tables of tenants live in `public` and start every
-- key with tenant_id; what must be unique everywhere lives in `control`, which they never join.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE SCHEMA control;
-- The few functions that cross tenants; see R__crossing.sql.
CREATE SCHEMA crossing;

-- Puts a table under forced row-level security: no tenant named, no rows.
CREATE PROCEDURE control.protect(tenant_table regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format(
    'CREATE POLICY own_rows ON %s TO PUBLIC
       USING (tenant_id = nullif(current_setting(''frontdesk.tenant'', true), '''')::uuid)
       WITH CHECK (tenant_id = nullif(current_setting(''frontdesk.tenant'', true), '''')::uuid)',
    tenant_table);
END $$;

CREATE TABLE control.slug (
  slug text PRIMARY KEY CHECK (slug ~ '^[a-z0-9-]+$'),
  tenant_id uuid NOT NULL
);

CREATE TABLE tenant (
  tenant_id uuid PRIMARY KEY,
  slug text NOT NULL,
  name text NOT NULL,
  zone text NOT NULL,
  country text NOT NULL,
  currency text NOT NULL,
  locale text NOT NULL,
  plan text NOT NULL,
  status text NOT NULL CHECK (status IN ('active', 'suspended')),
  industry text,
  address text,
  phone text,
  email text,
  website text,
  disclosure_en text,
  disclosure_it text,
  -- off: the assistant answers nobody, whatever channels and conversations say
  assistant_on boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL
);
CALL control.protect('tenant');

-- db-scheduler's own table (its documented layout); it holds no tenant's data.
CREATE TABLE control.scheduled_tasks (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  priority smallint,
  state text,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON control.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON control.scheduled_tasks (last_heartbeat);

-- Mails asked for and not yet sent: to whom and about what, never their words. Without a due time it
-- was given up.
CREATE TABLE control.mail (
  mail_id uuid PRIMARY KEY,
  kind text NOT NULL,
  address text NOT NULL,
  about jsonb NOT NULL,
  asked_at timestamptz NOT NULL,
  due_at timestamptz,
  attempts int NOT NULL,
  problem text
);
CREATE INDEX mail_due_at ON control.mail (due_at) WHERE due_at IS NOT NULL;
