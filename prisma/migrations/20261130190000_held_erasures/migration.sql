-- An operator may hold an erasure until a moment: no later end brings it forward.
ALTER TABLE "erasures" ADD COLUMN "held_until" TIMESTAMPTZ(3);
