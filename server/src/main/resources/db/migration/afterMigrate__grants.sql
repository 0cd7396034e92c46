-- The runtime role reads and writes rows and owns nothing; the crossing role owns its functions.
GRANT USAGE ON SCHEMA public, control, crossing TO "${runtime}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, control TO "${runtime}";
REVOKE ALL ON TABLE public.flyway_schema_history FROM "${runtime}";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA crossing TO "${runtime}";
