-- Rows that are not as the contract says. What of a row could not be read is kept beside it as it came: `odd` is
-- { field: JSON }. Of a row without an id nobody can tell which it is: it is counted, and nothing of its list is taken
-- for gone.
ALTER TABLE participants ADD COLUMN odd jsonb;
ALTER TABLE activities ADD COLUMN odd jsonb;
ALTER TABLE events ADD COLUMN odd jsonb;
ALTER TABLE threads ADD COLUMN odd jsonb;
ALTER TABLE locations ADD COLUMN odd jsonb;
ALTER TABLE registration_waves ADD COLUMN odd jsonb;
ALTER TABLE program_days ADD COLUMN odd jsonb;
CREATE INDEX participants_odd ON participants (event_id) WHERE odd IS NOT NULL AND removed_at IS NULL;

-- What a completed run found: { list: rows without an id }, { list: { rows, fields: { field: rows } } }, and
-- { field: { word: rows } } of words that are new in Revento.
ALTER TABLE sync_runs
  ADD COLUMN unreadable jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN odd jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN new_words jsonb NOT NULL DEFAULT '{}';
