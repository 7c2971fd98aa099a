-- How high the rows of a list are, to each member.
ALTER TABLE "list_layouts" ADD COLUMN "density" TEXT NOT NULL DEFAULT 'regular'
  CHECK ("density" IN ('compact', 'regular', 'tall'));
