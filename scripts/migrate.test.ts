import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

test("the schema that the next migration is compared with is the schema", () => {
  const migrated = readFileSync("prisma/migrations/schema.prisma", "utf8");
  expect(migrated).toBe(readFileSync("prisma/schema.prisma", "utf8"));
});

/** They changed nothing where there were rows. They have run, and what they were to fill in fills itself. */
const FROM_BEFORE = [
  "20261123150000_workspace",
  "20261129040000_late_platform",
  "20261130100000_health",
  "20261130150000_public_changes",
];
const ALL = globSync("prisma/migrations/*/migration.sql").map((file) => ({
  name: path.basename(path.dirname(file)),
  sql: readFileSync(file, "utf8"),
}));
const MIGRATIONS = ALL.filter(({ name }) => !FROM_BEFORE.includes(name));

/** The tables whose rows a migration reads or changes by itself, not in a function, and that were there before it. */
function tablesTouched(sql: string): string[] {
  const itself = sql.replaceAll(/\$\$[\s\S]*?\$\$/g, "").replaceAll(/--.*$/gm, "");
  const made = [...itself.matchAll(/CREATE TABLE "?(\w+)"?/g)].map(([, table]) => table);
  const statements = itself.split(";").filter((text) => /^\s*(UPDATE|DELETE|INSERT)\b/.test(text));
  const named = statements.flatMap((text) => [
    ...text.matchAll(/(?:^\s*UPDATE|DELETE FROM|INSERT INTO|\bFROM|\bJOIN) "?([a-z_]+)"?/g),
  ]);
  return [...new Set(named.map(([, table = ""]) => table))].filter(
    (table) => !made.includes(table) && isOfEvents(table),
  );
}

/** Whether a table's rows are events', which a forced policy hides from its owner as well. */
function isOfEvents(table: string): boolean {
  const made = new RegExp(`CREATE TABLE "?${table}"? \\([^;]*"?event_id"?`);
  return ALL.some(({ sql }) => made.test(sql));
}

test.each(MIGRATIONS)("$name sees the rows that it changes", ({ sql }) => {
  for (const table of tablesTouched(sql)) {
    expect(sql).toMatch(new RegExp(`ALTER TABLE "?${table}"? NO FORCE ROW LEVEL SECURITY`));
    expect(sql).toMatch(new RegExp(`ALTER TABLE "?${table}"? FORCE ROW LEVEL SECURITY`));
  }
});

test("a migration that changes rows which it would not see is found", () => {
  expect(tablesTouched('UPDATE "members" SET role = 1; CREATE TABLE x ();')).toEqual(["members"]);
  expect(tablesTouched("INSERT INTO seats SELECT id FROM members;")).toEqual(["members"]);
  expect(tablesTouched("UPDATE sessions SET id = 1; -- UPDATE members\n")).toEqual([]);
});
