import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { env } from "@/lib/env";
import type { RouteHandler } from "@/lib/http/handle";
import { recordChange } from "@/lib/live/record-change";
import type { PortalProgramView } from "@/lib/portal/portal-program-view";
import { type PlantedVisitor, plantVisitor } from "@/testing/planted-visitor";
import { PUT as star, DELETE as unstar } from "./[eventId]/agenda/[activityId]/route";
import { GET as getAgenda } from "./[eventId]/agenda/route";
import { GET as download } from "./[eventId]/data/download/route";
import { GET as getData } from "./[eventId]/data/route";
import { POST as redeem } from "./[eventId]/handoff/route";
import { GET as getProgram } from "./[eventId]/program/route";
import { GET as getCalendar } from "./[eventId]/program.ics/route";
import { POST as signOut } from "./[eventId]/sign-out/route";

let eventId: string;
let ana: PlantedVisitor;

beforeEach(async () => {
  eventId = `evt_${randomUUID()}`;
  ana = await plantVisitor(eventId, "usr_ana");
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO activities (event_id, activity_id, title, starts_at, version_at, mirrored_at)
       VALUES ($1, 'act_1', 'Größe', '2026-05-12T08:00:00Z', now(), now())`,
      [eventId],
    ),
  );
});

type Ask = {
  method?: string;
  path?: string;
  activityId?: string;
  cookie?: string;
  origin?: string;
  body?: string;
  headers?: Record<string, string>;
};

function ask(
  route: RouteHandler,
  { method = "GET", path = "", activityId = "act_1", ...more }: Ask,
) {
  const headers = new Headers({ ...more.headers, cookie: more.cookie ?? ana.cookie });
  if (method !== "GET") headers.set("origin", more.origin ?? new URL(env().APP_URL).origin);
  const url = `${env().APP_URL}/api/portal/${eventId}/${path}`;
  const params = Promise.resolve({ eventId, activityId });
  return route(new Request(url, { method, headers, body: more.body ?? null }), { params });
}

describe("a calendar", () => {
  test.each([
    ["", "program"],
    ["all", "program"],
    ["mine", "agenda"],
  ])("of %s comes as a file that nobody in between keeps", async (of, name) => {
    const path = of === "" ? "program.ics" : `program.ics?of=${of}`;
    const answer = await ask(getCalendar, { path });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="foyer-${eventId}-${name}.ics"`,
    );
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.toString("utf8").includes("Größe")).toBe(of !== "mine");
  });

  test("of the event itself holds it as one entry, from its first moment to its last", async () => {
    await withEventSql(eventId, (sql) =>
      sql.query(
        `INSERT INTO events (event_id, organization_id, title, starts_at, ends_at, publish_status,
           version_at, source, mirrored_at)
         VALUES ($1, 'org_a', 'Lumen', '2026-05-12T09:00:00Z', '2026-05-14T16:00:00Z', 'published',
           now(), 'sync', now())
         ON CONFLICT (event_id) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
        [eventId],
      ),
    );
    const answer = await ask(getCalendar, { path: "program.ics?of=event" });
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="foyer-${eventId}.ics"`,
    );
    const text = Buffer.from(await answer.arrayBuffer()).toString("utf8");
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).toContain("DTSTART:20260512T090000Z\r\nDTEND:20260514T160000Z\r\n");
  });

  test.each(["program.ics?of=", "program.ics?of=ALL", "program.ics?of=ours"])(
    "asked for as %s is refused as invalid",
    async (path) => {
      const answer = await ask(getCalendar, { path });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: "invalid" });
    },
  );
});

test("the program is one answer for everybody, sent again only when it changed, and to nobody who is signed out", async () => {
  const change = () => withEventSql(eventId, (sql) => recordChange(sql, eventId, "program", []));
  await change();
  const first = await ask(getProgram, {});
  const etag = first.headers.get("etag") ?? "";
  expect([first.status, first.headers.get("cache-control")]).toEqual([200, "no-store"]);
  const { activities } = (await first.json()) as PortalProgramView;
  expect(activities.map(({ activityId }) => activityId)).toEqual(["act_1"]);
  expect(activities[0]).not.toHaveProperty("threadId");
  const known = { "if-none-match": etag };
  const again = await ask(getProgram, { headers: known });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  await withEventSql(eventId, (sql) =>
    sql.query("UPDATE activities SET title = 'Moved' WHERE event_id = $1", [eventId]),
  );
  await change();
  const changed = await ask(getProgram, { headers: known });
  expect(changed.status).toBe(200);
  expect(changed.headers.get("etag")).not.toBe(etag);
  expect(await changed.text()).toContain("Moved");
  expect((await ask(getProgram, { cookie: "", headers: known })).status).toBe(401);
});

test("one's own data comes as a file of readable JSON, the same as on the page", async () => {
  const answer = await ask(download, { path: "data/download" });
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="foyer-${eventId}-my-data.json"`,
  );
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const text = await answer.text();
  expect(text).toContain('\n  "groups": [\n');
  const shown = await (await ask(getData, { path: "data" })).json();
  expect({ ...JSON.parse(text), at: shown.at }).toEqual(shown);
});

test("an activity is put on the agenda and taken off it", async () => {
  const put = await ask(star, { method: "PUT" });
  expect([put.status, await put.json()]).toEqual([200, { starred: ["act_1"] }]);
  expect(await (await ask(getAgenda, {})).json()).toEqual({ starred: ["act_1"] });
  const taken = await ask(unstar, { method: "DELETE" });
  expect([taken.status, await taken.json()]).toEqual([200, { starred: [] }]);
  expect((await ask(unstar, { method: "DELETE" })).status).toBe(200);
});

test.each([
  ["that the program does not have", "act_2", 404],
  ["with a NUL in its id", "act_1\0", 400],
  ["with an id beyond 200 characters", "a".repeat(201), 400],
])("an activity %s is not put on the agenda", async (_, activityId, status) => {
  expect((await ask(star, { method: "PUT", activityId })).status).toBe(status);
});

const ROUTES: [string, RouteHandler, Ask][] = [
  ["the program", getProgram, {}],
  ["a calendar", getCalendar, { path: "program.ics?of=all" }],
  ["a calendar of nothing", getCalendar, { path: "program.ics?of=" }],
  ["the agenda", getAgenda, {}],
  ["a star", star, { method: "PUT" }],
  ["a star on what is no id", star, { method: "PUT", activityId: "\0" }],
  ["the end of a star", unstar, { method: "DELETE" }],
  ["the data", getData, {}],
  ["the data's download", download, {}],
];

test.each(ROUTES)("%s is for those who are signed in to this event", async (_, route, how) => {
  const elsewhere = await plantVisitor(`evt_${randomUUID()}`, "usr_ana");
  const renamed = `foyer_portal_${eventId}=${elsewhere.cookie.split("=")[1]}`;
  for (const cookie of ["", "foyer_session=x", elsewhere.cookie, renamed]) {
    const answer = await ask(route, { ...how, cookie });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: "unauthenticated" });
    expect(answer.headers.get("content-disposition")).toBeNull();
  }
});

test.each([
  ["PUT", star],
  ["DELETE", unstar],
] as const)("a %s from another site changes nothing", async (method, route) => {
  await ask(star, { method: "PUT" });
  const answer = await ask(route, { method, origin: "https://elsewhere.example" });
  expect(answer.status).toBe(403);
  expect(await (await ask(getAgenda, {})).json()).toEqual({ starred: ["act_1"] });
});

const TOO_LONG = JSON.stringify({ everywhere: false, code: "x".repeat(20_000), verifier: "y" });

describe("a body", () => {
  test.each([
    ["that is no JSON", "{"],
    ["that is not there", ""],
    ["that is too long", TOO_LONG],
    ["that says nothing", "{}"],
  ])("%s does not change what somebody is told who is not signed in", async (_, body) => {
    const answer = await ask(signOut, { method: "POST", cookie: "", body });
    expect(answer.status).toBe(401);
  });

  test("that is too long is refused wherever one is read", async () => {
    for (const route of [signOut, redeem]) {
      const answer = await ask(route, { method: "POST", body: TOO_LONG });
      expect(answer.status).toBe(413);
      expect(await answer.json()).toMatchObject({ message: "The body is longer than 16 KiB." });
    }
    expect((await ask(getData, {})).status).toBe(200);
  });
});

test("somebody who writes without end is told to wait, and everybody else writes on", async () => {
  const statuses = new Set<number>();
  for (let round = 0; round < 130; round += 1) {
    statuses.add((await ask(unstar, { method: "DELETE" })).status);
  }
  expect([...statuses]).toEqual([200, 429]);
  expect((await ask(getAgenda, {})).status).toBe(200);
  const { cookie } = await plantVisitor(eventId, "usr_ben");
  expect((await ask(unstar, { method: "DELETE", cookie })).status).toBe(200);
});
