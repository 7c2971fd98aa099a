import { readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ResponseBodyError } from "oauth4webapi";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  beginAuthorization,
  CLIENT_SECRET,
  CONNECT_CALLBACK,
  INSTALLATION_SCOPE,
  redeem,
  refresh,
} from "../testing/oauth-client";
import { openRevento, type Revento } from "../testing/open-revento";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HARBOR = { eventId: "evt_harbor", scope: INSTALLATION_SCOPE };

let revento: Revento;
beforeAll(async () => {
  revento = await openRevento();
});
beforeEach(async () => {
  await revento.control("POST", "reset", {});
  await revento.freeze();
});
afterAll(() => revento.close());

/** What the token endpoint refuses with; fails the test if it does not refuse. */
async function refusal(work: Promise<unknown>): Promise<{ error: string; status: number }> {
  const outcome = await work.then(
    () => new Error("the token endpoint did not refuse"),
    (error: unknown) => error,
  );
  if (!(outcome instanceof ResponseBodyError)) throw outcome;
  return { error: outcome.error, status: outcome.status };
}

describe("the two tokens", () => {
  test("2.1 and 3.3 an organizer who connects gives one installation token for the event", async () => {
    const tokens = await revento.connect("evt_harbor");
    expect(tokens).toMatchObject({
      expires_in: 3600,
      refresh_expires_in: 7_776_000,
      scope: INSTALLATION_SCOPE,
      event_id: "evt_harbor",
      organization_id: "org_lumen",
    });
    expect(tokens).not.toHaveProperty("user_id");
    expect((await revento.api(tokens.access_token, "/events/evt_harbor")).status).toBe(200);
  });

  test("2.1 connecting again replaces the token: one per tuple", async () => {
    const first = await revento.connect("evt_harbor");
    const second = await revento.connect("evt_harbor");
    const old = await revento.api(first.access_token, "/events/evt_harbor");
    expect(old.body).toMatchObject({ error: "token_revoked" });
    expect((await revento.api(second.access_token, "/events/evt_harbor")).status).toBe(200);
  });

  test("2.2 a participant who signs in gives a user token of their own for one event", async () => {
    await revento.connect("evt_harbor");
    const one = await revento.signIn("evt_harbor", "usr_p_harbor_1");
    const two = await revento.signIn("evt_harbor", "usr_p_harbor_2");
    expect(one).toMatchObject({ user_id: "usr_p_harbor_1", event_id: "evt_harbor" });
    const mine = await revento.api(one.access_token, "/me/profile");
    expect(mine.body).toMatchObject({ id: "usr_p_harbor_1" });
    const again = await revento.signIn("evt_harbor", "usr_p_harbor_1");
    expect((await revento.api(one.access_token, "/me/profile")).status).toBe(401);
    expect((await revento.api(again.access_token, "/me/profile")).status).toBe(200);
    expect((await revento.api(two.access_token, "/me/profile")).status).toBe(200);
  });

  test("2.8 tokens are spelled rev_install_, rev_user_ and rev_refresh_", async () => {
    const installation = await revento.connect("evt_harbor");
    const user = await revento.signIn("evt_harbor", "usr_p_harbor_1");
    expect(installation.access_token).toMatch(/^rev_install_[\w-]{43}$/);
    expect(user.access_token).toMatch(/^rev_user_[\w-]{43}$/);
    expect(user.refresh_token).toMatch(/^rev_refresh_[\w-]{43}$/);
  });
});

describe("lifetimes", () => {
  test("2.4 and 2.6 an access token expires after an hour and a refresh brings a new one", async () => {
    const tokens = await revento.connect("evt_harbor");
    await revento.advance(HOUR_MS - 5_000);
    expect((await revento.api(tokens.access_token, "/events/evt_harbor")).status).toBe(200);
    await revento.advance(5_000);
    const late = await revento.api(tokens.access_token, "/events/evt_harbor");
    expect([late.status, late.body.error]).toEqual([401, "token_expired"]);
    const fresh = await refresh(revento.url(), tokens.refresh_token);
    expect((await revento.api(fresh.access_token, "/events/evt_harbor")).status).toBe(200);
  });

  test("2.4 the refresh token slides 90 days with each use", async () => {
    const first = await revento.connect("evt_harbor");
    await revento.advance(89 * DAY_MS);
    const second = await refresh(revento.url(), first.refresh_token);
    await revento.advance(89 * DAY_MS);
    const third = await refresh(revento.url(), second.refresh_token);
    await revento.advance(90 * DAY_MS);
    const refused = await refusal(refresh(revento.url(), third.refresh_token));
    expect(refused).toEqual({ error: "invalid_grant", status: 400 });
  });

  test("2.4 no refresh reaches beyond one year after the first issue", async () => {
    let tokens = await revento.connect("evt_harbor");
    for (let quarter = 0; quarter < 4; quarter += 1) {
      await revento.advance(80 * DAY_MS);
      tokens = await refresh(revento.url(), tokens.refresh_token);
    }
    const left = Number(tokens.refresh_expires_in);
    expect(left).toBeLessThanOrEqual(45 * 86_400);
    expect(left).toBeGreaterThan(45 * 86_400 - 60);
    await revento.advance(45 * DAY_MS);
    const refused = await refusal(refresh(revento.url(), tokens.refresh_token));
    expect(refused.error).toBe("invalid_grant");
  });
});

describe("rotation", () => {
  test("2.5 and 3.4 a refresh token rotates: the old one is dead", async () => {
    const tokens = await revento.connect("evt_harbor");
    const fresh = await refresh(revento.url(), tokens.refresh_token);
    expect(fresh.refresh_token).not.toBe(tokens.refresh_token);
    expect(fresh).toMatchObject({
      event_id: "evt_harbor",
      organization_id: "org_lumen",
      scope: INSTALLATION_SCOPE,
    });
    const refused = await refusal(refresh(revento.url(), tokens.refresh_token));
    expect(refused).toEqual({ error: "invalid_grant", status: 400 });
  });

  test("2.5 of two concurrent refreshes of one token, one loses", async () => {
    const tokens = await revento.connect("evt_harbor");
    const outcomes = await Promise.allSettled([
      refresh(revento.url(), tokens.refresh_token),
      refresh(revento.url(), tokens.refresh_token),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("2.7 presenting a rotated refresh token again revokes the whole family", async () => {
    const tokens = await revento.connect("evt_harbor");
    const fresh = await refresh(revento.url(), tokens.refresh_token);
    await refusal(refresh(revento.url(), tokens.refresh_token));
    const heir = await refusal(refresh(revento.url(), fresh.refresh_token));
    expect(heir.error).toBe("invalid_grant");
    const call = await revento.api(fresh.access_token, "/events/evt_harbor");
    expect([call.status, call.body.error]).toEqual([401, "token_revoked"]);
  });

  test("2.6 an unknown access token is invalid_token, an unknown refresh token invalid_grant", async () => {
    const call = await revento.api("rev_install_never", "/events/evt_harbor");
    expect([call.status, call.body.error]).toEqual([401, "invalid_token"]);
    const refused = await refusal(refresh(revento.url(), "rev_refresh_never"));
    expect(refused.error).toBe("invalid_grant");
  });
});

describe("codes and clients", () => {
  test("3.7 a code works once, and using it twice kills what it brought", async () => {
    const consent = await revento.allow("usr_ana", HARBOR);
    const tokens = await consent.redeem();
    expect((await refusal(consent.redeem())).error).toBe("invalid_grant");
    const call = await revento.api(tokens.access_token, "/events/evt_harbor");
    expect(call.body.error).toBe("token_revoked");
  });

  test("3.7 a code lives for 60 seconds", async () => {
    const consent = await revento.allow("usr_ana", HARBOR);
    await revento.advance(60_000);
    expect((await refusal(consent.redeem())).error).toBe("invalid_grant");
  });

  test("3.3 a code needs its own verifier and its own redirect_uri", async () => {
    const callbackFor = async (authorizeUrl: URL) =>
      revento.control<{ redirect_to: string }>("POST", "authorize", {
        user_id: "usr_ana",
        authorize_url: authorizeUrl.href,
      });
    const mine = await beginAuthorization(revento.url(), HARBOR);
    const other = await beginAuthorization(revento.url(), HARBOR);
    const { redirect_to: callback } = await callbackFor(mine.url);
    const stolen = redeem(revento.url(), { ...mine, verifier: other.verifier }, callback);
    expect((await refusal(stolen)).error).toBe("invalid_grant");
    const { redirect_to: second } = await callbackFor(mine.url);
    const moved = { ...mine, redirectUri: `${CONNECT_CALLBACK}/` };
    expect((await refusal(redeem(revento.url(), moved, second))).error).toBe("invalid_grant");
  });

  test("3.3 a wrong client secret is invalid_client, on refresh as well", async () => {
    const authorization = await beginAuthorization(revento.url(), HARBOR);
    const wrong = redeem(revento.url(), authorization, callbackOf(authorization), "not-the-secret");
    expect(await refusal(wrong)).toEqual({ error: "invalid_client", status: 401 });
    const tokens = await revento.connect("evt_harbor");
    const refused = await refusal(refresh(revento.url(), tokens.refresh_token, "not-the-secret"));
    expect(refused.error).toBe("invalid_client");
    expect((await refresh(revento.url(), tokens.refresh_token)).access_token).toBeTruthy();
  });

  test("3.3 a request that is not a form, or lacks a parameter, is invalid_request", async () => {
    const post = async (body: string | URLSearchParams) => {
      const answer = await fetch(`${revento.url()}/oauth/token`, { method: "POST", body });
      return [answer.status, ((await answer.json()) as { error: string }).error];
    };
    expect(await post("{}")).toEqual([400, "invalid_request"]);
    expect(await post(new URLSearchParams())).toEqual([400, "invalid_request"]);
  });

  test("2.9 the client secret can be rotated while the last one stays valid", async () => {
    const tokens = await revento.connect("evt_harbor");
    await revento.act("rotate_client_secret", { secret: "the-next-client-secret" });
    const second = await refresh(revento.url(), tokens.refresh_token, "the-next-client-secret");
    expect((await refresh(revento.url(), second.refresh_token, CLIENT_SECRET)).scope).toBeTruthy();
  });
});

test("2.9 no token is kept in clear: the state folder holds hashes only", async () => {
  const stateDir = await mkdtemp(join(tmpdir(), "sandbox-"));
  const other = await openRevento({ stateDir });
  try {
    const tokens = await other.connect("evt_harbor");
    await other.restart();
    const kept = readFileSync(join(stateDir, "sandbox.sqlite")).toString("latin1");
    expect(kept).toContain("evt_harbor");
    expect(kept).not.toContain(tokens.access_token);
    expect(kept).not.toContain(tokens.refresh_token);
    expect((await other.api(tokens.access_token, "/events/evt_harbor")).status).toBe(200);
  } finally {
    await other.close();
    rmSync(stateDir, { recursive: true });
  }
});

function callbackOf(authorization: { state: string }): string {
  return `${CONNECT_CALLBACK}?code=rev_code_x&state=${authorization.state}`;
}
