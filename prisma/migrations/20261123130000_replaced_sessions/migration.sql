-- A session whose id was renewed stays for a few minutes, good for nothing but to be recognized: a second
-- tab that comes back from Revento with the old id must not end up with a session of its own.
ALTER TABLE "sessions" ADD COLUMN "replaced_at" TIMESTAMPTZ(3);
