-- What reconciles have corrected, the newest first.
CREATE INDEX drifts_by_time ON drifts (event_id, at DESC, participant_id);
