-- The only paths that cross tenants: functions of the role frontdesk_crossing, each named in the
-- catalogue test. That role sees just the tables named here, through a policy of its own.
GRANT USAGE, CREATE ON SCHEMA crossing TO "${crossing}";
GRANT USAGE ON SCHEMA public, control TO "${crossing}";
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA crossing FROM PUBLIC;

-- conversations: which tenants have something to do
DROP POLICY IF EXISTS crossing_reads ON mailbox;
CREATE POLICY crossing_reads ON mailbox FOR SELECT TO "${crossing}" USING (true);
DROP POLICY IF EXISTS crossing_reads ON message;
CREATE POLICY crossing_reads ON message FOR SELECT TO "${crossing}" USING (true);
DROP POLICY IF EXISTS crossing_reads ON journal_entry;
CREATE POLICY crossing_reads ON journal_entry FOR SELECT TO "${crossing}" USING (true);
GRANT SELECT ON mailbox, message, journal_entry TO "${crossing}";

CREATE OR REPLACE FUNCTION crossing.tenants_with_turns(at timestamptz)
RETURNS TABLE (tenant_id uuid, oldest timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT b.tenant_id, min(b.ready_at) FROM mailbox b
    WHERE b.ready_at <= at AND (b.lease_until IS NULL OR b.lease_until < clock_timestamp())
    GROUP BY b.tenant_id;
END $$;
ALTER FUNCTION crossing.tenants_with_turns OWNER TO "${crossing}";

-- what is queued and due, and what has been `sending` since before a time
CREATE OR REPLACE FUNCTION crossing.tenants_with_sends(due timestamptz, sending_since timestamptz)
RETURNS TABLE (tenant_id uuid, stuck boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT m.tenant_id, bool_or(m.status = 'sending') FROM message m
    WHERE m.status IN ('queued', 'sending')
      AND (m.status = 'queued' AND m.due_at <= due OR m.status = 'sending' AND m.sent_at < sending_since)
    GROUP BY m.tenant_id;
END $$;
ALTER FUNCTION crossing.tenants_with_sends OWNER TO "${crossing}";

-- files that came with messages and are to be fetched
DROP POLICY IF EXISTS crossing_reads ON attachment;
CREATE POLICY crossing_reads ON attachment FOR SELECT TO "${crossing}" USING (true);
GRANT SELECT ON attachment TO "${crossing}";
CREATE OR REPLACE FUNCTION crossing.tenants_with_files(at timestamptz)
RETURNS TABLE (tenant_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT DISTINCT a.tenant_id FROM attachment a WHERE a.due_at <= at;
END $$;
ALTER FUNCTION crossing.tenants_with_files OWNER TO "${crossing}";

CREATE OR REPLACE FUNCTION crossing.logs(
  of_tenant uuid, of_channel text, of_correlation text, before timestamptz, before_id uuid, most int)
RETURNS SETOF journal_entry
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT * FROM journal_entry j
    WHERE (of_tenant IS NULL OR j.tenant_id = of_tenant)
      AND (of_channel IS NULL OR j.channel = of_channel)
      AND (of_correlation IS NULL OR j.correlation_id = of_correlation)
      AND (before IS NULL OR (j.at, j.id) < (before, before_id))
    ORDER BY j.at DESC, j.id DESC LIMIT most;
END $$;
ALTER FUNCTION crossing.logs OWNER TO "${crossing}";

-- conversations whose snooze or pause has run out, or that nobody opened in time
DROP POLICY IF EXISTS crossing_reads ON conversation;
CREATE POLICY crossing_reads ON conversation FOR SELECT TO "${crossing}" USING (true);
GRANT SELECT ON conversation TO "${crossing}";
CREATE OR REPLACE FUNCTION crossing.conversations_to_wake(at timestamptz, most int)
RETURNS TABLE (tenant_id uuid, conversation_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT v.tenant_id, v.id FROM conversation v
    WHERE v.snoozed_until <= at OR v.ai_paused_until <= at OR v.escalate_at <= at LIMIT most;
END $$;
ALTER FUNCTION crossing.conversations_to_wake OWNER TO "${crossing}";

-- conversations: who has something to be sent that was written for later
DROP POLICY IF EXISTS crossing_reads ON scheduled_message;
CREATE POLICY crossing_reads ON scheduled_message FOR SELECT TO "${crossing}" USING (true);
GRANT SELECT ON scheduled_message TO "${crossing}";
CREATE OR REPLACE FUNCTION crossing.tenants_with_scheduled(at timestamptz)
RETURNS TABLE (tenant_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT DISTINCT s.tenant_id FROM scheduled_message s WHERE s.due_at <= at;
END $$;
ALTER FUNCTION crossing.tenants_with_scheduled OWNER TO "${crossing}";

-- booking: whose holds have run out without a word, or so long ago that nobody comes for them
DROP POLICY IF EXISTS crossing_reads ON hold;
CREATE POLICY crossing_reads ON hold FOR SELECT TO "${crossing}" USING (true);
GRANT SELECT ON hold TO "${crossing}";
CREATE OR REPLACE FUNCTION crossing.tenants_with_holds_over(at timestamptz, long_ago timestamptz)
RETURNS TABLE (tenant_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT DISTINCT h.tenant_id FROM hold h
    WHERE (h.until <= at AND NOT h.over) OR h.until <= long_ago;
END $$;
ALTER FUNCTION crossing.tenants_with_holds_over OWNER TO "${crossing}";

-- Owned by the schema's owner, since only that may add partitions: the journal's days ahead.
CREATE OR REPLACE FUNCTION crossing.make_journal_days(first date, days int)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  day date;
  part text;
BEGIN
  FOR n IN 0 .. days - 1 LOOP
    day := first + n;
    part := 'journal_entry_' || to_char(day, 'YYYYMMDD');
    IF to_regclass('public.' || part) IS NULL THEN
      EXECUTE format('CREATE TABLE public.%I PARTITION OF public.journal_entry
        FOR VALUES FROM (%L) TO (%L)', part, day::timestamp AT TIME ZONE 'UTC',
        (day + 1)::timestamp AT TIME ZONE 'UTC');
      EXECUTE format('CALL control.protect(%L)', 'public.' || part);
    END IF;
  END LOOP;
END $$;
SELECT crossing.make_journal_days((now() AT TIME ZONE 'UTC')::date, 7);
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA crossing FROM PUBLIC;
