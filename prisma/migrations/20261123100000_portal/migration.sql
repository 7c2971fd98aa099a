CREATE TABLE "grants" (
    "event_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 1,
    "scopes" TEXT[],
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "profile_read_at" TIMESTAMPTZ(3),
    "application_read_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "check_failure" TEXT,

    CONSTRAINT "grants_pkey" PRIMARY KEY ("event_id","user_id"),
    CONSTRAINT "grants_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "connections"("event_id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "portal_sessions" (
    "event_id" TEXT NOT NULL,
    "id_hash" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "grant_epoch" INTEGER NOT NULL,
    "is_framed" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "portal_sessions_pkey" PRIMARY KEY ("event_id","id_hash"),
    CONSTRAINT "portal_sessions_event_id_user_id_fkey" FOREIGN KEY ("event_id", "user_id") REFERENCES "grants"("event_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "portal_sessions_event_id_user_id_idx" ON "portal_sessions"("event_id", "user_id");
CREATE INDEX "portal_sessions_expires_at_idx" ON "portal_sessions"("expires_at");

CREATE TABLE "handoffs" (
    "event_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "grant_epoch" INTEGER NOT NULL,
    "challenge" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handoffs_pkey" PRIMARY KEY ("event_id","code_hash"),
    CONSTRAINT "handoffs_event_id_user_id_fkey" FOREIGN KEY ("event_id", "user_id") REFERENCES "grants"("event_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "handoffs_expires_at_idx" ON "handoffs"("expires_at");

CREATE TABLE "starred_activities" (
    "event_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "starred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "starred_activities_pkey" PRIMARY KEY ("event_id","user_id","activity_id"),
    CONSTRAINT "starred_activities_event_id_user_id_fkey" FOREIGN KEY ("event_id", "user_id") REFERENCES "grants"("event_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- A participant's own row is found by who they are at Revento.
CREATE INDEX "participants_event_id_user_id_idx" ON "participants"("event_id", "user_id");
ALTER TABLE "participants" ADD COLUMN "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['grants', 'portal_sessions', 'handoffs', 'starred_activities'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY inside_event ON %I TO foyer_event
         USING (event_id = current_setting(''foyer.event_id'', true))
         WITH CHECK (event_id = current_setting(''foyer.event_id'', true))', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO foyer_event', table_name);
  END LOOP;
END $$;

CREATE POLICY across_events ON portal_sessions TO foyer_system USING (true);
GRANT SELECT (event_id, user_id, expires_at), DELETE ON portal_sessions TO foyer_system; -- forgetting what has expired
CREATE POLICY across_events ON handoffs TO foyer_system USING (true);
GRANT SELECT (event_id, expires_at), DELETE ON handoffs TO foyer_system; -- forgetting what has expired
CREATE POLICY across_events ON grants TO foyer_system USING (true);
GRANT SELECT (event_id, user_id, state, state_since) ON grants TO foyer_system; -- ending grants that no browser holds any more
