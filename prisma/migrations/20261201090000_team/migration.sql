-- Whoever migrates owns the tables, and to an owner, too, a forced policy shows no row.
ALTER TABLE "members" NO FORCE ROW LEVEL SECURITY;
UPDATE "members" SET "role" = 'door' WHERE "role" = 'check_in';

-- One seat can be used from several browsers. A seat that was taken back is in none.
CREATE TABLE "member_sessions" (
    "event_id" TEXT NOT NULL,
    "session_hash" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_sessions_pkey" PRIMARY KEY ("event_id","session_hash")
);
CREATE INDEX "member_sessions_session_hash_idx" ON "member_sessions"("session_hash");
CREATE INDEX "member_sessions_event_id_member_id_idx" ON "member_sessions"("event_id", "member_id");
ALTER TABLE "member_sessions" ADD CONSTRAINT "member_sessions_event_id_member_id_fkey" FOREIGN KEY ("event_id", "member_id") REFERENCES "members"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
INSERT INTO "member_sessions" ("event_id", "session_hash", "member_id", "created_at", "last_seen_at")
SELECT "event_id", "session_hash", "id", "created_at", coalesce("visited_at", "created_at") FROM "members" WHERE "revoked_at" IS NULL;
ALTER TABLE "members" DROP COLUMN "session_hash";
ALTER TABLE "members" FORCE ROW LEVEL SECURITY;

-- A link that gives a browser a seat, once: a new one, or with `member_id` one that is there.
CREATE TABLE "invitations" (
    "event_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "member_id" UUID,
    "name" TEXT,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("event_id","id")
);
CREATE UNIQUE INDEX "invitations_event_id_token_hash_key" ON "invitations"("event_id", "token_hash");
CREATE INDEX "invitations_token_hash_idx" ON "invitations"("token_hash");
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "connections"("event_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "member_sessions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "member_sessions" FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON "member_sessions" TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
CREATE POLICY across_events ON "member_sessions" TO foyer_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "member_sessions" TO foyer_event;
GRANT SELECT, UPDATE (session_hash, last_seen_at) ON "member_sessions" TO foyer_system; -- the list of events of a session, its new id, its visits

ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invitations" FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON "invitations" TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
CREATE POLICY across_events ON "invitations" TO foyer_system USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "invitations" TO foyer_event;
GRANT SELECT (event_id, id, token_hash) ON "invitations" TO foyer_system; -- which event a link is of

-- How much of people a role sees, where that is not the usual.
CREATE TABLE "role_levels" (
    "event_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "level" TEXT NOT NULL,

    CONSTRAINT "role_levels_pkey" PRIMARY KEY ("event_id","role")
);
ALTER TABLE "role_levels" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "role_levels" FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON "role_levels" TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "role_levels" TO foyer_event;
