-- Revento suspended the integration (contract 7.6): a fact of its own, which no erasure takes away. `source` is what
-- told of it; `end_source` what its end was known by: somebody connected, Revento was asked.
CREATE TABLE suspensions (
  id uuid PRIMARY KEY,
  begun_at timestamptz(3) NOT NULL,
  told_at timestamptz(3) NOT NULL,
  source text NOT NULL,
  reason text,
  asked_at timestamptz(3),
  ended_at timestamptz(3),
  end_source text,
  UNIQUE (begun_at)
);
CREATE UNIQUE INDEX suspensions_open ON suspensions ((true)) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON suspensions TO foyer_system;
INSERT INTO suspensions (id, begun_at, told_at, source)
SELECT gen_random_uuid(), d.occurred_at, d.received_at, 'delivery' FROM deliveries d
WHERE d.event_id = '' AND d.type = 'integration.suspended' AND d.state = 'processed'
  AND NOT EXISTS (SELECT FROM connections c WHERE c.connected_at > d.occurred_at)
ORDER BY d.occurred_at DESC LIMIT 1;

-- Deliveries that were not accepted, by hour and reason: of whom nobody knows.
CREATE TABLE delivery_refusals (
  hour timestamptz(3) NOT NULL,
  reason text NOT NULL,
  count bigint NOT NULL,
  first_at timestamptz(3) NOT NULL,
  last_at timestamptz(3) NOT NULL,
  PRIMARY KEY (hour, reason)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery_refusals TO foyer_system;
