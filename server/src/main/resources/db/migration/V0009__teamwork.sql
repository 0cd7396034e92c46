-- What the team shares among itself.

-- A text that is written again and again.
CREATE TABLE saved_reply (
  tenant_id uuid NOT NULL REFERENCES tenant (tenant_id),
  id uuid NOT NULL,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 60),
  text text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX saved_reply_title ON saved_reply (tenant_id, lower(title));
CALL control.protect('saved_reply');
