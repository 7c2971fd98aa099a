-- The third fence of per-event binding (contract 1.2, 1.3): the database itself.
--
-- foyer_event   all work inside one event: sees only the event named by foyer.event_id
-- foyer_system  the few verbs that look across events: gets exactly what those verbs need
-- foyer_search  owns the search function, and may only read participants
--
-- None of them can log in or owns a table. Row-level security is forced, so that even the owner of
-- the tables sees nothing outside the two doors of lib/db.ts.

DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['foyer_event', 'foyer_system', 'foyer_search'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- roles belong to the whole cluster
    END;
    -- Set, not inherited: a policy for a role holds for everybody who inherits from it.
    IF current_setting('server_version_num')::int >= 160000 THEN
      EXECUTE format('GRANT %I TO CURRENT_USER WITH INHERIT FALSE, SET TRUE', role_name);
    ELSE
      ALTER ROLE CURRENT_USER NOINHERIT;
      EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role_name);
  END LOOP;
END $$;

DO $$
DECLARE table_name text;
BEGIN
  FOR table_name IN
    SELECT c.relname FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'event_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY inside_event ON %I TO foyer_event
         USING (event_id = current_setting(''foyer.event_id'', true))
         WITH CHECK (event_id = current_setting(''foyer.event_id'', true))', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO foyer_event', table_name);
  END LOOP;
END $$;

-- An attempt to connect belongs to a browser, not yet to an event: only the system verbs reach it.
REVOKE ALL ON connect_attempts FROM foyer_event;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO foyer_event;

-- Across events: each line names the verb that needs it.
CREATE POLICY across_events ON connections TO foyer_system USING (true);
GRANT SELECT ON connections TO foyer_system; -- schedules, operators' lists, routing of deliveries
CREATE POLICY across_events ON events TO foyer_system USING (true);
GRANT SELECT (event_id, title, starts_at, ends_at, timezone, publish_status) ON events TO foyer_system; -- the list of events of a session
CREATE POLICY across_events ON participant_counts TO foyer_system USING (true);
GRANT SELECT ON participant_counts TO foyer_system; -- the list of events of a session shows how many applications each has
CREATE POLICY across_events ON members TO foyer_system USING (true);
GRANT SELECT, UPDATE (session_hash) ON members TO foyer_system; -- the list of events of a session, and its new id
CREATE POLICY across_events ON connect_attempts TO foyer_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON connect_attempts TO foyer_system;
CREATE POLICY across_events ON deliveries TO foyer_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON deliveries TO foyer_system; -- the inbox before routing
CREATE POLICY across_events ON sync_runs TO foyer_system USING (true);
GRANT SELECT ON sync_runs TO foyer_system; -- schedules
CREATE POLICY across_events ON tokens TO foyer_system USING (true);
GRANT SELECT (event_id, holder, access_expires_at, refresh_expires_at, first_issued_at) ON tokens TO foyer_system; -- schedules, never a ciphertext
CREATE POLICY across_events ON api_calls TO foyer_system USING (true);
GRANT SELECT (event_id, holder, id, started_at), DELETE ON api_calls TO foyer_system; -- forgetting calls older than the budgets
CREATE POLICY across_events ON changes TO foyer_system USING (true);
GRANT SELECT (event_id, seq, at), DELETE ON changes TO foyer_system; -- forgetting changes older than the catch-up
CREATE POLICY across_events ON change_heads TO foyer_system USING (true);
GRANT SELECT ON change_heads TO foyer_system; -- the listener's catch-up
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO foyer_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON worker_heartbeats TO foyer_system;
