-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "connections" (
    "event_id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 1,
    "scopes" TEXT[],
    "connected_at" TIMESTAMPTZ(3) NOT NULL,
    "deletion_due_at" TIMESTAMPTZ(3),
    "last_delivery_at" TIMESTAMPTZ(3),

    CONSTRAINT "connections_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "tokens" (
    "event_id" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "access_token" TEXT NOT NULL,
    "refresh_token" TEXT NOT NULL,
    "access_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "refresh_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "first_issued_at" TIMESTAMPTZ(3) NOT NULL,
    "scopes" TEXT[],
    "generation" INTEGER NOT NULL DEFAULT 1,
    "lease_holder" UUID,
    "lease_expires_at" TIMESTAMPTZ(3),
    "refresh_sent_at" TIMESTAMPTZ(3),
    "refresh_attempts" INTEGER NOT NULL DEFAULT 0,
    "paused_until" TIMESTAMPTZ(3),

    CONSTRAINT "tokens_pkey" PRIMARY KEY ("event_id","holder")
);

-- CreateTable
CREATE TABLE "api_calls" (
    "event_id" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_calls_pkey" PRIMARY KEY ("event_id","holder","id")
);

-- CreateTable
CREATE TABLE "connect_attempts" (
    "state_hash" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "code_verifier" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "connect_attempts_pkey" PRIMARY KEY ("state_hash")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "members" (
    "event_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "session_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "members_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "event_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "events" (
    "event_id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "publish_status" TEXT NOT NULL,
    "min_age" TEXT,
    "timezone" TEXT,
    "participant_count" INTEGER,
    "version_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "participants" (
    "event_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "user_id" TEXT,
    "role" TEXT,
    "application_id" TEXT,
    "status" TEXT,
    "name" TEXT,
    "email" TEXT,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "submitted_at" TIMESTAMPTZ(3),
    "registered_at" TIMESTAMPTZ(3),
    "last_review_action" TEXT,
    "last_reviewed_at" TIMESTAMPTZ(3),
    "last_reviewer_id" TEXT,
    "version_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_in_run" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "participants_pkey" PRIMARY KEY ("event_id","participant_id")
);

-- CreateTable
CREATE TABLE "participant_history" (
    "event_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "status" TEXT,
    "actor_id" TEXT,
    "changes" JSONB NOT NULL DEFAULT '{}',
    "envelope_id" TEXT,

    CONSTRAINT "participant_history_pkey" PRIMARY KEY ("event_id","participant_id","id")
);

-- CreateTable
CREATE TABLE "participant_counts" (
    "event_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "participant_counts_pkey" PRIMARY KEY ("event_id","status")
);

-- CreateTable
CREATE TABLE "program_days" (
    "event_id" TEXT NOT NULL,
    "day_id" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "title" TEXT,
    "version_at" TIMESTAMPTZ(3) NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "program_days_pkey" PRIMARY KEY ("event_id","day_id")
);

-- CreateTable
CREATE TABLE "threads" (
    "event_id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER,
    "version_at" TIMESTAMPTZ(3) NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "threads_pkey" PRIMARY KEY ("event_id","thread_id")
);

-- CreateTable
CREATE TABLE "locations" (
    "event_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "parent_id" TEXT,
    "kind" TEXT,
    "name" TEXT NOT NULL,
    "version_at" TIMESTAMPTZ(3) NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "locations_pkey" PRIMARY KEY ("event_id","location_id")
);

-- CreateTable
CREATE TABLE "registration_waves" (
    "event_id" TEXT NOT NULL,
    "wave_id" TEXT NOT NULL,
    "title" TEXT,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "state" TEXT,
    "capacity" INTEGER,
    "version_at" TIMESTAMPTZ(3) NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_waves_pkey" PRIMARY KEY ("event_id","wave_id")
);

-- CreateTable
CREATE TABLE "activities" (
    "event_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "thread_id" TEXT,
    "location_id" TEXT,
    "day_id" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "status" TEXT,
    "capacity" INTEGER,
    "signed_up_count" INTEGER,
    "waitlist_count" INTEGER,
    "capacity_state" TEXT,
    "version_at" TIMESTAMPTZ(3) NOT NULL,
    "mirrored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activities_pkey" PRIMARY KEY ("event_id","activity_id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "event_id" TEXT NOT NULL,
    "delivery_id" UUID NOT NULL,
    "signature" BYTEA NOT NULL,
    "type" TEXT NOT NULL,
    "envelope_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "body" BYTEA,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "outcome" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("event_id","delivery_id")
);

-- CreateTable
CREATE TABLE "sync_runs" (
    "event_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "resource" TEXT,
    "cursor" TEXT,
    "lease_holder" UUID,
    "lease_expires_at" TIMESTAMPTZ(3),
    "waiting_until" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "restarts" INTEGER NOT NULL DEFAULT 0,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "expected_rows" INTEGER,
    "drifted" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "progress_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "sync_runs_pkey" PRIMARY KEY ("event_id","id")
);

-- CreateTable
CREATE TABLE "drifts" (
    "event_id" TEXT NOT NULL,
    "run_id" UUID NOT NULL,
    "participant_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "fields" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drifts_pkey" PRIMARY KEY ("event_id","run_id","participant_id")
);

-- CreateTable
CREATE TABLE "changes" (
    "event_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "topic" TEXT NOT NULL,
    "ids" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "changes_pkey" PRIMARY KEY ("event_id","seq")
);

-- CreateTable
CREATE TABLE "change_heads" (
    "event_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "change_heads_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "worker_heartbeats" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeats_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "api_calls_event_id_holder_started_at_idx" ON "api_calls"("event_id", "holder", "started_at");

-- CreateIndex
CREATE INDEX "connect_attempts_expires_at_idx" ON "connect_attempts"("expires_at");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE INDEX "members_session_hash_idx" ON "members"("session_hash");

-- CreateIndex
CREATE UNIQUE INDEX "members_event_id_session_hash_key" ON "members"("event_id", "session_hash");

-- CreateIndex
CREATE INDEX "audit_entries_event_id_at_idx" ON "audit_entries"("event_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "participant_history_event_id_participant_id_envelope_id_key" ON "participant_history"("event_id", "participant_id", "envelope_id");

-- CreateIndex
CREATE INDEX "activities_event_id_starts_at_idx" ON "activities"("event_id", "starts_at");

-- CreateIndex
CREATE INDEX "deliveries_event_id_received_at_idx" ON "deliveries"("event_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_event_id_signature_key" ON "deliveries"("event_id", "signature");

-- CreateIndex
CREATE INDEX "sync_runs_event_id_created_at_idx" ON "sync_runs"("event_id", "created_at");

-- CreateIndex
CREATE INDEX "changes_at_idx" ON "changes"("at");

-- AddForeignKey
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "connections"("event_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "connections"("event_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participants" ADD CONSTRAINT "participants_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "connections"("event_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant_history" ADD CONSTRAINT "participant_history_event_id_participant_id_fkey" FOREIGN KEY ("event_id", "participant_id") REFERENCES "participants"("event_id", "participant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "connections"("event_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drifts" ADD CONSTRAINT "drifts_event_id_run_id_fkey" FOREIGN KEY ("event_id", "run_id") REFERENCES "sync_runs"("event_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
