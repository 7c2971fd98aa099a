import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { withEventSql } from "@/lib/db";
import { connectInProcess, forgetEvent } from "@/testing/connected-event";
import { codeFor, signInInProcess, visitorIn } from "@/testing/sign-in-in-process";
import { startTestSandbox } from "@/testing/test-sandbox";

const EVENT = "evt_harbor";
const OTHER_EVENT = "evt_summit";
const ME = "usr_p_harbor_1";

const revento = await startTestSandbox();
const { portalCookieName, visitorOf } = await import("@/lib/portal/portal-cookie");
const { requireParticipant } = await import("@/lib/portal/with-participant");
const { endConnectionOf } = await import("@/testing/ends");
const { obtainGrant } = await import("./obtain-grant");
const { redeemHandoff } = await import("./redeem-handoff");

beforeEach(async () => {
  await revento.control("reset", {});
  for (const event of [EVENT, OTHER_EVENT]) {
    await forgetEvent(event);
    await connectInProcess(revento, event, "usr_ana");
  }
});

afterAll(() => revento.close());

test("a sign-in stores one grant with its tokens closed, and opens this event's portal (contract 2.2, 2.9)", async () => {
  const visitor = await visitorIn(revento, EVENT, ME);
  expect(await requireParticipant(visitor)).toMatchObject({
    userId: ME,
    scopes: ["profile.read", "event.attendance"],
  });
  const { rows } = await withEventSql(EVENT, (sql) =>
    sql.query<{ access_token: string; refresh_token: string }>(
      "SELECT access_token, refresh_token FROM tokens WHERE holder = $1",
      [ME],
    ),
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/rev_(user|refresh)/);
});

test("a second sign-in of the same person takes the tokens' place and leaves the first signed in", async () => {
  const first = await visitorIn(revento, EVENT, ME);
  const second = await visitorIn(revento, EVENT, ME, { scopes: ["profile.read"] });
  expect(await requireParticipant(first)).toMatchObject({ userId: ME, scopes: ["profile.read"] });
  expect(await requireParticipant(second)).toMatchObject({ userId: ME });
});

test("a session of one event opens no other event, under whatever name it comes", async () => {
  const mine = await visitorIn(revento, EVENT, ME);
  await expect(requireParticipant({ ...mine, eventId: OTHER_EVENT })).rejects.toMatchObject({
    code: "unauthenticated",
  });
  const { encode } = await import("next-auth/jwt");
  const value = await encode({
    token: { sid: "A".repeat(43), event_id: EVENT },
    secret: process.env.NEXTAUTH_SECRET ?? "",
  });
  const renamed = await visitorOf(`${portalCookieName(OTHER_EVENT)}=${value}`, OTHER_EVENT);
  expect(renamed).toEqual({ eventId: OTHER_EVENT, sessionHash: null });
});

test("a code of another event is refused, and nothing is stored (contract 1.3)", async () => {
  const signIn = signInInProcess(revento, EVENT, ME, { attemptFor: OTHER_EVENT });
  await expect(signIn).rejects.toMatchObject({ reason: "wrong_event" });
  for (const event of [EVENT, OTHER_EVENT]) {
    const { rowCount } = await withEventSql(event, (sql) => sql.query("SELECT 1 FROM grants"));
    expect(rowCount).toBe(0);
  }
});

test("a code works once (contract 3.7)", async () => {
  const { code, codeVerifier } = await codeFor(revento, EVENT, ME);
  await obtainGrant(EVENT, code, codeVerifier);
  await expect(obtainGrant(EVENT, code, codeVerifier)).rejects.toMatchObject({
    reason: "code_refused",
  });
});

test("a code is worth nothing without the verifier (RFC 7636)", async () => {
  const { code } = await codeFor(revento, EVENT, ME);
  await expect(
    obtainGrant(EVENT, code, randomBytes(32).toString("base64url")),
  ).rejects.toMatchObject({ reason: "code_refused" });
});

test("an outage of the token endpoint is told as such (contract 1.7)", async () => {
  const { code, codeVerifier } = await codeFor(revento, EVENT, ME);
  const fault = { target: "request", path: "/oauth/token", kind: "status", status: 503, times: 1 };
  await revento.control("faults", fault);
  await expect(obtainGrant(EVENT, code, codeVerifier)).rejects.toMatchObject({
    reason: "revento_unavailable",
  });
});

test.each([["profile"], ["application"]])(
  "a token whose answer names no user is of whom Revento names in the %s",
  async (named) => {
    const { code, codeVerifier } = await codeFor(revento, EVENT, ME);
    const rewrite = (path: string, change: object) =>
      revento.control("faults", { target: "request", path, kind: "rewrite", ...change });
    await rewrite("/oauth/token", { unset: ["user_id"] });
    if (named === "application") {
      await rewrite("/api/v1/me/profile", { unset: ["id"] });
      await rewrite("/api/v1/me/application", { set: { user_id: ME } });
    }
    expect(await obtainGrant(EVENT, code, codeVerifier)).toMatchObject({ userId: ME });
  },
);

test("a connection that ends while somebody signs in leaves them outside, with nothing stored", async () => {
  const { code, codeVerifier } = await codeFor(revento, EVENT, ME);
  const granted = await obtainGrant(EVENT, code, codeVerifier);
  await endConnectionOf(EVENT, { cause: "invalid_grant" });
  const { storeGrant } = await import("./store-grant");
  const attempt = { id: "a-test-attempt", eventId: EVENT, returnTo: "/" };
  await expect(storeGrant(attempt, granted)).rejects.toMatchObject({ reason: "not_connected" });
  const { rowCount } = await withEventSql(EVENT, (sql) =>
    sql.query("SELECT 1 FROM tokens UNION ALL SELECT 1 FROM grants"),
  );
  expect(rowCount).toBe(0);
});

describe("a browser that comes back because no answer reached it", () => {
  const state = "the-state-of-this-sign-in-and-no-other";
  const attempt = { id: "a-test-attempt", eventId: EVENT, returnTo: "/" };

  async function signedInUnheard(): Promise<void> {
    const { spendAttempt } = await import("./sign-in-attempt");
    expect(await spendAttempt(attempt, state)).toBe(true);
    const { code, codeVerifier } = await codeFor(revento, EVENT, ME);
    const { storeGrant } = await import("./store-grant");
    await storeGrant(attempt, await obtainGrant(EVENT, code, codeVerifier), state);
  }

  test("finds what came of it, by the state that only it has", async () => {
    await signedInUnheard();
    const { resumeSignIn } = await import("./sign-in-outcome");
    expect(await resumeSignIn(attempt, state)).toEqual({ sid: expect.any(String) });
    const challenge = "c".repeat(43);
    const ofFrame = await resumeSignIn({ ...attempt, challenge }, state);
    expect(ofFrame).toEqual({ handoffCode: expect.any(String) });
    expect(await resumeSignIn(attempt, "another state")).toBeNull();
    const { rows } = await withEventSql(EVENT, (sql) => sql.query("SELECT * FROM spent_sign_ins"));
    expect(JSON.stringify(rows)).not.toContain(ME);
  });

  test("finds nothing where the grant has ended meanwhile", async () => {
    await signedInUnheard();
    await endConnectionOf(EVENT, { cause: "token_revoked" });
    const { resumeSignIn } = await import("./sign-in-outcome");
    expect(await resumeSignIn(attempt, state)).toBeNull();
  });

  test("waits while it is worked on, but not for ever", async () => {
    const { spendAttempt } = await import("./sign-in-attempt");
    const { resumeSignIn } = await import("./sign-in-outcome");
    await spendAttempt(attempt, state);
    expect(await resumeSignIn(attempt, state)).toBe("pending");
    await withEventSql(EVENT, (sql) =>
      sql.query("UPDATE spent_sign_ins SET spent_at = spent_at - interval '2 minutes'"),
    );
    expect(await resumeSignIn(attempt, state)).toBeNull();
  });
});

test("a sign-in waits for nobody who changes the event, and nobody waits for it", async () => {
  const { code, codeVerifier } = await codeFor(revento, EVENT, ME);
  const granted = await obtainGrant(EVENT, code, codeVerifier);
  const { storeGrant } = await import("./store-grant");
  const { changeEventInSql } = await import("@/lib/live/change-event");
  const attempt = { id: "a-test-attempt", eventId: EVENT, returnTo: "/" };
  await changeEventInSql(EVENT, async () => {
    expect(await storeGrant(attempt, granted)).toEqual({ sid: expect.any(String) });
  });
});

test("a database that has too much to do loses no code that was exchanged", async () => {
  const { code, codeVerifier } = await codeFor(revento, EVENT, ME);
  const granted = await obtainGrant(EVENT, code, codeVerifier);
  const { storeGrant } = await import("./store-grant");
  const full = new Error("timeout exceeded when trying to connect");
  const connect = vi.spyOn(pg.Pool.prototype, "connect");
  for (let n = 0; n < 2; n += 1) connect.mockRejectedValueOnce(full as never);
  const signedIn = await storeGrant(
    { id: "a-test-attempt", eventId: EVENT, returnTo: "/" },
    granted,
  );
  expect(signedIn).toEqual({ sid: expect.any(String) });
  expect(connect.mock.calls.length).toBeGreaterThan(2);
  connect.mockRestore();
});

describe("the hand-over from a popup to its frame", () => {
  const verifier = "what-only-the-frame-knows";
  const challenge = createHash("sha256").update(verifier).digest("base64url");

  async function handoffCode(): Promise<string> {
    const signedIn = await signInInProcess(revento, EVENT, ME, { challenge });
    if (!("handoffCode" in signedIn)) throw new Error("a sign-in for a frame brought no code");
    return signedIn.handoffCode;
  }

  test("gives the frame a session of its own in a partitioned cookie, once", async () => {
    const code = await handoffCode();
    const cookie = await redeemHandoff({ eventId: EVENT, code, verifier });
    expect(cookie).toMatch(/; HttpOnly; SameSite=None; Secure; Partitioned$/);
    const visitor = await visitorOf(cookie.split(";")[0], EVENT);
    expect(await requireParticipant(visitor)).toMatchObject({ userId: ME });
    await expect(redeemHandoff({ eventId: EVENT, code, verifier })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  test("is burnt by a wrong verifier", async () => {
    const code = await handoffCode();
    for (const tried of ["a guess", verifier]) {
      await expect(redeemHandoff({ eventId: EVENT, code, verifier: tried })).rejects.toMatchObject({
        code: "unauthenticated",
      });
    }
  });

  test("works in its own event only, for a minute, and not after the grant's end", async () => {
    const elsewhere = await handoffCode();
    await expect(
      redeemHandoff({ eventId: OTHER_EVENT, code: elsewhere, verifier }),
    ).rejects.toMatchObject({ code: "unauthenticated" });

    const late = await handoffCode();
    await withEventSql(EVENT, (sql) => sql.query("UPDATE handoffs SET expires_at = now()"));
    await expect(redeemHandoff({ eventId: EVENT, code: late, verifier })).rejects.toMatchObject({
      code: "unauthenticated",
    });

    const dead = await handoffCode();
    await endConnectionOf(EVENT, { cause: "token_revoked" });
    await expect(redeemHandoff({ eventId: EVENT, code: dead, verifier })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});
