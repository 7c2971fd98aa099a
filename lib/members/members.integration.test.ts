import { beforeEach, describe, expect, test } from "vitest";
import { withEvent, withEventSql, withSystemSql } from "@/lib/db";
import { plantConnection } from "@/testing/plant-connection";
import { plantSeat } from "@/testing/plant-seat";
import { createSession } from "./create-session";
import { findSession, findSessionAndSeat } from "./find-session";
import { grantOwnership } from "./grant-ownership";
import type { Role } from "./role-view";
import { requirePermission } from "./with-permission";

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
    plantSeat(sql, { eventId, sessionHash: browser.sessionHash, role, revokedAt }),
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
  test.each<[Role, boolean]>([
    ["owner", true],
    ["manager", true],
    ["reviewer", false],
    ["viewer", false],
  ])("who is %s may read, and change the team's views: %s", async (role, mayShare) => {
    await seat(role);
    expect((await requirePermission(browser, eventId, "people.read")).role).toBe(role);
    const share = requirePermission(browser, eventId, "views.share");
    if (mayShare) await expect(share).resolves.toMatchObject({ role });
    else await expect(share).rejects.toMatchObject({ code: "forbidden" });
  });

  test("who is at the door may open its page, and nothing else", async () => {
    await seat("door");
    expect((await requirePermission(browser, eventId, "door.open")).role).toBe("door");
    for (const permission of ["event.read", "people.read", "program.read"] as const) {
      const attempt = requirePermission(browser, eventId, permission);
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("is found together with the session, in that event alone", async () => {
    await seat("reviewer");
    const { cookie, sessionHash } = browser;
    const here = await findSessionAndSeat(cookie, eventId);
    expect(here).toEqual({ actor: { sessionHash }, seat: "reviewer" });
    expect((await findSessionAndSeat(cookie, "evt_elsewhere")).seat).toBeNull();
    expect(await findSessionAndSeat("x", eventId)).toEqual({
      actor: { sessionHash: null },
      seat: null,
    });
  });

  test("whose seat was revoked does not find the event any more", async () => {
    await seat("owner", new Date());
    const attempt = requirePermission(browser, eventId, "event.read");
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });

  test("who proves to Revento that they organize it is its owner, in the same seat", async () => {
    await seat("viewer");
    const id = await withEvent(eventId, ({ db }) =>
      grantOwnership(db, eventId, browser.sessionHash),
    );
    expect(await requirePermission(browser, eventId, "event.read")).toMatchObject({
      memberId: id,
      role: "owner",
    });
  });
});
