import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the schema that the next migration is compared with is the schema", () => {
  const migrated = readFileSync("prisma/migrations/schema.prisma", "utf8");
  expect(migrated).toBe(readFileSync("prisma/schema.prisma", "utf8"));
});
