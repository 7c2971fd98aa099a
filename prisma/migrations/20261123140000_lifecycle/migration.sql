-- How old the mirror of an earlier connection is, nobody wrote down: "since ever" is the answer that lets
-- an end that is told late empty it once more than needed, rather than never.
ALTER TABLE "connections"
  ADD COLUMN "mirror_since" TIMESTAMPTZ(3) NOT NULL DEFAULT 'epoch',
  ADD COLUMN "paused_at" TIMESTAMPTZ(3),
  ADD COLUMN "warned_days" INTEGER;
ALTER TABLE "connections" ALTER COLUMN "mirror_since" SET DEFAULT CURRENT_TIMESTAMP;
-- The deadline stands in "erasures" from now on. No connection that is known has one.
ALTER TABLE "connections" DROP COLUMN "deletion_due_at";

ALTER TABLE "tokens"
  ADD COLUMN "refresh_failed_at" TIMESTAMPTZ(3),
  ADD COLUMN "refresh_failure" TEXT;

ALTER TABLE "deliveries" ADD COLUMN "signed_at" TIMESTAMPTZ(0);
-- The operators' list of all events, newest first.
CREATE INDEX "deliveries_received_at_idx" ON "deliveries"("received_at");
-- The few among them that somebody has to look at.
CREATE INDEX deliveries_dead ON deliveries (received_at) WHERE state = 'dead';
CREATE INDEX deliveries_of_unknown_type ON deliveries (type, received_at) WHERE outcome = 'unknown_type';
-- Payloads whose time has come are found without reading those that are gone already.
CREATE INDEX deliveries_with_body ON deliveries (processed_at) WHERE body IS NOT NULL AND state = 'processed';

CREATE TABLE "delivery_failures" (
    "event_id" TEXT NOT NULL,
    "delivery_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL,

    CONSTRAINT "delivery_failures_pkey" PRIMARY KEY ("event_id","delivery_id","id"),
    CONSTRAINT "delivery_failures_event_id_delivery_id_fkey" FOREIGN KEY ("event_id", "delivery_id") REFERENCES "deliveries"("event_id", "delivery_id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "erasures" (
    "event_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "organization_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "begun_by" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "counts" JSONB NOT NULL DEFAULT '{}',
    "certificate" TEXT,

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("event_id","id")
);
CREATE INDEX "erasures_event_id_opened_at_idx" ON "erasures"("event_id", "opened_at");
CREATE UNIQUE INDEX erasures_one_at_a_time ON erasures (event_id) WHERE state IN ('open', 'running');
CREATE UNIQUE INDEX erasures_by_id ON erasures (id); -- a certificate's address names no event

CREATE TABLE "glass_breaks" (
    "event_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "operator" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "broken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "glass_breaks_pkey" PRIMARY KEY ("event_id","id")
);

CREATE TABLE "operator_sessions" (
    "id_hash" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "operator_sessions_pkey" PRIMARY KEY ("id_hash")
);
CREATE INDEX "operator_sessions_expires_at_idx" ON "operator_sessions"("expires_at");

CREATE TABLE "operator_links" (
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "operator_links_pkey" PRIMARY KEY ("token_hash")
);
CREATE INDEX "operator_links_expires_at_idx" ON "operator_links"("expires_at");

CREATE TABLE "operator_attempts" (
    "state_hash" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "code_verifier" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "return_to" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "operator_attempts_pkey" PRIMARY KEY ("state_hash")
);
CREATE INDEX "operator_attempts_expires_at_idx" ON "operator_attempts"("expires_at");

CREATE TABLE "operator_actions" (
    "event_id" TEXT NOT NULL DEFAULT '',
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "operator" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "operator_actions_pkey" PRIMARY KEY ("event_id","id")
);
CREATE INDEX "operator_actions_at_idx" ON "operator_actions"("at");

CREATE TABLE "installation_checks" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_by" TEXT NOT NULL,
    "listed" INTEGER,
    "failure" TEXT,
    "differences" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "installation_checks_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "installation_checks_at_idx" ON "installation_checks"("at");

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['delivery_failures', 'erasures', 'glass_breaks', 'operator_actions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY inside_event ON %I TO foyer_event
         USING (event_id = current_setting(''foyer.event_id'', true))
         WITH CHECK (event_id = current_setting(''foyer.event_id'', true))', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO foyer_event', table_name);
  END LOOP;
END $$;
GRANT USAGE ON SEQUENCE delivery_failures_id_seq TO foyer_event, foyer_system;

-- Across events: each line names the verb that needs it.
CREATE POLICY across_events ON delivery_failures TO foyer_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON delivery_failures TO foyer_system; -- deliveries to the integration as a whole, and the operators' list
GRANT DELETE ON deliveries TO foyer_system; -- forgetting the log of events that are not connected any more
CREATE POLICY across_events ON erasures TO foyer_system USING (true);
GRANT SELECT ON erasures TO foyer_system; -- schedules, health, operators' lists, the public certificate
CREATE POLICY across_events ON operator_actions TO foyer_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON operator_actions TO foyer_system; -- what operators do that concerns no event, and their trail
GRANT SELECT (scopes, paused_until, refresh_attempts, refresh_failed_at, refresh_failure) ON tokens TO foyer_system; -- operators' lists, never a ciphertext
GRANT SELECT (expires_at, finished_at) ON api_calls TO foyer_system; -- operators see what is left of the budgets
CREATE POLICY across_events ON glass_breaks TO foyer_system USING (true);
GRANT SELECT, DELETE ON glass_breaks TO foyer_system; -- an operator's list shows what is open; forgetting them after a year
GRANT SELECT, INSERT, UPDATE, DELETE ON operator_sessions, operator_links, operator_attempts, installation_checks TO foyer_system;
-- Its policy inside_event stands since the beginning: erasing an event takes its attempts to connect along.
GRANT SELECT, DELETE ON connect_attempts TO foyer_event;
