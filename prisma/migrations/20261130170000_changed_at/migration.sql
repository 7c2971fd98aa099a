-- When Revento last changed a row that was there before, on its own clock; null until it did. `updated_at` stays
-- what it was: when Foyer last wrote something else.
ALTER TABLE participants ADD COLUMN changed_at timestamptz(3);

ALTER TABLE participants NO FORCE ROW LEVEL SECURITY;
ALTER TABLE participant_history NO FORCE ROW LEVEL SECURITY;
UPDATE participants p SET changed_at = h.at FROM (
  SELECT event_id, participant_id, max(occurred_at) AS at FROM participant_history
  WHERE changes <> '{}' GROUP BY 1, 2) h
WHERE p.event_id = h.event_id AND p.participant_id = h.participant_id;
ALTER TABLE participants FORCE ROW LEVEL SECURITY;
ALTER TABLE participant_history FORCE ROW LEVEL SECURITY;

DROP INDEX participants_by_update;
DROP INDEX participants_by_status_update;
CREATE INDEX participants_by_change ON participants
  (event_id, changed_at DESC NULLS LAST, participant_id) WHERE removed_at IS NULL;
CREATE INDEX participants_by_status_change ON participants
  (event_id, status, changed_at DESC NULLS LAST, participant_id) WHERE removed_at IS NULL;
