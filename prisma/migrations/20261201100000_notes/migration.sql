-- What the team writes about an application, for each other. It outlives what was read from Revento: no key to it.
CREATE TABLE "application_notes" (
    "event_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "participant_id" TEXT NOT NULL,
    "reply_to" UUID,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "mentions" TEXT[] NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_notes_pkey" PRIMARY KEY ("event_id","id")
);
CREATE INDEX "application_notes_event_id_participant_id_created_at_idx" ON "application_notes"("event_id", "participant_id", "created_at");
ALTER TABLE "application_notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "application_notes" FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON "application_notes" TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "application_notes" TO foyer_event;
