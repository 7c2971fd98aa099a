import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectByHttp } from "@/testing/connect-by-http";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { freshFoyer } from "@/testing/fresh-foyer";
import { HttpBrowser } from "@/testing/http-browser";
import { signInByHttp } from "@/testing/portal-sign-in";
import { untilSynced } from "@/testing/until-synced";

const EVENT = "evt_harbor";
const OTHER_EVENT = "evt_summit";

let foyer: FoyerUnderTest;
let next = 1;
/** Somebody of evt_harbor whom no other test has met. */
const somebody = () => `usr_p_harbor_${next++}`;

beforeAll(async () => {
  foyer = await freshFoyer();
  await connectByHttp(foyer, EVENT, "usr_ana");
  await untilSynced(foyer, EVENT);
});

afterAll(() => foyer?.close());

describe("a frame's code", () => {
  const verifier = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");

  async function codeFor(userId: string): Promise<string> {
    const { browser, answer } = await signInByHttp(foyer, EVENT, userId, { challenge });
    const page = await answer.text();
    const names = [...browser.cookies.keys()].join();
    expect(names, "the popup itself stays signed out").not.toMatch(/foyer_(portal|frame)_/);
    return /data-code="([^"]+)"/.exec(page)?.[1] ?? "";
  }
  const redeem = (browser: HttpBrowser, body: object, eventId = EVENT) =>
    browser.send("POST", `/api/portal/${eventId}/handoff`, body);

  test("brings the frame that asked a partitioned session, once", async () => {
    const frame = new HttpBrowser(foyer.appUrl);
    const code = await codeFor(somebody());
    const answer = await redeem(frame, { code, verifier });
    expect(answer.status).toBe(204);
    const [line = ""] = answer.headers.getSetCookie();
    for (const attribute of ["HttpOnly", "SameSite=None", "Secure", "Partitioned"]) {
      expect(line).toContain(`; ${attribute}`);
    }
    expect((await frame.ask(`/api/portal/${EVENT}/me`)).status).toBe(200);
    const again = new HttpBrowser(foyer.appUrl);
    expect((await redeem(again, { code, verifier })).status).toBe(401);
    expect(again.cookies.size).toBe(0);
  });

  test("and a sign-in in a tab of the same site take each other's place: the newest counts, and there is no loop", async () => {
    const browser = new HttpBrowser(foyer.appUrl);
    const [framed, inTab, framedAgain] = [somebody(), somebody(), somebody()];
    const me = async () => {
      const answer = await browser.ask(`/api/portal/${EVENT}/me`);
      return answer.status === 200 ? userOf(await answer.json()) : null;
    };
    const userOf = ({ profile }: { profile: { email: string } }) =>
      profile.email.replace(/^p(\d+)@harbor.example$/, "usr_p_harbor_$1");
    const sessions = () => [...browser.cookies.keys()].filter((name) => /_evt_/.test(name));
    await redeem(browser, { code: await codeFor(framed), verifier });
    expect([await me(), sessions()]).toEqual([framed, [`foyer_frame_${EVENT}`]]);
    await foyer.database.query("DELETE FROM portal_sessions WHERE user_id = $1", [framed]);
    expect(await me()).toBeNull();
    await signInByHttp(foyer, EVENT, inTab, { browser });
    expect([await me(), sessions()]).toEqual([inTab, [`foyer_portal_${EVENT}`]]);
    await redeem(browser, { code: await codeFor(framedAgain), verifier });
    expect([await me(), sessions()]).toEqual([framedAgain, [`foyer_frame_${EVENT}`]]);
  });

  test("is worth nothing to whoever does not know what the frame knows, and then to nobody", async () => {
    const thief = new HttpBrowser(foyer.appUrl);
    const code = await codeFor(somebody());
    const guessed = randomBytes(32).toString("base64url");
    expect((await redeem(thief, { code, verifier: guessed })).status).toBe(401);
    expect((await redeem(thief, { code, verifier: challenge })).status).toBe(401);
    expect((await redeem(thief, { code, verifier })).status).toBe(401);
    expect(thief.cookies.size).toBe(0);
  });

  test("is worth nothing in another event", async () => {
    const frame = new HttpBrowser(foyer.appUrl);
    const code = await codeFor(somebody());
    for (const eventId of [OTHER_EVENT, "evt_there_is_none"]) {
      expect((await redeem(frame, { code, verifier }, eventId)).status).toBe(401);
    }
    expect((await redeem(frame, { code, verifier })).status).toBe(204);
  });

  test("is worth nothing after a minute", async () => {
    const code = await codeFor(somebody());
    await foyer.database.query("UPDATE handoffs SET expires_at = now()");
    const frame = new HttpBrowser(foyer.appUrl);
    expect((await redeem(frame, { code, verifier })).status).toBe(401);
  });

  test("brings no session once the person took their access back", async () => {
    const userId = somebody();
    const code = await codeFor(userId);
    await foyer.control("act", { action: "revoke_user_access", event_id: EVENT, user_id: userId });
    const living = () =>
      foyer.database.query("SELECT 1 FROM grants WHERE user_id = $1 AND state = 'active'", [
        userId,
      ]);
    await expect.poll(async () => (await living()).rowCount, { timeout: 10_000 }).toBe(0);
    const frame = new HttpBrowser(foyer.appUrl);
    await redeem(frame, { code, verifier });
    expect((await frame.ask(`/api/portal/${EVENT}/me`)).status).toBe(401);
  });
});
