import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { withEventSql, withSystemSql } from "@/lib/db";
import { connectInProcess, forgetEvent } from "@/testing/connected-event";
import { startTestSandbox } from "@/testing/test-sandbox";

const EVENTS = ["evt_harbor", "evt_summit"];
const LIST = "/api/v1/developer/integrations/";
// The environment is read once: the product is loaded when the sandbox is there.
const sandbox = await startTestSandbox();
const { checkInstallations } = await import("./check-installations");
const { endConnectionOf } = await import("@/testing/ends");
const { pauseConnection } = await import("./pause-connection");
const { resumeConnection } = await import("./resume-connection");

afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("reset", {});
  for (const eventId of EVENTS) {
    await forgetEvent(eventId);
    await connectInProcess(sandbox, eventId, "usr_ana");
  }
});

const act = (action: string, more: object) => sandbox.control("act", { action, ...more });
const fault = (more: object) => sandbox.control("faults", { target: "request", ...more });

async function standing(eventId: string) {
  return withEventSql(eventId, async (sql) => {
    const found = await sql.query(
      `SELECT state, cause, (SELECT rule FROM erasures WHERE state = 'open') AS rule,
         (SELECT count(*)::int FROM tokens) AS tokens FROM connections WHERE event_id = $1`,
      [eventId],
    );
    return found.rows[0];
  });
}
const LIVING = { state: "active", cause: "connected", rule: null, tokens: 1 };

/** Calls of the read API since the last reset. */
async function apiCalls(): Promise<{ path: string; status: number | null }[]> {
  const { data } = (await sandbox.control("requests")) as {
    data: { path: string; status: number | null }[];
  };
  return data.filter(({ path }) => path.startsWith("/api/v1/events/"));
}

describe("comparing with Revento's list (contract 4, last row)", () => {
  test("finds nothing where both agree, and calls nobody", async () => {
    const check = await checkInstallations("schedule");
    expect(check).toMatchObject({ listed: 2, failure: null, differences: [] });
    expect(await apiCalls()).toEqual([]);
  });

  test("finds the revocation that no webhook told, and asks for the erasure it implies", async () => {
    await act("revoke_connection", { event_id: "evt_harbor", silent: true });
    const check = await checkInstallations("schedule");
    const difference = { eventId: "evt_harbor", organizationId: "org_lumen" };
    expect(check.differences).toEqual([{ ...difference, kind: "listed_ended", outcome: "ended" }]);
    const ended = { state: "revoked", cause: "not_listed", rule: "required", tokens: 0 };
    expect(await standing("evt_harbor")).toEqual(ended);
    expect(await standing("evt_summit")).toEqual(LIVING);
    expect((await checkInstallations("schedule")).differences).toEqual([]);
  });

  test("explains an end that a call found before the list did, whichever comes first", async () => {
    await act("revoke_connection", { event_id: "evt_harbor", silent: true });
    await endConnectionOf("evt_harbor", { cause: "token_revoked" });
    expect(await standing("evt_harbor")).toMatchObject({ rule: "ended" });
    await checkInstallations("ops@foyer.example");
    expect(await standing("evt_harbor")).toMatchObject({ cause: "not_listed", rule: "required" });
  });

  test("learns from the list that a suspension was it, which asks for no erasure (contract 7.6)", async () => {
    await act("suspend_integration", { reason: "complaints", silent: true });
    await checkInstallations("schedule");
    const suspended = { state: "suspended", cause: "integration.suspended", rule: "ended" };
    for (const event of EVENTS) expect(await standing(event)).toMatchObject(suspended);
  });

  test("ends nothing that the list lacks but whose token Revento still accepts", async () => {
    await fault({ path: LIST, kind: "empty" });
    const check = await checkInstallations("schedule");
    expect(check.differences).toEqual(
      EVENTS.map((eventId) => {
        const known = { eventId, organizationId: "org_lumen" };
        return { ...known, kind: "not_listed", outcome: "still_works" };
      }),
    );
    for (const event of EVENTS) expect(await standing(event)).toEqual(LIVING);
  });

  test.each([
    ["cannot be read", { kind: "status", status: 503 }, "internal_error"],
    ["is not as the contract says", { kind: "malformed" }, "malformed_answer"],
  ])("a list that %s ends nothing, and the failure is kept", async (_, kind, failure) => {
    await act("revoke_connection", { event_id: "evt_harbor", silent: true });
    await fault({ path: LIST, times: 1, ...kind });
    const check = await checkInstallations("schedule");
    expect(check).toMatchObject({ listed: null, failure, differences: [] });
    expect(await standing("evt_harbor")).toEqual(LIVING);
  });

  test("a token that could not be asked about ends nothing", async () => {
    await act("revoke_connection", { event_id: "evt_harbor", silent: true });
    await withEventSql("evt_harbor", (sql) =>
      sql.query("UPDATE tokens SET access_expires_at = now() - interval '1 second'"),
    );
    await fault({ path: "/oauth/token", kind: "status", status: 503 });
    const check = await checkInstallations("schedule");
    expect(check.differences).toMatchObject([{ eventId: "evt_harbor", outcome: "unavailable" }]);
    expect(await standing("evt_harbor")).toEqual(LIVING);
  });

  test("says which events Revento still lists here where they have ended or were never seen", async () => {
    await endConnectionOf("evt_harbor", { cause: "ended_by_operator" });
    await forgetEvent("evt_summit");
    const check = await checkInstallations("schedule");
    expect(check.differences).toMatchObject([
      { eventId: "evt_harbor", kind: "listed_active", outcome: "none" },
      { eventId: "evt_summit", kind: "unknown_here", outcome: "none" },
    ]);
    expect(await apiCalls()).toEqual([]);
  });

  test("keeps what came of the last fifty", async () => {
    await withSystemSql((sql) => sql.query("DELETE FROM installation_checks"));
    for (let count = 0; count < 52; count += 1) await checkInstallations("schedule");
    const { rows } = await withSystemSql((sql) =>
      sql.query("SELECT count(*)::int AS kept FROM installation_checks"),
    );
    expect(rows[0].kept).toBe(50);
  });
});

test("a consent that comes to its end warns 30, 7 and 1 days before, once each, and then it is over (contract 2.4)", async () => {
  const { warnOfConsentEnds } = await import("./warn-of-consent-ends");
  const age = (interval: string) =>
    withEventSql("evt_harbor", (sql) =>
      sql.query("UPDATE tokens SET first_issued_at = now() - interval '365 days' + $1::interval", [
        interval,
      ]),
    );
  const warnings = () =>
    withEventSql("evt_harbor", async (sql) => {
      const found = await sql.query(
        `SELECT detail->'days' AS days FROM audit_entries
         WHERE event_id = $1 AND action = 'connection.consent_ends_soon' ORDER BY at`,
        ["evt_harbor"],
      );
      return found.rows.map(({ days }) => days);
    });
  await age("31 days");
  expect(await warnOfConsentEnds()).toEqual({ warned: 0, ended: 0 });
  for (const left of ["30 days", "29 days", "7 days", "5 days", "23 hours", "1 hour"]) {
    await age(left);
    await Promise.all([warnOfConsentEnds(), warnOfConsentEnds()]);
  }
  expect(await warnings()).toEqual([30, 7, 1]);
  await age("-1 second");
  expect(await warnOfConsentEnds()).toEqual({ warned: 0, ended: 0 });
  await withEventSql("evt_harbor", (sql) =>
    sql.query("UPDATE tokens SET access_expires_at = now() - interval '1 second'"),
  );
  expect(await warnOfConsentEnds()).toEqual({ warned: 0, ended: 1 });
  const ended = { state: "needs_reconnect", cause: "consent_expired", rule: "ended", tokens: 0 };
  expect(await standing("evt_harbor")).toEqual(ended);
  expect(await standing("evt_summit")).toEqual(LIVING);
  await connectInProcess(sandbox, "evt_harbor", "usr_ana");
  await age("29 days");
  expect(await warnOfConsentEnds()).toMatchObject({ warned: 1 });
});

describe("a pause", () => {
  const inEvent = (work: typeof pauseConnection) =>
    withEventSql("evt_harbor", (sql) => work(sql, "evt_harbor"));

  test("begins and ends once, and a connection that has ended cannot be paused", async () => {
    expect([await inEvent(pauseConnection), await inEvent(pauseConnection)]).toEqual([true, false]);
    expect([await inEvent(resumeConnection), await inEvent(resumeConnection)]).toEqual([
      true,
      false,
    ]);
    await endConnectionOf("evt_harbor", { cause: "token_revoked" });
    expect(await inEvent(pauseConnection)).toBe(false);
  });

  test("makes no call, not even to look for the event that the list calls ended", async () => {
    await inEvent(pauseConnection);
    await act("revoke_connection", { event_id: "evt_harbor", silent: true });
    const check = await checkInstallations("schedule");
    expect(check.differences).toMatchObject([{ outcome: "unavailable" }]);
    expect(await apiCalls()).toEqual([]);
  });
});
