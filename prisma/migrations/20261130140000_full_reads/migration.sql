-- Which rows the pages of a full read have shown, while it is on; and what a complete one says of a whole list, so that
-- rows that are as they were need not be written.
CREATE TABLE sync_pages (
  event_id text NOT NULL,
  run_id uuid NOT NULL,
  page integer NOT NULL,
  list text NOT NULL,
  read_at timestamptz(6) NOT NULL,
  ids text[] NOT NULL,
  PRIMARY KEY (event_id, list, run_id, page),
  FOREIGN KEY (event_id, run_id) REFERENCES sync_runs (event_id, id) ON DELETE CASCADE
);
CREATE TABLE full_reads (
  event_id text NOT NULL REFERENCES connections (event_id),
  list text NOT NULL,
  started_at timestamptz(3) NOT NULL,
  read_at timestamptz(6) NOT NULL,
  PRIMARY KEY (event_id, list)
);
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['sync_pages', 'full_reads'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format('CREATE POLICY inside_event ON %I TO foyer_event
      USING (event_id = current_setting(''foyer.event_id'', true))
      WITH CHECK (event_id = current_setting(''foyer.event_id'', true))', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO foyer_event', table_name);
  END LOOP;
END $$;
ALTER TABLE participants DROP COLUMN seen_in_run;
