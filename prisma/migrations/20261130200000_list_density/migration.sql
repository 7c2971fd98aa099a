-- How high the rows of a list are, to each member: compact, regular, tall.
ALTER TABLE "list_layouts" ADD COLUMN "density" TEXT NOT NULL DEFAULT 'regular';
