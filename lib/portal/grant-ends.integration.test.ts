import { createHash } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { connectInProcess, forgetEvent } from "@/testing/connected-event";
import { deliverFromSandbox } from "@/testing/deliver-from-sandbox";
import { signInInProcess, visitorIn } from "@/testing/sign-in-in-process";
import { startTestSandbox } from "@/testing/test-sandbox";
import type { Visitor } from "./visitor";

const EVENT = "evt_harbor";
const ME = "usr_p_harbor_1";
const NINETY_ONE_DAYS_MS = 91 * 86_400_000;
const VERIFIER = "v".repeat(43);
const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");

const revento = await startTestSandbox();
const { getPortalEntry } = await import("./get-portal-entry");
const { getMe, refreshMe } = await import("./get-me");
const { signOut } = await import("./sign-out");
const { redeemHandoff } = await import("./sign-in/redeem-handoff");
const { requireParticipant } = await import("./with-participant");
const { endConnectionOf, endGrantOf } = await import("@/testing/ends");
const { endAbandonedGrants } = await import("@/lib/grants/end-abandoned-grants");

async function tokensOf(userId: string): Promise<number> {
  return withEventSql(EVENT, async (sql) => {
    const found = await sql.query("SELECT 1 FROM tokens WHERE event_id = $1 AND holder = $2", [
      EVENT,
      userId,
    ]);
    return found.rowCount ?? 0;
  });
}

async function meCallsMade(): Promise<number> {
  const { data } = (await revento.control("requests?since=0")) as { data: { path: string }[] };
  return data.filter(({ path }) => path.startsWith("/api/v1/me")).length;
}

async function expectSignedOut(visitor: Visitor, reason: string): Promise<void> {
  // An end within a second of the sign-in is asked about first.
  await expect.poll(() => tokensOf(ME)).toBe(0);
  expect((await getPortalEntry(visitor)).session).toEqual({ state: "signed_out", reason });
  await expect(requireParticipant(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
  expect(await tokensOf(ME)).toBe(0);
  // No call is made with a dead token.
  const before = await meCallsMade();
  await expect(getMe(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(refreshMe(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
  expect(await meCallsMade()).toBe(before);
}

async function changesOf(topic: string): Promise<string[][]> {
  return withEventSql(EVENT, async (sql) => {
    const found = await sql.query<{ ids: string[] }>(
      "SELECT ids FROM changes WHERE event_id = $1 AND topic = $2 ORDER BY seq",
      [EVENT, topic],
    );
    return found.rows.map((row) => row.ids);
  });
}

let visitor: Visitor;

beforeEach(async () => {
  await revento.control("reset", {});
  await forgetEvent(EVENT);
  await withEventSql(EVENT, (sql) => sql.query("DELETE FROM deliveries"));
  await connectInProcess(revento, EVENT, "usr_ana");
  visitor = await visitorIn(revento, EVENT, ME);
});

afterAll(() => revento.close());

test("a grant that the person takes back in Revento ends with its delivery (contract 7.5)", async () => {
  expect(await requireParticipant(visitor)).toMatchObject({ userId: ME });
  await revento.control("act", { action: "revoke_user_access", event_id: EVENT, user_id: ME });
  await deliverFromSandbox(revento, EVENT, "user.revoked_access");
  await expectSignedOut(visitor, "revoked_by_you");
  expect((await changesOf("grants")).at(-1)).toEqual([ME]);
});

/** Revento's clock goes to the beginning of a second, in which all that follows happens. */
async function beginSecond(): Promise<void> {
  await revento.control("clock", { advance_ms: 3_000 - (Date.now() % 1_000) });
}

test("a revocation and a new sign-in within one second end what was before, and not the new session", async () => {
  await beginSecond();
  await revento.control("act", { action: "revoke_user_access", event_id: EVENT, user_id: ME });
  const again = await visitorIn(revento, EVENT, ME);
  await deliverFromSandbox(revento, EVENT, "user.revoked_access");
  await expect.poll(meCallsMade).toBeGreaterThan(0);
  expect(await requireParticipant(again)).toMatchObject({ userId: ME });
  await expect(requireParticipant(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
});

test("a revocation within a second of its sign-in is found out at the next visit, where Revento cannot be asked at once", async () => {
  await beginSecond();
  const again = await visitorIn(revento, EVENT, ME);
  await revento.control("act", { action: "revoke_user_access", event_id: EVENT, user_id: ME });
  const asPerson = (text: string) => withEventSql(EVENT, (sql) => sql.query(text, [EVENT, ME]));
  const pause = (until: string) =>
    asPerson(`UPDATE tokens SET paused_until = ${until} WHERE event_id = $1 AND holder = $2`);
  const isToBeAsked = async () =>
    (
      await asPerson(
        "SELECT 1 FROM grants WHERE event_id = $1 AND user_id = $2 AND checked_at IS NULL",
      )
    ).rowCount;
  await asPerson("UPDATE grants SET checked_at = now() WHERE event_id = $1 AND user_id = $2");
  await pause("now() + interval '1 hour'");
  await deliverFromSandbox(revento, EVENT, "user.revoked_access");
  await expect.poll(isToBeAsked).toBe(1);
  await pause("NULL");
  await expect(getMe(again)).rejects.toMatchObject({ code: "unauthenticated" });
  await expectSignedOut(again, "grant_ended");
});

test("a grant whose revocation nobody told ends with the first call that answers token_revoked (contract 7.7)", async () => {
  await revento.control("act", { action: "revoke_user_access", event_id: EVENT, user_id: ME });
  await expect(refreshMe(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
  await expectSignedOut(visitor, "grant_ended");
});

test("a grant that can no longer be refreshed ends (contract 2.6)", async () => {
  await revento.control("clock", { advance_ms: NINETY_ONE_DAYS_MS });
  await expect(refreshMe(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
  await expectSignedOut(visitor, "grant_ended");
});

test("every grant of an event ends with its connection (contract 7.1)", async () => {
  await endConnectionOf(EVENT, { cause: "data.deletion_required" });
  await expectSignedOut(visitor, "connection_ended");
  expect((await getPortalEntry(visitor)).event).toBeNull();
});

test.each([
  ["the end of a connection", "data.deletion_required", ["revoke_connection"]],
  ["a suspension", "integration.suspended", ["suspend_integration", "reinstate_integration"]],
])(
  "%s that is told after the event was connected again ends the grants of before it",
  async (_, type, [end = "", undo]) => {
    await revento.control("act", { action: end, event_id: EVENT });
    if (undo) await revento.control("act", { action: undo });
    await revento.control("clock", { advance_ms: 5_000 });
    await connectInProcess(revento, EVENT, "usr_ana");
    const newcomer = await visitorIn(revento, EVENT, "usr_p_harbor_2");
    expect(await requireParticipant(visitor)).toMatchObject({ userId: ME });
    await deliverFromSandbox(revento, type === "integration.suspended" ? "" : EVENT, type);
    await expectSignedOut(visitor, "grant_ended");
    expect(await requireParticipant(newcomer)).toMatchObject({ userId: "usr_p_harbor_2" });
    expect((await changesOf("grants")).at(-1)).toEqual([ME]);
  },
);

test("a revocation that Revento tells late ends the sessions of before it, and no sign-in of after it", async () => {
  const framed = await signInInProcess(revento, EVENT, ME, { challenge: CHALLENGE });
  await revento.control("act", { action: "revoke_user_access", event_id: EVENT, user_id: ME });
  await revento.control("clock", { advance_ms: 5_000 });
  const again = await visitorIn(revento, EVENT, ME);
  const later = await signInInProcess(revento, EVENT, ME, { challenge: CHALLENGE });
  await deliverFromSandbox(revento, EVENT, "user.revoked_access");
  expect(await requireParticipant(again)).toMatchObject({ userId: ME });
  await expect(requireParticipant(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
  expect((await changesOf("grants")).at(-1)).toEqual([ME]);
  await expect(redeem(framed)).rejects.toMatchObject({ code: "unauthenticated" });
  expect(await redeem(later)).toContain("foyer_frame_");
});

async function redeem(signedIn: object): Promise<string> {
  const code = "handoffCode" in signedIn ? signedIn.handoffCode : undefined;
  return redeemHandoff({ eventId: EVENT, code, verifier: VERIFIER });
}

test("a session of before a revocation stays signed out when the person signs in anew", async () => {
  // Within a second of the sign-in nobody knows which came first, and Revento is asked.
  await revento.control("clock", { advance_ms: 2_000 });
  await revento.control("act", { action: "revoke_user_access", event_id: EVENT, user_id: ME });
  await deliverFromSandbox(revento, EVENT, "user.revoked_access");
  await revento.control("clock", { advance_ms: 5_000 });
  const again = await visitorIn(revento, EVENT, ME);
  expect(await requireParticipant(again)).toMatchObject({ userId: ME });
  await expect(requireParticipant(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
  expect((await getPortalEntry(visitor)).session).toEqual({
    state: "signed_out",
    reason: "session_ended",
  });
});

test("a call that was made with the token of before never ends the sign-in of after it", async () => {
  const generation = () =>
    withEventSql(EVENT, async (sql) => {
      const found = await sql.query<{ generation: number }>(
        "SELECT generation FROM tokens WHERE event_id = $1 AND holder = $2",
        [EVENT, ME],
      );
      return found.rows[0]?.generation;
    });
  const before = await generation();
  await signOut(visitor, { everywhere: true });
  const again = await visitorIn(revento, EVENT, ME);
  expect(await generation()).not.toBe(before);
  expect(await endGrantOf(EVENT, ME, { cause: "token_revoked", generation: before })).toBe(false);
  expect(await requireParticipant(again)).toMatchObject({ userId: ME });
});

describe("signing out", () => {
  test("of one browser leaves the person's other one, and the grant", async () => {
    const other = await visitorIn(revento, EVENT, ME);
    await signOut(visitor, { everywhere: false });
    await expect(requireParticipant(visitor)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await requireParticipant(other)).toMatchObject({ userId: ME });
    expect(await tokensOf(ME)).toBe(1);
  });

  test("of the last browser ends the grant", async () => {
    await signOut(visitor, { everywhere: false });
    expect(await tokensOf(ME)).toBe(0);
    expect((await getPortalEntry(visitor)).session).toMatchObject({ state: "signed_out" });
  });

  test("everywhere signs out every browser of this person, and nobody else's", async () => {
    const other = await visitorIn(revento, EVENT, ME);
    const somebody = await visitorIn(revento, EVENT, "usr_p_harbor_2");
    await signOut(other, { everywhere: true });
    await expectSignedOut(visitor, "signed_out_everywhere");
    expect(await requireParticipant(somebody)).toMatchObject({ userId: "usr_p_harbor_2" });
  });
});

test("what Foyer knew of the person's profile goes with the grant", async () => {
  await refreshMe(visitor);
  await signOut(visitor, { everywhere: true });
  const { rows } = await withEventSql(EVENT, (sql) =>
    sql.query("SELECT state, cause, name, email, profile_read_at FROM grants"),
  );
  expect(rows).toEqual([
    {
      state: "ended",
      cause: "signed_out_everywhere",
      name: null,
      email: null,
      profile_read_at: null,
    },
  ]);
});

test("a grant that no browser holds any more ends after an hour, one in use never", async () => {
  await visitorIn(revento, EVENT, "usr_p_harbor_2");
  await withEventSql(EVENT, async (sql) => {
    await sql.query("UPDATE grants SET state_since = now() - interval '2 hours'");
    await sql.query("UPDATE portal_sessions SET expires_at = now() WHERE user_id = $1", [ME]);
  });
  expect(await endAbandonedGrants()).toBe(1);
  await expectSignedOut(visitor, "session_ended");
  expect(await tokensOf("usr_p_harbor_2")).toBe(1);
});
