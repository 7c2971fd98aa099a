-- The inbox is worked off one event at a time, oldest first, and which events wait is found by jumping
-- from event to event: neither reads the whole backlog.
DROP INDEX deliveries_waiting;
CREATE INDEX deliveries_waiting ON deliveries (event_id, received_at, delivery_id)
  INCLUDE (next_attempt_at) WHERE state = 'pending';
