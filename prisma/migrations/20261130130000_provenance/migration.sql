-- What brought a row as it is: a delivery, or a page of a run (counted from 1); neither where the portal asked for it,
-- and for what was there before this was kept.
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['events', 'participants', 'activities', 'program_days', 'threads', 'locations',
    'registration_waves'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN brought_by_delivery uuid, ADD COLUMN brought_by_run uuid,
      ADD COLUMN brought_on_page integer', table_name);
  END LOOP;
END $$;
