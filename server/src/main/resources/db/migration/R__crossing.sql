-- The only paths that cross tenants: functions of the role frontdesk_crossing, each named in the
-- catalogue test. That role sees just the tables named here, through a policy of its own.
GRANT USAGE, CREATE ON SCHEMA crossing TO "${crossing}";
GRANT USAGE ON SCHEMA public, control TO "${crossing}";
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA crossing FROM PUBLIC;
