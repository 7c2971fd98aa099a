-- How a team reviews, what it gave, and who is at what. All of it outlives what was read from Revento: no key to that.
CREATE TABLE "review_settings" (
    "event_id" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "average" TEXT NOT NULL,
    "hide_others" BOOLEAN NOT NULL,
    "is_blind" BOOLEAN NOT NULL,
    "blind_fields" TEXT[] NOT NULL DEFAULT '{}',
    "per_application" INTEGER NOT NULL,

    CONSTRAINT "review_settings_pkey" PRIMARY KEY ("event_id")
);
ALTER TABLE "review_settings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "review_settings" FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON "review_settings" TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "review_settings" TO foyer_event;

CREATE TABLE "ratings" (
    "event_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "scores" JSONB NOT NULL,
    "is_abstained" BOOLEAN NOT NULL,
    "comment" TEXT NOT NULL,
    "is_given" BOOLEAN NOT NULL,
    "score" DOUBLE PRECISION,
    "seen_change" BIGINT NOT NULL,
    "is_changed" BOOLEAN NOT NULL DEFAULT false,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("event_id","participant_id","member_id")
);
CREATE INDEX ratings_by_score ON "ratings" ("event_id", "member_id", "score" DESC NULLS LAST, "participant_id");
CREATE INDEX "ratings_event_id_member_id_participant_id_idx" ON "ratings"("event_id", "member_id", "participant_id");
CREATE INDEX ratings_to_look_at_again ON "ratings" ("event_id", "member_id", "participant_id") WHERE is_given AND is_changed;
ALTER TABLE "ratings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ratings" FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON "ratings" TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "ratings" TO foyer_event;

CREATE TABLE "application_reviews" (
    "event_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "average" DOUBLE PRECISION,
    "spread" DOUBLE PRECISION,
    "note_count" INTEGER NOT NULL DEFAULT 0,
    "label_order" TEXT,
    "assignee_order" TEXT,
    "handed_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_reviews_pkey" PRIMARY KEY ("event_id","participant_id")
);
CREATE INDEX application_reviews_by_average ON "application_reviews" ("event_id", "average" DESC NULLS LAST, "participant_id");
CREATE INDEX application_reviews_by_label ON "application_reviews" ("event_id", "label_order" DESC NULLS LAST, "participant_id");
CREATE INDEX application_reviews_by_assignee ON "application_reviews" ("event_id", "assignee_order" DESC NULLS LAST, "participant_id");
CREATE INDEX application_reviews_by_spread ON "application_reviews" ("event_id", "spread" DESC NULLS LAST, "participant_id");
CREATE INDEX application_reviews_by_rating_count ON "application_reviews" ("event_id", "rating_count" DESC NULLS LAST, "participant_id");
CREATE INDEX application_reviews_by_note_count ON "application_reviews" ("event_id", "note_count" DESC NULLS LAST, "participant_id");
ALTER TABLE "application_reviews" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "application_reviews" FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON "application_reviews" TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "application_reviews" TO foyer_event;

CREATE TABLE "assignments" (
    "event_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "assigned_by" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("event_id","participant_id","member_id")
);
CREATE INDEX "assignments_event_id_member_id_participant_id_idx" ON "assignments"("event_id", "member_id", "participant_id");
ALTER TABLE "assignments" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "assignments" FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON "assignments" TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "assignments" TO foyer_event;

CREATE TABLE "presences" (
    "event_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),

    CONSTRAINT "presences_pkey" PRIMARY KEY ("event_id","participant_id","member_id")
);
CREATE INDEX "presences_event_id_member_id_idx" ON "presences"("event_id", "member_id");
CREATE UNIQUE INDEX "presences_one_claim" ON "presences"("event_id", "participant_id") WHERE "claimed_until" IS NOT NULL;
ALTER TABLE "presences" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "presences" FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON "presences" TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "presences" TO foyer_event;

CREATE TABLE "labels" (
    "event_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "labels_pkey" PRIMARY KEY ("event_id","id")
);
ALTER TABLE "labels" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "labels" FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON "labels" TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "labels" TO foyer_event;

CREATE TABLE "application_labels" (
    "event_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "label_id" UUID NOT NULL,
    "put_by" UUID NOT NULL,
    "put_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "application_labels_pkey" PRIMARY KEY ("event_id","participant_id","label_id")
);
CREATE INDEX "application_labels_event_id_label_id_participant_id_idx" ON "application_labels"("event_id", "label_id", "participant_id");
ALTER TABLE "application_labels" ADD CONSTRAINT "application_labels_event_id_label_id_fkey" FOREIGN KEY ("event_id", "label_id") REFERENCES "labels"("event_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "application_labels" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "application_labels" FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON "application_labels" TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "application_labels" TO foyer_event;

ALTER TABLE "application_notes" ADD COLUMN "unread_by" TEXT[] DEFAULT ARRAY[]::TEXT[], ADD COLUMN "mentioned_at" TIMESTAMPTZ(3);
CREATE INDEX "application_notes_event_id_mentioned_at_idx" ON "application_notes"("event_id", "mentioned_at" DESC);

-- Notes that were written before are counted, and whom they name has looked at them.
ALTER TABLE "application_notes" NO FORCE ROW LEVEL SECURITY;
UPDATE "application_notes" SET mentioned_at = coalesce(edited_at, created_at) WHERE mentions <> '{}';
ALTER TABLE "application_reviews" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "application_reviews" (event_id, participant_id, note_count)
  SELECT event_id, participant_id, count(*) FROM "application_notes" WHERE deleted_at IS NULL GROUP BY 1, 2;
ALTER TABLE "application_reviews" FORCE ROW LEVEL SECURITY;
ALTER TABLE "application_notes" FORCE ROW LEVEL SECURITY;
