-- Which snapshot is newer (docs/mirror-rules.md): no digit of a moment is dropped, a row knows what it was last
-- told by a delivery and what its snapshot says of its own age, and what a page said that was not applied.
ALTER TABLE participants
  ALTER COLUMN version_at TYPE timestamptz(6),
  ADD COLUMN delivered_at timestamptz(6),
  ADD COLUMN said_at timestamptz(6),
  ADD COLUMN stale_hash text,
  ADD COLUMN stale_since timestamptz(3);
ALTER TABLE activities
  ALTER COLUMN version_at TYPE timestamptz(6),
  ADD COLUMN delivered_at timestamptz(6),
  ADD COLUMN said_at timestamptz(6),
  ADD COLUMN stale_hash text,
  ADD COLUMN stale_since timestamptz(3);
ALTER TABLE events
  ALTER COLUMN version_at TYPE timestamptz(6),
  ADD COLUMN delivered_at timestamptz(6),
  ADD COLUMN said_at timestamptz(6),
  ADD COLUMN stale_hash text,
  ADD COLUMN stale_since timestamptz(3);
-- When a run read its first page of people, on Revento's clock.
ALTER TABLE sync_runs ADD COLUMN first_read_at timestamptz(3);
