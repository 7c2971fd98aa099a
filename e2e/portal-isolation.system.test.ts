import { globSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectByHttp } from "@/testing/connect-by-http";
import { eventually } from "@/testing/eventually";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { freshFoyer } from "@/testing/fresh-foyer";
import { HttpBrowser } from "@/testing/http-browser";
import {
  DOORS,
  GUARDED_PAGES,
  GUARDED_ROUTES,
  HANDOFF,
  NOTHING,
  PORTAL_ROUTES,
  type PortalRoute,
  SIGN_IN_ROUTES,
  SIGN_OUT,
} from "@/testing/portal-routes";
import { portalCookie, startSignIn } from "@/testing/portal-sign-in";
import { untilMirrored } from "@/testing/until-mirrored";
import { untilSynced } from "@/testing/until-synced";

const EVENT = "evt_harbor";
const OTHER_EVENT = "evt_summit";
/** An event there is not, one that was never connected, and what is no id at all. */
const NOWHERE = ["evt_there_is_none", "evt_expo", "..%2Fevt_harbor", "%3Cscript%3E"];
const PERSON = "usr_p_harbor_1";
const REVOKED = "usr_p_harbor_2";
const SIGNED_OUT = "usr_p_harbor_3";
const EXPIRED = "usr_p_harbor_6";

let foyer: FoyerUnderTest;
/** The value of a cookie by who holds it. */
let cookies: Record<
  "mine" | "othersEvent" | "revoked" | "signedOut" | "expired" | "organizer",
  string
>;
/** The cookies of a browser that is on its way through Revento. */
let underWay: ReadonlyMap<string, string>;
let secrets: string[];

type Answer = {
  status: number;
  location: string | null;
  type: string | null;
  caching: string | null;
  text: string;
};

async function ask(
  { method, path, body }: PortalRoute,
  eventId: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const writes = method !== "GET";
  const response = await fetch(foyer.appUrl + path.replace("EVENT", eventId), {
    method,
    redirect: "manual",
    headers: {
      ...(writes ? { origin: foyer.appUrl, "sec-fetch-site": "same-origin" } : {}),
      ...(body ? { "content-type": "application/json" } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const type = response.headers.get("content-type");
  const caching = response.headers.get("cache-control");
  const location = response.headers.get("location")?.replaceAll(eventId, "EVENT") ?? null;
  if (type?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return { status: response.status, location, type, caching, text: "" };
  }
  const text = (await response.text()).replaceAll(eventId, "EVENT");
  return { status: response.status, location, type, caching, text };
}

const nameOf = (eventId: string) => `foyer_portal_${eventId}`;
const sealOf = (cookie: string) => cookie.slice(cookie.indexOf("=") + 1);

function sealedFor(prefix: string): string {
  const [, value] = [...underWay].find(([name]) => name.startsWith(prefix)) ?? [];
  if (!value) throw new Error(`a sign-in under way has no cookie ${prefix}…`);
  return value;
}

/** Everybody who is not the event's participant, and the Cookie header they come with. */
const INTRUDERS: Record<string, (eventId: string) => string> = {
  "somebody without a cookie": () => "",
  "a forged cookie": (eventId) => `${nameOf(eventId)}=guessed`,
  "a forged cookie in the right form": (eventId) =>
    `${nameOf(eventId)}=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA`,
  "a damaged cookie": (eventId) => `${nameOf(eventId)}=%E0%A4%A`,
  "what is sealed for a sign-in under way": (eventId) =>
    `${nameOf(eventId)}=${sealedFor("foyer_sign_in_")}`,
  "the sealed state of a sign-in under way": (eventId) =>
    `${nameOf(eventId)}=${sealedFor("foyer_state_")}`,
  "the participant of another event": () => cookies.othersEvent,
  "another event's cookie under this event's name": (eventId) =>
    `${nameOf(eventId)}=${sealOf(cookies.othersEvent)}`,
  "a session from before the revocation": (eventId) =>
    `${nameOf(eventId)}=${sealOf(cookies.revoked)}`,
  "a session that was signed out": (eventId) => `${nameOf(eventId)}=${sealOf(cookies.signedOut)}`,
  "a session that has run out": (eventId) => `${nameOf(eventId)}=${sealOf(cookies.expired)}`,
  "the event's organizer": () => cookies.organizer,
};

function expectNothingOfAnybody(text: string): void {
  for (const secret of secrets) expect(text).not.toContain(secret);
}

const requestsByUsers = async () => {
  const { data } = (await foyer.control("requests")) as {
    data: { token_kind: string | null; path: string; status: number | null }[];
  };
  return data.filter(({ path }) => path.startsWith("/api/v1/me/"));
};

beforeAll(async () => {
  foyer = await freshFoyer();
  const first = await connectByHttp(foyer, EVENT, "usr_ana");
  await untilSynced(foyer, EVENT);
  const organizer = await connectByHttp(foyer, OTHER_EVENT, "usr_ana", first);
  // A portal opens when the event itself has been read; all its people take minutes.
  await eventually(
    () => foyer.database.query("SELECT 1 FROM events WHERE event_id = $1", [OTHER_EVENT]),
    ({ rowCount }) => rowCount === 1,
    30_000,
  );
  cookies = {
    organizer,
    mine: await portalCookie(foyer, EVENT, PERSON),
    othersEvent: await portalCookie(foyer, OTHER_EVENT, "usr_p_summit_1"),
    revoked: await portalCookie(foyer, EVENT, REVOKED),
    signedOut: await portalCookie(foyer, EVENT, SIGNED_OUT),
    expired: await portalCookie(foyer, EVENT, EXPIRED),
  };
  const leaving = new HttpBrowser(foyer.appUrl);
  await startSignIn(leaving, EVENT);
  underWay = leaving.cookies;
  await foyer.database.query("UPDATE portal_sessions SET expires_at = now() WHERE user_id = $1", [
    EXPIRED,
  ]);
  await ask(SIGN_OUT, EVENT, { cookie: cookies.signedOut });
  // Within a second of the sign-in Revento would be asked what came last.
  await foyer.control("clock", { advance_ms: 2_000 });
  await foyer.control("act", { action: "revoke_user_access", event_id: EVENT, user_id: REVOKED });
  await untilMirrored(foyer);
  const { rows } = await foyer.database.query<{ email: string }>("SELECT email FROM participants");
  secrets = rows.map(({ email }) => email);
});

afterAll(() => foyer?.close());

test("every route of the portal has its row in this table", () => {
  const found = globSync(
    ["app/portal/**/{route.ts,page.tsx}", "app/api/portal/**/route.ts", "app/api/auth/**/route.ts"],
    // The operators' way back from their provider belongs to the console.
    { exclude: ["app/api/auth/callback/operators/route.ts"] },
  );
  const known = [...PORTAL_ROUTES.map(({ file }) => file), ...SIGN_IN_ROUTES].filter((file) =>
    file.startsWith("app/"),
  );
  expect(found.sort()).toEqual([...new Set(known)].sort());
});

describe.each(GUARDED_ROUTES)("$method $path", (route) => {
  test("answers the participant of the event, and nobody keeps the answer", async () => {
    const answer = await ask(route, EVENT, { cookie: cookies.mine });
    expect(answer.status).toBe(route.signedIn);
    expect(answer.caching).toContain("no-store");
  });

  test.each(Object.keys(INTRUDERS))("refuses %s, as if there were no such event", async (who) => {
    const cookie = INTRUDERS[who]?.(EVENT) ?? "";
    const here = await ask(route, EVENT, { cookie });
    expect(here.status).toBe(401);
    expect(JSON.parse(here.text)).toEqual({
      error: "unauthenticated",
      message: expect.any(String),
    });
    // The server in front of Next takes a stream's address only with an id that can be one.
    const elsewhere = route.file.startsWith("server/") ? NOWHERE.slice(0, 2) : NOWHERE;
    for (const eventId of elsewhere) {
      const nowhere = await ask(route, eventId, { cookie: INTRUDERS[who]?.(eventId) ?? "" });
      expect(nowhere, eventId).toEqual(here);
    }
  });
});

describe.each(GUARDED_PAGES)("$path", (route) => {
  test("is shown to the participant of the event, and nobody keeps it", async () => {
    const answer = await ask(route, EVENT, { cookie: cookies.mine });
    expect(answer).toMatchObject({ status: 200, caching: expect.stringContaining("no-store") });
  });

  test.each(Object.keys(INTRUDERS))("sends %s to the door, where there is one", async (who) => {
    const cookieFor = INTRUDERS[who] ?? (() => "");
    const here = await ask(route, EVENT, { cookie: cookieFor(EVENT) });
    const location = `/portal/EVENT?to=${route.path.split("/").at(-1)}`;
    expect({ ...here, text: "" }).toMatchObject({ status: 307, location });
    expectNothingOfAnybody(here.text);
    for (const eventId of NOWHERE) {
      const nowhere = await ask(route, eventId, { cookie: cookieFor(eventId) });
      expect(nowhere.status, eventId).toBe(404);
    }
  });
});

test("an address of a portal that leads nowhere leads to its door, where there is one", async () => {
  for (const cookieFor of [() => cookies.mine, ...Object.values(INTRUDERS)]) {
    const answer = await ask(NOTHING, EVENT, { cookie: cookieFor(EVENT) });
    expect({ ...answer, text: "" }).toMatchObject({ status: 307, location: "/portal/EVENT" });
    expectNothingOfAnybody(answer.text);
  }
  for (const eventId of NOWHERE) expect((await ask(NOTHING, eventId)).status).toBe(404);
});

describe.each(DOORS)("$path", (route) => {
  test("is open to everybody, and tells nothing of anybody", async () => {
    for (const [who, cookieFor] of Object.entries(INTRUDERS)) {
      const answer = await ask(route, EVENT, { cookie: cookieFor(EVENT) });
      expect(answer.status, who).toBe(200);
      expectNothingOfAnybody(answer.text);
    }
  });

  test("is the same for an event that is not connected and one that there is not", async () => {
    const none = await ask(route, "evt_there_is_none");
    const unconnected = await ask(route, "evt_expo");
    expect(none.status).toBe(404);
    expect(unconnected.status).toBe(404);
    if (route.path.startsWith("/api/")) expect(unconnected).toEqual(none);
    else
      for (const { text } of [none, unconnected]) expect(text).toContain("There is no portal here");
    expect(unconnected.text).not.toContain("Expo");
  });

  test("does not name somebody to whoever holds another event's cookie", async () => {
    const { text } = await ask(route, EVENT, { cookie: cookies.mine });
    const { text: foreign } = await ask(route, EVENT, {
      cookie: `${nameOf(EVENT)}=${sealOf(cookies.othersEvent)}`,
    });
    expect(foreign).not.toBe(text);
  });
});

describe.each([...GUARDED_ROUTES.filter(({ method }) => method !== "GET"), HANDOFF, SIGN_OUT])(
  "$method $path",
  (route) => {
    test.each([
      ["from another site's page", { origin: "https://evil.example" }],
      ["from the sandbox that frames us", { origin: "http://localhost:4000" }],
      ["from a page without an origin", { origin: "null" }],
      ["that a browser says comes from another site", { "sec-fetch-site": "cross-site" }],
    ])("refuses a write %s, signed in or not", async (_, headers) => {
      const before = await starred();
      const mine = await ask(route, EVENT, { cookie: cookies.mine, ...headers });
      expect(mine.status).toBe(403);
      expect((await ask(route, EVENT, headers)).status).toBe(403);
      expect((await ask(route, "evt_there_is_none", headers)).status).toBe(403);
      expect(await starred()).toEqual(before);
      const me = await ask(GUARDED_ROUTES[0] ?? SIGN_OUT, EVENT, { cookie: cookies.mine });
      expect(me.status).toBe(200);
    });
  },
);

async function starred(): Promise<unknown[]> {
  return (await foyer.database.query("SELECT * FROM starred_activities")).rows;
}

test("nobody's code is anybody's session", async () => {
  for (const eventId of [EVENT, ...NOWHERE]) {
    expect((await ask(HANDOFF, eventId)).status, eventId).toBe(401);
  }
});

test("activities of another event and activities there are not are one thing", async () => {
  const put = (id: string): PortalRoute => ({
    file: "",
    method: "PUT",
    path: `/api/portal/EVENT/agenda/${id}`,
    signedIn: 404,
  });
  const none = await ask(put("act_there_is_none"), EVENT, { cookie: cookies.mine });
  expect(none.status).toBe(404);
  expect(await ask(put("act_summit_1_1_1"), EVENT, { cookie: cookies.mine })).toEqual(none);
});

test("one person's stars and data are not another's", async () => {
  const star: PortalRoute = {
    file: "",
    method: "PUT",
    path: "/api/portal/EVENT/agenda/act_harbor_1_2_2",
    signedIn: 200,
  };
  expect((await ask(star, EVENT, { cookie: cookies.mine })).status).toBe(200);
  const somebodyElse = await portalCookie(foyer, EVENT, "usr_p_harbor_4");
  for (const route of GUARDED_ROUTES.filter(
    ({ method, path }) => method === "GET" && !/stream/.test(path),
  )) {
    const { text } = await ask(route, EVENT, { cookie: somebodyElse });
    expect(text, route.path).not.toContain(PERSON);
    expect(text, route.path).not.toContain('ptp_harbor_1"');
  }
  const agenda = await ask(
    { file: "", method: "GET", path: "/api/portal/EVENT/agenda", signedIn: 200 },
    EVENT,
    { cookie: somebodyElse },
  );
  expect(JSON.parse(agenda.text)).toEqual({ starred: [] });
});

test("pages and routes see the same person, also where a browser brings two cookies of one name", async () => {
  const theirs = await portalCookie(foyer, EVENT, "usr_p_harbor_6");
  const [data = SIGN_OUT] = GUARDED_ROUTES.filter(({ path }) => path.endsWith("/data"));
  const [page = SIGN_OUT] = GUARDED_PAGES.filter(({ path }) => path.endsWith("/me"));
  for (const cookie of [`${cookies.mine}; ${theirs}`, `${theirs}; ${cookies.mine}`]) {
    const { userId } = JSON.parse((await ask(data, EVENT, { cookie })).text);
    const { text } = await ask(page, EVENT, { cookie });
    const people = new Set(text.match(/usr_p_harbor_\d+/g));
    expect([...people]).toEqual([userId]);
  }
});

test("no question of a dead session reaches Revento", async () => {
  const before = await requestsByUsers();
  for (const route of [...GUARDED_ROUTES, ...GUARDED_PAGES, ...DOORS]) {
    await ask(route, EVENT, { cookie: cookies.revoked });
    await ask(route, EVENT, { cookie: cookies.signedOut });
  }
  const after = await requestsByUsers();
  expect(after.slice(before.length)).toEqual([]);
  expect(after.filter(({ status }) => status === 401)).toEqual([]);
});

test("signing out ends this event's session and no other", async () => {
  const cookie = await portalCookie(foyer, EVENT, "usr_p_harbor_5");
  const route = GUARDED_ROUTES[0] ?? SIGN_OUT;
  expect((await ask(SIGN_OUT, EVENT, { cookie })).status).toBe(204);
  expect((await ask(route, EVENT, { cookie })).status).toBe(401);
  expect((await ask(route, EVENT, { cookie: cookies.mine })).status).toBe(200);
  expect((await ask(route, OTHER_EVENT, { cookie: cookies.othersEvent })).status).toBe(200);
});

test("signing in again revives no session from before the revocation", async () => {
  const [me = SIGN_OUT] = GUARDED_ROUTES;
  const anew = await portalCookie(foyer, EVENT, REVOKED);
  expect((await ask(me, EVENT, { cookie: anew })).status).toBe(200);
  expect((await ask(me, EVENT, { cookie: cookies.revoked })).status).toBe(401);
});

test("an event taken back from the public has the door of one there is not", async () => {
  await foyer.control("act", { action: "unpublish", event_id: OTHER_EVENT });
  await untilMirrored(foyer);
  const [door] = DOORS;
  if (!door) throw new Error("no door");
  await expect
    .poll(async () => await ask(door, OTHER_EVENT), { timeout: 10_000 })
    .toEqual(await ask(door, "evt_there_is_none"));
});

test("connecting an event again revives no session of its former participants", async () => {
  const [me = SIGN_OUT] = GUARDED_ROUTES;
  const statusOfMe = async () =>
    (await ask(me, OTHER_EVENT, { cookie: cookies.othersEvent })).status;
  expect(await statusOfMe()).toBe(200);
  await foyer.control("act", { action: "revoke_connection", event_id: OTHER_EVENT });
  await expect.poll(statusOfMe, { timeout: 10_000 }).toBe(401);
  await connectByHttp(foyer, OTHER_EVENT, "usr_ana", cookies.organizer);
  expect(await statusOfMe()).toBe(401);
});
