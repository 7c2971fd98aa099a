-- What the team calls those who decide: Revento names them by id alone.
CREATE TABLE "reviewer_names" (
    "event_id" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reviewer_names_pkey" PRIMARY KEY ("event_id","reviewer_id")
);
ALTER TABLE "reviewer_names" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "reviewer_names" FORCE ROW LEVEL SECURITY;
CREATE POLICY inside_event ON "reviewer_names" TO foyer_event
  USING (event_id = current_setting('foyer.event_id', true))
  WITH CHECK (event_id = current_setting('foyer.event_id', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON "reviewer_names" TO foyer_event;
