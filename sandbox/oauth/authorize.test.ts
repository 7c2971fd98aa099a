import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Browser, locationOf } from "../testing/browser";
import {
  type Authorization,
  beginAuthorization,
  CONNECT_CALLBACK,
  INSTALLATION_SCOPE,
  redeem,
  USER_SCOPE,
} from "../testing/oauth-client";
import { openRevento, type Revento } from "../testing/open-revento";

const HARBOR = { eventId: "evt_harbor", scope: INSTALLATION_SCOPE };

let revento: Revento;
beforeAll(async () => {
  revento = await openRevento();
});
beforeEach(() => revento.control("POST", "reset", {}));
afterAll(() => revento.close());

/** The form behind an authorization URL. */
function formOf({ url }: Authorization, step: "person" | "decision"): string {
  return `${revento.url()}/oauth/authorize/${step}${url.search}`;
}

async function openAs(userId: string, authorization: Authorization): Promise<[Browser, Response]> {
  const browser = new Browser();
  await browser.submit(formOf(authorization, "person"), { user_id: userId });
  return [browser, await browser.open(authorization.url)];
}

describe("an organizer connects", () => {
  test("1.1 and 3.2 she signs in at Revento, consents to one event, and the callback gets a code", async () => {
    const authorization = await beginAuthorization(revento.url(), HARBOR);
    const browser = new Browser();
    const pick = await (await browser.open(authorization.url)).text();
    expect(pick).toContain("Ana Kovačević");
    const picked = await browser.submit(formOf(authorization, "person"), { user_id: "usr_ana" });
    expect(picked.status).toBe(303);
    const consent = await (await browser.open(locationOf(picked))).text();
    for (const word of [
      "Harbor Sample Convention 2026",
      "Lumen Conventions",
      "participants.read",
    ]) {
      expect(consent).toContain(word);
    }
    const form = { decision: "allow", scope: "program.read" };
    const answer = await browser.submit(formOf(authorization, "decision"), form);
    const callback = locationOf(answer);
    expect(callback.href.startsWith(`${CONNECT_CALLBACK}?`)).toBe(true);
    expect(callback.searchParams.get("state")).toBe(authorization.state);
    const tokens = await redeem(revento.url(), authorization, callback.href);
    expect(tokens.scope).toBe(INSTALLATION_SCOPE);
  });

  test("3.6 an optional scope she unticks is not granted, and the API holds to it", async () => {
    const authorization = await beginAuthorization(revento.url(), HARBOR);
    const [browser] = await openAs("usr_ana", authorization);
    const answer = await browser.submit(formOf(authorization, "decision"), { decision: "allow" });
    const tokens = await redeem(revento.url(), authorization, locationOf(answer).href);
    expect(tokens.scope).toBe("event.read participants.read");
    const program = await revento.api(tokens.access_token, "/events/evt_harbor/program");
    expect([program.status, program.body.error]).toEqual([403, "insufficient_scope"]);
  });

  test("3.6 a required scope cannot be left out, nor one granted that was not asked for", async () => {
    const less = revento.allow("usr_ana", HARBOR, { scopes: ["event.read"] });
    await expect(less).rejects.toThrow(/invalid_scope/);
    const wish = { eventId: "evt_harbor", scope: "event.read participants.read" };
    const more = revento.allow("usr_ana", wish, {
      scopes: ["event.read", "participants.read", "program.read"],
    });
    await expect(more).rejects.toThrow(/invalid_scope/);
  });

  test("3.7 when she refuses, the callback gets access_denied and the state", async () => {
    const authorization = await beginAuthorization(revento.url(), HARBOR);
    const [browser] = await openAs("usr_ana", authorization);
    const answer = await browser.submit(formOf(authorization, "decision"), { decision: "deny" });
    const { searchParams } = locationOf(answer);
    expect(searchParams.get("error")).toBe("access_denied");
    expect(searchParams.get("state")).toBe(authorization.state);
    expect(searchParams.has("code")).toBe(false);
  });

  test("1.4 an event of an informal organization cannot be connected, and the page says why", async () => {
    const wish = { eventId: "evt_garden", scope: INSTALLATION_SCOPE };
    const authorization = await beginAuthorization(revento.url(), wish);
    const [browser, page] = await openAs("usr_ben", authorization);
    expect(page.status).toBe(403);
    expect(await page.text()).toContain("not a formal, verified organization");
    const forced = await browser.submit(formOf(authorization, "decision"), { decision: "allow" });
    expect(locationOf(forced).searchParams.get("error")).toBe("organization_not_eligible");
  });

  test("1.2 only an organizer of this very event can connect it", async () => {
    const { callback } = await revento.allow("usr_marko", HARBOR);
    expect(new URL(callback).searchParams.get("error")).toBe("access_denied");
    const other = await revento.allow("usr_p_harbor_1", HARBOR);
    expect(new URL(other.callback).searchParams.get("error")).toBe("access_denied");
  });
});

describe("a participant signs in", () => {
  test("3.8 only where the event is connected", async () => {
    const wish = { eventId: "evt_harbor", scope: USER_SCOPE };
    const authorization = await beginAuthorization(revento.url(), wish);
    const [, page] = await openAs("usr_p_harbor_1", authorization);
    expect(await page.text()).toContain("is not connected");
    const { callback } = await revento.allow("usr_p_harbor_1", wish);
    expect(new URL(callback).searchParams.get("error")).toBe("not_eligible");
  });

  test("3.8 only with an application for the event, whatever its status", async () => {
    await revento.connect("evt_harbor");
    const wish = { eventId: "evt_harbor", scope: USER_SCOPE };
    const authorization = await beginAuthorization(revento.url(), wish);
    const [, page] = await openAs("usr_newcomer", authorization);
    expect(await page.text()).toContain("You have no application for");
    const staff = await revento.allow("usr_p_harbor_41", wish);
    expect(new URL(staff.callback).searchParams.get("error")).toBe("not_eligible");
    await revento.act("apply", { event_id: "evt_harbor", user_id: "usr_newcomer" });
    expect((await revento.signIn("evt_harbor", "usr_newcomer")).user_id).toBe("usr_newcomer");
    await revento.act("reject", { application_id: "app_harbor_1" });
    await revento.act("cancel", { application_id: "app_harbor_1" });
    expect((await revento.signIn("evt_harbor", "usr_p_harbor_1")).scope).toBe(USER_SCOPE);
  });
});

describe("a malformed request", () => {
  test.each(["/", "?x=1", "#", "X"])(
    "3.1 a redirect_uri with %s at its end is not the registered one: no redirect at all",
    async (suffix) => {
      const overrides = { redirect_uri: `${CONNECT_CALLBACK}${suffix}` };
      const { url } = await beginAuthorization(revento.url(), HARBOR, overrides);
      const page = await new Browser().open(url);
      expect([page.status, page.headers.get("location")]).toEqual([400, null]);
    },
  );

  test("3.1 an unknown client is told on the spot", async () => {
    const overrides = { client_id: "somebody_else" };
    const { url } = await beginAuthorization(revento.url(), HARBOR, overrides);
    expect((await new Browser().open(url)).status).toBe(400);
  });

  test.each([
    ["3.1", "response_type", "token", "unsupported_response_type"],
    ["3.1", "code_challenge", null, "invalid_request"],
    ["3.1", "code_challenge_method", "plain", "invalid_request"],
    ["3.1", "state", null, "invalid_request"],
    ["3.1", "event_id", "evt_nowhere", "invalid_request"],
    ["3.5", "scope", "event.read profile.read", "invalid_scope"],
    ["3.5", "scope", null, "invalid_scope"],
    ["3.6", "scope", "event.read participants.write", "invalid_scope"],
  ])("%s %s as %s goes back with %s", async (_clause, name, value, error) => {
    const authorization = await beginAuthorization(revento.url(), HARBOR, { [name]: value });
    const answer = await new Browser().open(authorization.url);
    expect(answer.status).toBe(302);
    expect(locationOf(answer).searchParams.get("error")).toBe(error);
    const state = name === "state" ? null : authorization.state;
    expect(locationOf(answer).searchParams.get("state")).toBe(state);
  });
});
