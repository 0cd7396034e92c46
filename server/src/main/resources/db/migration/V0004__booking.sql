-- Services, the people who give them, when they work, and whose time is whose. The exclusion
-- constraint on booked_time is what makes a double booking impossible; all other checks are for
-- good answers only.

CREATE TABLE service (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  description text,
  duration_minutes integer NOT NULL CHECK (duration_minutes > 0),
  price_amount bigint CHECK (price_amount >= 0),
  price_currency text,
  buffer_before_minutes integer NOT NULL CHECK (buffer_before_minutes >= 0),
  buffer_after_minutes integer NOT NULL CHECK (buffer_after_minutes >= 0),
  notice_minutes integer NOT NULL CHECK (notice_minutes >= 0),
  horizon_days integer NOT NULL CHECK (horizon_days > 0),
  granularity_minutes integer NOT NULL CHECK (granularity_minutes > 0),
  confirmation text NOT NULL CHECK (confirmation IN ('automatic', 'manual')),
  online boolean NOT NULL,
  -- when it is given, a stretch in each place of the three as in weekly_hours; NULL for all hours
  hours_days smallint[],
  hours_open smallint[],
  hours_close smallint[],
  archived boolean NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CHECK ((price_amount IS NULL) = (price_currency IS NULL)),
  CHECK (cardinality(hours_days) IS NOT DISTINCT FROM cardinality(hours_open)
    AND cardinality(hours_days) IS NOT DISTINCT FROM cardinality(hours_close))
);
CALL control.protect('service');

-- Without a zone the business's; without hours of its own the business's.
CREATE TABLE provider (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  color smallint NOT NULL CHECK (color BETWEEN 1 AND 8),
  zone text,
  own_hours boolean NOT NULL,
  archived boolean NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id)
);
CALL control.protect('provider');

CREATE TABLE provider_service (
  tenant_id uuid NOT NULL,
  provider_id uuid NOT NULL,
  service_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, provider_id, service_id),
  FOREIGN KEY (tenant_id, provider_id) REFERENCES provider (tenant_id, id),
  FOREIGN KEY (tenant_id, service_id) REFERENCES service (tenant_id, id)
);
CREATE INDEX provider_service_by_service ON provider_service (tenant_id, service_id);
CALL control.protect('provider_service');

-- Opening hours by weekday (ISO, Monday is 1) in minutes of the local day; `who` is a provider, or
-- the tenant itself for the business.
CREATE TABLE weekly_hours (
  tenant_id uuid NOT NULL,
  who uuid NOT NULL,
  weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  opens smallint NOT NULL CHECK (opens >= 0),
  closes smallint NOT NULL CHECK (closes > opens AND closes <= 1440),
  PRIMARY KEY (tenant_id, who, weekday, opens),
  FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id)
);
CALL control.protect('weekly_hours');

-- Days that differ. A day with no stretch is closed.
CREATE TABLE special_day (
  tenant_id uuid NOT NULL,
  who uuid NOT NULL,
  day date NOT NULL,
  reason text,
  opens smallint[] NOT NULL,
  closes smallint[] NOT NULL,
  PRIMARY KEY (tenant_id, who, day),
  FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
  CHECK (cardinality(opens) = cardinality(closes))
);
CALL control.protect('special_day');

-- name, phone and e-mail are those of who comes, which need not be the contact who writes;
-- phone_said is the phone as it was typed. made_by: the member who entered it.
CREATE TABLE appointment (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  provider_id uuid NOT NULL,
  contact_id uuid,
  conversation_id uuid,
  status text NOT NULL
    CHECK (status IN ('requested', 'confirmed', 'arrived', 'done', 'no-show', 'cancelled')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  buffer_before_minutes integer NOT NULL CHECK (buffer_before_minutes >= 0),
  buffer_after_minutes integer NOT NULL CHECK (buffer_after_minutes >= 0),
  price_amount bigint,
  price_currency text,
  name text NOT NULL,
  phone_said text,
  phone text,
  email text,
  note text,
  cancel_reason text,
  source text NOT NULL CHECK (source IN ('member', 'assistant', 'public', 'api')),
  made_by uuid,
  request_key text,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, request_key),
  FOREIGN KEY (tenant_id, service_id) REFERENCES service (tenant_id, id),
  FOREIGN KEY (tenant_id, provider_id) REFERENCES provider (tenant_id, id),
  FOREIGN KEY (tenant_id, contact_id) REFERENCES contact (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CREATE INDEX appointment_by_start ON appointment (tenant_id, starts_at);
CREATE INDEX appointment_by_contact ON appointment (tenant_id, contact_id, starts_at);
CREATE INDEX appointment_by_provider ON appointment (tenant_id, provider_id, created_at);
CALL control.protect('appointment');

-- A time kept for a holder until it books, or until the clock passes `until`; `over` once calendars
-- were told that it has. moves_id: the appointment that would move there, which keeps its own time
-- meanwhile.
CREATE TABLE hold (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  holder uuid NOT NULL,
  service_id uuid NOT NULL,
  provider_id uuid NOT NULL,
  moves_id uuid,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  until timestamptz NOT NULL,
  source text NOT NULL CHECK (source IN ('member', 'assistant', 'public', 'api')),
  over boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, service_id) REFERENCES service (tenant_id, id),
  FOREIGN KEY (tenant_id, provider_id) REFERENCES provider (tenant_id, id),
  FOREIGN KEY (tenant_id, moves_id) REFERENCES appointment (tenant_id, id)
);
CREATE INDEX hold_by_holder ON hold (tenant_id, holder);
CREATE INDEX hold_by_end ON hold (tenant_id, until);
CALL control.protect('hold');

-- When a provider takes no bookings. What was kept in it all the same has its own time in the books.
CREATE TABLE time_off (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  provider_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  reason text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, provider_id) REFERENCES provider (tenant_id, id)
);
CREATE INDEX time_off_by_provider ON time_off (tenant_id, provider_id, ends_at);
CALL control.protect('time_off');

-- Whose time is taken, buffers included. An empty range would pass an exclusion constraint, hence
-- the checks.
CREATE TABLE booked_time (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  who uuid NOT NULL,
  during tstzrange NOT NULL,
  state text NOT NULL CHECK (state IN ('held', 'taken')),
  held_until timestamptz,
  hold_id uuid,
  appointment_id uuid,
  time_off_id uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, hold_id) REFERENCES hold (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, appointment_id) REFERENCES appointment (tenant_id, id),
  FOREIGN KEY (tenant_id, time_off_id) REFERENCES time_off (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT booked_time_bounded CHECK (
    NOT isempty(during) AND lower(during) IS NOT NULL AND upper(during) IS NOT NULL
    AND lower_inc(during) AND NOT upper_inc(during)),
  CONSTRAINT booked_time_owner CHECK (
    (state = 'held' AND hold_id IS NOT NULL AND held_until IS NOT NULL
      AND num_nonnulls(appointment_id, time_off_id) = 0)
    OR (state = 'taken' AND hold_id IS NULL AND held_until IS NULL
      AND num_nonnulls(appointment_id, time_off_id) = 1)),
  CONSTRAINT booked_time_no_overlap
    EXCLUDE USING gist (tenant_id WITH =, who WITH =, during WITH &&)
);
CREATE INDEX booked_time_by_appointment ON booked_time (tenant_id, appointment_id);
CREATE INDEX booked_time_by_time_off ON booked_time (tenant_id, time_off_id)
  WHERE time_off_id IS NOT NULL;
CREATE INDEX booked_time_by_hold ON booked_time (tenant_id, hold_id);
CALL control.protect('booked_time');
