-- A delivery is found by its id, whatever its event.
CREATE INDEX deliveries_by_id ON deliveries (delivery_id);
-- What was put back into the inbox, by which replay, and how it stood before: until it is processed the replay can be
-- cancelled.
ALTER TABLE deliveries ADD COLUMN replay_id uuid, ADD COLUMN replayed_from jsonb;
CREATE INDEX deliveries_in_replay ON deliveries (replay_id) WHERE replay_id IS NOT NULL AND state = 'pending';
