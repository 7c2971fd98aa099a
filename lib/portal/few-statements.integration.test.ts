import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import { withEventSql } from "@/lib/db";
import { recordChange } from "@/lib/live/record-change";
import { type PlantedVisitor, plantVisitor } from "@/testing/planted-visitor";
import { getMe, getMeAndMyData } from "./get-me";
import { getPortalEntry } from "./get-portal-entry";
import { getProgramAndAgenda } from "./get-program-and-agenda";

let ana: PlantedVisitor;
beforeEach(async () => {
  const eventId = `evt_${randomUUID()}`;
  ana = await plantVisitor(eventId, "usr_ana");
  await withEventSql(eventId, async (sql) => {
    await sql.query("UPDATE grants SET checked_at = now()");
    await sql.query(
      `INSERT INTO participants (event_id, participant_id, user_id, application_id, status, fields, version_at, updated_at, confirmed_at, source)
       VALUES ($1, 'ptp_ana', 'usr_ana', 'app_ana', 'approved', '{}', now(), now(), now(), 'sync')`,
      [eventId],
    );
    await recordChange(sql, eventId, "program", []);
  });
});

/** What work asks the database, but for the beginnings and ends of its transactions. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const asked = query.mock.calls.map(([first]) => {
    const said: unknown = first;
    return typeof said === "string" ? said : String((said as { text?: string } | null)?.text);
  });
  query.mockRestore();
  return asked.filter((text) => !/^(BEGIN|COMMIT|ROLLBACK)/.test(text));
}

test.each([
  ["front", 4, async () => [await getPortalEntry(ana), await getMe(ana)]],
  ["program", 4, async () => [await getPortalEntry(ana), await getProgramAndAgenda(ana)]],
  ["me", 10, async () => [await getPortalEntry(ana), await getMeAndMyData(ana)]],
])("the page %s asks the database %i questions at the most", async (_, most, read) => {
  await read();
  const asked = await statementsOf(read);
  expect(asked.length, asked.join("\n──\n")).toBeLessThanOrEqual(most);
});
