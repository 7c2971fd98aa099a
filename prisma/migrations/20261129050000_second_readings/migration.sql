-- A row that one complete reading of Revento lacks may be back in the next one. `missing_since` is the first such
-- reading; `is_second` a run that was queued to read again, `doubt` why a reading removed nothing.
ALTER TABLE participants ADD COLUMN missing_since timestamptz(3);
ALTER TABLE sync_runs
  ADD COLUMN is_second boolean NOT NULL DEFAULT false,
  ADD COLUMN doubt text,
  ADD COLUMN missing integer NOT NULL DEFAULT 0;
CREATE INDEX participants_missing ON participants (event_id) WHERE missing_since IS NOT NULL AND removed_at IS NULL;
