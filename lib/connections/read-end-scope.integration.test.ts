import { beforeEach, expect, test } from "vitest";
import { withEventSql, withSystemSql } from "@/lib/db";
import { forgetEvent } from "@/testing/connected-event";
import { plantConnection } from "@/testing/plant-connection";
import { readEndScope } from "./read-end-scope";

const NOW = Date.now();
const planted: string[] = [];

beforeEach(async () => {
  const { rows } = await withSystemSql((sql) => sql.query("SELECT event_id FROM connections"));
  for (const { event_id } of rows) await forgetEvent(event_id);
  planted.length = 0;
});

/** A connection of an organization: alive, or ended by Revento so many seconds ago. */
async function connection(organization: string, endedS: number | null): Promise<string> {
  const eventId = await plantConnection({ columns: { organization_id: organization } });
  planted.push(eventId);
  if (endedS === null) return eventId;
  await withEventSql(eventId, (sql) =>
    sql.query(
      `UPDATE connections SET state = 'revoked', cause = 'data.deletion_required', state_since = $2
       WHERE event_id = $1`,
      [eventId, new Date(NOW - endedS * 1_000)],
    ),
  );
  return eventId;
}

type Other = [organization: string, endedS: number | null];

test.each<[string, Other[], number?]>([
  ["unknown", []],
  ["unknown", [["org_a", null]], 10],
  ["unknown", [["org_b", null]]],
  ["unknown", [["org_a", 3_600]]],
  ["event", [["org_a", null]]],
  [
    "organization",
    [
      ["org_a", 80],
      ["org_b", null],
    ],
  ],
  ["organization", [["org_a", 80]]],
  [
    "integration",
    [
      ["org_b", 80],
      ["org_c", 90],
    ],
  ],
  [
    "organization",
    [
      ["org_a", 80],
      ["org_b", 75],
      ["org_c", null],
    ],
  ],
])("it is %s beside %j", async (scope, others, endedS = 70) => {
  const own = await connection("org_a", endedS);
  for (const other of others) await connection(...other);
  expect(await readEndScope(own)).toBe(scope);
});
