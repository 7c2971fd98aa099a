CREATE TABLE "spent_sign_ins" (
    "event_id" TEXT NOT NULL,
    "state_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_sign_ins_pkey" PRIMARY KEY ("event_id","state_hash")
);
CREATE INDEX "spent_sign_ins_expires_at_idx" ON "spent_sign_ins"("expires_at");

ALTER TABLE spent_sign_ins ENABLE ROW LEVEL SECURITY;
ALTER TABLE spent_sign_ins FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON spent_sign_ins TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON spent_sign_ins TO foyer_event;
CREATE POLICY across_events ON spent_sign_ins TO foyer_system USING (true);
GRANT SELECT (event_id, expires_at), DELETE ON spent_sign_ins TO foyer_system; -- forgetting what has expired
