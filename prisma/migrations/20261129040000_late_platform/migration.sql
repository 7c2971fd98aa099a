-- When the access token was issued, on our clock: a token of less than a minute may not be known everywhere at
-- Revento yet. How often in a row Revento refused for too many calls in flight: each time all callers wait longer.
-- And when Revento last refused one that should be good: it is refreshed once before anything ends.
ALTER TABLE tokens
  ADD COLUMN access_issued_at timestamptz(3),
  ADD COLUMN refused_at timestamptz(3),
  ADD COLUMN concurrent_refusals integer NOT NULL DEFAULT 0;
UPDATE tokens SET access_issued_at = access_expires_at - interval '1 hour';
ALTER TABLE tokens ALTER COLUMN access_issued_at SET NOT NULL, ALTER COLUMN access_issued_at SET DEFAULT now();

-- Webhooks that are genuine and too old to be accepted: how many, and when a reconcile was queued for them.
ALTER TABLE connections
  ADD COLUMN stale_deliveries integer NOT NULL DEFAULT 0,
  ADD COLUMN stale_reconcile_at timestamptz(3);
