import { beforeEach, describe, expect, test } from "vitest";
import { withEventSql, withSystemSql } from "@/lib/db";
import { plantConnection } from "@/testing/plant-connection";
import type { Role } from "./actor";
import { createSession } from "./create-session";
import { findSession } from "./find-session";
import { grantOwnership } from "./grant-ownership";
import { requireRole } from "./require-role";

let count = 0;
let eventId: string;
let browser: { cookie: string; sessionHash: string };

beforeEach(async () => {
  count += 1;
  eventId = `evt_members_${count}`;
  browser = await createSession();
  await plantConnection({ eventId });
});

async function seat(role: Role, revokedAt: Date | null = null): Promise<void> {
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO members (event_id, id, session_hash, role, revoked_at)
       VALUES ($1, gen_random_uuid(), $2, $3, $4)`,
      [eventId, browser.sessionHash, role, revokedAt],
    ),
  );
}

async function visitAfter(idle: string): Promise<string | null> {
  await withSystemSql((sql) =>
    sql.query(
      `UPDATE sessions SET last_seen_at = now() - $2::interval,
         expires_at = now() - $2::interval + interval '30 days' WHERE id_hash = $1`,
      [browser.sessionHash, idle],
    ),
  );
  return (await findSession(browser.cookie)).sessionHash;
}

describe("a session", () => {
  test("lives for 30 days after the last visit", async () => {
    expect(await visitAfter("29 days 23 hours")).toBe(browser.sessionHash);
    const { rows } = await withSystemSql((sql) =>
      sql.query(
        "SELECT expires_at > now() + interval '29 days' AS moved FROM sessions WHERE id_hash = $1",
        [browser.sessionHash],
      ),
    );
    expect(rows).toEqual([{ moved: true }]);
    expect(await visitAfter("30 days 1 second")).toBeNull();
  });

  test("is not in the database as the browser holds it", async () => {
    const { rows } = await withSystemSql((sql) => sql.query("SELECT id_hash FROM sessions"));
    expect(JSON.stringify(rows)).not.toContain(browser.cookie);
    expect((await findSession(browser.sessionHash)).sessionHash).toBeNull();
  });
});

describe("a member of an event", () => {
  test.each<[Role, Role]>([
    ["viewer", "check_in"],
    ["check_in", "reviewer"],
    ["reviewer", "manager"],
    ["manager", "owner"],
  ])("who is %s is not yet %s", async (role, more) => {
    await seat(role);
    expect((await requireRole(browser, eventId, role)).role).toBe(role);
    await expect(requireRole(browser, eventId, more)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("whose seat was revoked does not find the event any more", async () => {
    await seat("owner", new Date());
    const attempt = requireRole(browser, eventId, "viewer");
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });

  test("who proves to Revento that they organize it is its owner, in the same seat", async () => {
    await seat("viewer", new Date());
    const id = await withEventSql(eventId, (sql) =>
      grantOwnership(sql, eventId, browser.sessionHash),
    );
    expect(await requireRole(browser, eventId, "owner")).toEqual({ memberId: id, role: "owner" });
  });
});
