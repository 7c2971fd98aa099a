-- The number of the last change of what everybody in the portal sees, the program and the event: its version.
ALTER TABLE change_heads ADD COLUMN public_seq bigint NOT NULL DEFAULT 0;
UPDATE change_heads SET public_seq = seq;
