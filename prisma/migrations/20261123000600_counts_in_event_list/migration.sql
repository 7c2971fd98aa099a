-- The list of events of a session shows how many applications each has.
CREATE POLICY across_events ON participant_counts TO foyer_system USING (true);
GRANT SELECT ON participant_counts TO foyer_system;
