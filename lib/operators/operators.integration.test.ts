import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withEventSql, withSystemSql } from "@/lib/db";
import { env } from "@/lib/env";
import { createSession } from "@/lib/members/create-session";
import { plantConnection } from "@/testing/plant-connection";
import { createOperatorSession } from "./create-operator-session";
import { findOperator } from "./find-operator";
import { getOwnSession } from "./get-own-session";
import { LOCAL_OPERATOR } from "./operator";
import { recordOperatorAction } from "./record-operator-action";
import { requireOperator } from "./require-operator";

const OLGA = "olga@foyer.example";
let session: { cookie: string; operatorSessionHash: string };

beforeEach(async () => {
  env().OPERATOR_OIDC_ISSUER = "https://id.example";
  env().OPERATOR_EMAILS = [OLGA];
  session = await createOperatorSession(OLGA);
});
afterEach(() => {
  delete env().OPERATOR_OIDC_ISSUER;
  env().OPERATOR_EMAILS = [];
});

async function age(created: string, seen: string): Promise<void> {
  await withSystemSql((sql) =>
    sql.query(
      `UPDATE operator_sessions SET created_at = now() - $2::interval,
         expires_at = now() - $2::interval + interval '8 hours', last_seen_at = now() - $3::interval
       WHERE id_hash = $1`,
      [session.operatorSessionHash, created, seen],
    ),
  );
}

async function isIn(): Promise<boolean> {
  const actor = await findOperator(session.cookie);
  // Whoever holds on to an actor is asked again by the verb.
  const direct = await requireOperator(session).then(
    () => true,
    () => false,
  );
  expect(actor.operatorSessionHash !== null).toBe(direct);
  return direct;
}

describe("an operator's session", () => {
  test("lives for 30 minutes after the last request", async () => {
    await age("1 hour", "29 minutes 50 seconds");
    expect(await isIn()).toBe(true);
    await age("1 hour", "30 minutes");
    expect(await isIn()).toBe(false);
  });

  test("is kept up by requests", async () => {
    await age("1 hour", "29 minutes");
    await findOperator(session.cookie);
    const { expiresAt } = await getOwnSession(session);
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 29 * 60_000);
  });

  test("is not kept up by requests beyond 8 hours", async () => {
    await age("7 hours 59 minutes 50 seconds", "0 seconds");
    expect(await isIn()).toBe(true);
    expect(Date.parse((await getOwnSession(session)).expiresAt)).toBeLessThan(Date.now() + 11_000);
    await age("8 hours", "0 seconds");
    expect(await isIn()).toBe(false);
  });

  test("is over at the next request once its address is off the list, and again good when it is back", async () => {
    env().OPERATOR_EMAILS = ["somebody-else@foyer.example"];
    expect(await isIn()).toBe(false);
    env().OPERATOR_EMAILS = [OLGA];
    expect(await isIn()).toBe(true);
  });

  test("of an address is worth nothing where no provider vouches for it", async () => {
    delete env().OPERATOR_OIDC_ISSUER;
    expect(await isIn()).toBe(false);
  });

  test("of a one-time link is good only while there is no provider", async () => {
    session = await createOperatorSession(LOCAL_OPERATOR);
    expect(await isIn()).toBe(false);
    delete env().OPERATOR_OIDC_ISSUER;
    expect(await isIn()).toBe(true);
  });

  test("of a one-time link does not come of an address that reads like one", async () => {
    env().OPERATOR_EMAILS = [LOCAL_OPERATOR];
    session = await createOperatorSession(LOCAL_OPERATOR);
    expect(await isIn()).toBe(false);
  });

  test("is not in the database as the browser holds it", async () => {
    const { rows } = await withSystemSql((sql) => sql.query("SELECT * FROM operator_sessions"));
    expect(JSON.stringify(rows)).not.toContain(session.cookie);
    expect((await findOperator(session.operatorSessionHash)).operatorSessionHash).toBeNull();
  });

  test.each([undefined, "", "guessed", "a".repeat(43)])(
    "is not that of somebody with the cookie %s",
    async (cookie) => {
      expect(await findOperator(cookie)).toEqual({ operatorSessionHash: null });
    },
  );

  test("is not an organizer's", async () => {
    const organizer = await createSession();
    expect((await findOperator(organizer.cookie)).operatorSessionHash).toBeNull();
    const posing = requireOperator({ operatorSessionHash: organizer.sessionHash });
    await expect(posing).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("what an operator does", () => {
  const ACTION = { action: "connection.paused", reason: "Too many errors", detail: { n: 3 } };

  test("in an event is in both trails, and the organizer's does not say who", async () => {
    const eventId = "evt_trail";
    await plantConnection({ eventId });
    await withEventSql(eventId, async (sql) => {
      await recordOperatorAction(sql, { name: OLGA }, { ...ACTION, eventId });
    });
    const read = (from: string) =>
      withEventSql(eventId, async (sql) => (await sql.query(`SELECT * FROM ${from}`)).rows);
    expect(await read("operator_actions")).toMatchObject([{ ...ACTION, operator: OLGA }]);
    const audit = await read("audit_entries");
    expect(audit).toMatchObject([
      { actor: "operator", action: ACTION.action, detail: { n: 3, reason: "Too many errors" } },
    ]);
    expect(JSON.stringify(audit)).not.toContain(OLGA);
  });

  test("is in neither trail when what it tells of did not happen", async () => {
    const failing = withEventSql("evt_trail", async (sql) => {
      await recordOperatorAction(
        sql,
        { name: OLGA },
        { ...ACTION, eventId: "evt_trail", reason: "x" },
      );
      throw new Error("not done after all");
    });
    await expect(failing).rejects.toThrow("not done");
    const { rows } = await withSystemSql((sql) =>
      sql.query("SELECT reason FROM operator_actions WHERE reason = 'x'"),
    );
    expect(rows).toEqual([]);
  });
});
