-- A run is carried on by one worker at a time: whoever holds its lease. A dead worker's lease expires.
ALTER TABLE sync_runs
  ADD COLUMN lease_holder UUID,
  ADD COLUMN lease_expires_at TIMESTAMPTZ(3),
  ADD COLUMN waiting_until TIMESTAMPTZ(3),
  ADD COLUMN failures INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN restarts INTEGER NOT NULL DEFAULT 0;

-- Calls are counted for as long as Revento counts them: connecting anew brings no new budget.
ALTER TABLE api_calls DROP CONSTRAINT api_calls_event_id_holder_fkey;
