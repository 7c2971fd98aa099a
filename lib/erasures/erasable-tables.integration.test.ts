import { expect, test } from "vitest";
import { databasePool } from "@/lib/db";
import { TABLES } from "./erasable-tables";

test("every table that names an event has its line, and each line a noun of its own", async () => {
  const { rows } = await databasePool().query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE a.attname = 'event_id' AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
       AND c.relnamespace = 'public'::regnamespace`,
  );
  expect(TABLES.map(({ table }) => table).sort()).toEqual(rows.map(({ name }) => name).sort());
  expect(new Set(TABLES.map(({ noun }) => noun)).size).toBe(TABLES.length);
});

test("no row is to go before those that refer to it", async () => {
  const { rows } = await databasePool().query<{ child: string; parent: string }>(
    `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent
     FROM pg_constraint WHERE contype = 'f'`,
  );
  const at = (name: string) => TABLES.findIndex(({ table }) => table === name);
  expect(rows.length).toBeGreaterThan(5);
  for (const { child } of rows) expect([child, at(child)]).not.toEqual([child, -1]);
  expect(rows.filter(({ child, parent }) => at(child) > at(parent))).toEqual([]);
});

test("what is kept says why", () => {
  const kept = TABLES.filter((one) => one.class === "kept");
  expect(kept.map(({ table, kept }) => [table, kept?.why.length])).toEqual([
    ["erasures", expect.any(Number)],
    ["operator_actions", expect.any(Number)],
  ]);
});
