-- When a member last looked at the event, and when their visit before this one ended: what is new since then.
ALTER TABLE "members" ADD COLUMN "visited_at" TIMESTAMPTZ(3), ADD COLUMN "visit_before" TIMESTAMPTZ(3);
