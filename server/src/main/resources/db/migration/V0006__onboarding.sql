-- How far a business has come in its set-up.
CREATE TABLE setup (
  tenant_id uuid PRIMARY KEY,
  step text NOT NULL,
  completed text[] NOT NULL,
  template text,
  -- what the template made, so that choosing another one takes it back
  made_services uuid[] NOT NULL,
  made_providers uuid[] NOT NULL,
  live_at timestamptz,
  -- the checklist on Home was put away by hand
  checklist_away boolean NOT NULL,
  FOREIGN KEY (tenant_id) REFERENCES tenant
);
CALL control.protect('setup');
