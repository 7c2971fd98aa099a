-- Since when Revento has not answered a call for this event; null while it does.
ALTER TABLE connections ADD COLUMN away_since timestamptz(3);
CREATE INDEX connections_away ON connections (away_since) WHERE away_since IS NOT NULL;
