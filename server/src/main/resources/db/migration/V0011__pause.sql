-- How long the assistant stays away from a conversation after a person's last message there.
ALTER TABLE tenant
  ADD COLUMN pause_hours integer NOT NULL DEFAULT 4 CHECK (pause_hours BETWEEN 1 AND 168);
