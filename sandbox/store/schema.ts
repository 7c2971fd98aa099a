/** To be raised with every change of the tables. */
export const SCHEMA_VERSION = 1;

/** The platform's tables. Times are epoch milliseconds, lists and objects JSON text. */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS organizations (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, formal INTEGER NOT NULL, verified INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS people (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL,
  organization_id TEXT REFERENCES organizations (id)
);
CREATE TABLE IF NOT EXISTS events (
  id TEXT PRIMARY KEY, organization_id TEXT NOT NULL REFERENCES organizations (id),
  title TEXT NOT NULL, description TEXT NOT NULL, starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL, publish_status TEXT NOT NULL, min_age TEXT NOT NULL,
  timezone TEXT NOT NULL, seeded INTEGER NOT NULL DEFAULT 0, updated_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS participants (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, event_id TEXT NOT NULL,
  user_id TEXT NOT NULL, role TEXT NOT NULL, application_id TEXT UNIQUE, application_status TEXT,
  custom_form_fields TEXT NOT NULL, submitted_at INTEGER, last_review_action TEXT,
  last_reviewed_at INTEGER, last_reviewer_id TEXT, display_name TEXT NOT NULL, email TEXT NOT NULL,
  registered_at INTEGER, updated_at INTEGER NOT NULL, UNIQUE (event_id, user_id)
);
CREATE INDEX IF NOT EXISTS participants_in_event ON participants (event_id, seq);
CREATE INDEX IF NOT EXISTS participants_of_person ON participants (user_id);

CREATE TABLE IF NOT EXISTS days (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, event_id TEXT NOT NULL,
  date TEXT NOT NULL, title TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS days_in_event ON days (event_id, seq);
CREATE TABLE IF NOT EXISTS threads (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, event_id TEXT NOT NULL,
  title TEXT NOT NULL, position INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS threads_in_event ON threads (event_id, seq);
CREATE TABLE IF NOT EXISTS locations (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, event_id TEXT NOT NULL,
  parent_id TEXT, kind TEXT NOT NULL, name TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS locations_in_event ON locations (event_id, seq);
CREATE TABLE IF NOT EXISTS registration_waves (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, event_id TEXT NOT NULL,
  title TEXT NOT NULL, opens_at INTEGER NOT NULL, closes_at INTEGER NOT NULL, capacity INTEGER
);
CREATE INDEX IF NOT EXISTS registration_waves_in_event ON registration_waves (event_id, seq);
CREATE TABLE IF NOT EXISTS activities (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, event_id TEXT NOT NULL,
  thread_id TEXT NOT NULL, location_id TEXT NOT NULL, day_id TEXT NOT NULL, title TEXT NOT NULL,
  description TEXT NOT NULL, starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL,
  status TEXT NOT NULL, capacity INTEGER, signed_up_count INTEGER NOT NULL,
  waitlist_count INTEGER NOT NULL, updated_at INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS activities_in_event ON activities (event_id, seq);

CREATE TABLE IF NOT EXISTS connections (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, event_id TEXT NOT NULL UNIQUE, organization_id TEXT NOT NULL, status TEXT NOT NULL,
  connected_at INTEGER NOT NULL, scope TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS families (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, event_id TEXT NOT NULL,
  organization_id TEXT NOT NULL, user_id TEXT, scope TEXT NOT NULL, first_issued_at INTEGER NOT NULL,
  revoked_at INTEGER, revoke_reason TEXT
);
CREATE INDEX IF NOT EXISTS families_of_event ON families (event_id, kind, user_id);
CREATE TABLE IF NOT EXISTS codes (
  code_hash TEXT PRIMARY KEY, kind TEXT NOT NULL, event_id TEXT NOT NULL, user_id TEXT NOT NULL,
  redirect_uri TEXT NOT NULL, code_challenge TEXT NOT NULL, scope TEXT NOT NULL,
  expires_at INTEGER NOT NULL, used_at INTEGER, family_id INTEGER
);
CREATE TABLE IF NOT EXISTS access_tokens (
  id INTEGER PRIMARY KEY AUTOINCREMENT, token_hash TEXT NOT NULL UNIQUE,
  family_id INTEGER NOT NULL REFERENCES families (id), expires_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS refresh_tokens (
  id INTEGER PRIMARY KEY AUTOINCREMENT, token_hash TEXT NOT NULL UNIQUE,
  family_id INTEGER NOT NULL REFERENCES families (id), expires_at INTEGER NOT NULL,
  rotated_at INTEGER
);

CREATE TABLE IF NOT EXISTS deliveries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, lane TEXT NOT NULL,
  event_id TEXT, type TEXT NOT NULL, body TEXT NOT NULL, occurred_at INTEGER NOT NULL, state TEXT NOT NULL, held INTEGER NOT NULL,
  fault TEXT, attempts INTEGER NOT NULL, next_attempt_at INTEGER
);
CREATE INDEX IF NOT EXISTS deliveries_in_lane ON deliveries (lane, state, seq);
CREATE INDEX IF NOT EXISTS deliveries_held ON deliveries (lane) WHERE held = 1;
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (state, next_attempt_at);
CREATE TABLE IF NOT EXISTS attempts (
  delivery_id TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, status INTEGER,
  error TEXT, duration_ms INTEGER NOT NULL, PRIMARY KEY (delivery_id, number)
);
`;
