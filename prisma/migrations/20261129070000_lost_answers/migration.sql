-- The answer to a callback may be lost on its way to the browser, which then asks again. An attempt that is spent
-- remembers what came of it until it expires; a session, whether any browser ever came back with it.
ALTER TABLE connect_attempts
  ADD COLUMN spent_at timestamptz(3),
  ADD COLUMN session_hash text,
  ADD COLUMN missing_scopes text[] NOT NULL DEFAULT '{}';
GRANT UPDATE ON connect_attempts TO foyer_system;
ALTER TABLE sessions
  ADD COLUMN first_used_at timestamptz(3),
  ADD COLUMN replaced_by text;
