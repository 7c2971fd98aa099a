import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashSessionId, newSessionId } from "@/lib/session-id";
import { connectByHttp } from "@/testing/connect-by-http";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { freshFoyer } from "@/testing/fresh-foyer";
import { type MutatingRoute, mutatingRoutes } from "@/testing/mutating-routes";
import { portalCookie } from "@/testing/portal-sign-in";
import { sendBody } from "@/testing/send-body";
import { untilSynced } from "@/testing/until-synced";
import { watchMemory } from "@/testing/watch-memory";

const EVENT = "evt_harbor";
const FOREIGN_EVENT = "evt_summit";
const ID = "5a1e4f00-0000-4000-8000-00000000beef";
const MIB = 2 ** 20;

const ROUTES = mutatingRoutes({
  eventId: EVENT,
  viewId: ID,
  exportId: ID,
  activityId: "act_none",
  participantId: "ptp_none",
  reviewerId: "usr_none",
  memberId: ID,
  invitationId: ID,
  noteId: ID,
  labelId: ID,
  token: "none",
  role: "viewer",
  deliveryId: ID,
  id: ID,
  "...path": "nothing/here",
  "...nextauth": "nothing/here",
});
/** They take everything that Revento sends, and forms before anybody is signed in: each has tests of its own. */
const OTHER_BODIES = /^app\/(api\/webhooks|api\/auth|admin\/sign-in)\//;
/** They end the session that they are asked with. */
const ENDS_SESSION = /\/sign-out\/route\.ts$/;
const WITH_INPUT = ROUTES.filter(({ takesInput }) => takesInput);
const WITHOUT_INPUT = ROUTES.filter(
  ({ takesInput, file }) => !takesInput && !OTHER_BODIES.test(file) && !ENDS_SESSION.test(file),
);
/** What they are sent proves who sends it: a code that was handed over. */
const IS_DOOR = /\/handoff\/route\.ts$/;

const BODIES: Record<string, BodyInit> = {
  "a JSON string": JSON.stringify("a".repeat(5_000)),
  "a JSON array": JSON.stringify(Array.from({ length: 2_000 }, () => [])),
  "no JSON": "{",
  nothing: "",
  null: "null",
  "broken UTF-8": Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d),
  "half a character in a field": '{"name":"\\ud800","reason":"\\udc00 and more","code":"\\ud800"}',
  "half a character in a list": '{"columns":[{"id":"\\ud800"}],"picked":{"ids":["\\ud800"]}}',
  "half a character in a name": '{"\\ud800":1}',
};

let foyer: FoyerUnderTest;
const cookies = { organizer: "", stranger: "", participant: "", operator: "" };

beforeAll(async () => {
  foyer = await freshFoyer();
  cookies.organizer = await connectByHttp(foyer, EVENT, "usr_ana");
  cookies.stranger = await connectByHttp(foyer, FOREIGN_EVENT, "usr_ana");
  await untilSynced(foyer, EVENT);
  cookies.participant = await portalCookie(foyer, EVENT, "usr_p_harbor_1");
  const id = newSessionId();
  await foyer.database.query(
    `INSERT INTO operator_sessions (id_hash, operator, created_at, last_seen_at, expires_at)
     VALUES ($1, 'local', now(), now(), now() + interval '8 h')`,
    [hashSessionId(id)],
  );
  cookies.operator = `foyer_operator=${id}`;
});

afterAll(() => foyer?.close());

/** Who may send something there, and who may not though they have a session of another kind or event. */
function sessionsOf({ file }: MutatingRoute): { own: string; foreign: string } {
  if (file.startsWith("app/api/admin/")) {
    return { own: cookies.operator, foreign: cookies.organizer };
  }
  if (file.startsWith("app/api/portal/")) {
    return { own: cookies.participant, foreign: cookies.organizer };
  }
  return { own: cookies.organizer, foreign: cookies.stranger };
}

const headersWith = (cookie: string): Record<string, string> => ({
  origin: foyer.appUrl,
  "content-type": "application/json",
  ...(cookie && { cookie }),
});

async function send({ method, path }: MutatingRoute, cookie: string, body: BodyInit) {
  const headers = headersWith(cookie);
  const answer = await fetch(foyer.appUrl + path, { method, headers, body, redirect: "manual" });
  await answer.body?.cancel();
  return answer.status;
}

test("every route that changes something is in one of these tables", () => {
  expect(WITH_INPUT.length).toBeGreaterThanOrEqual(20);
  const known = [...WITH_INPUT, ...WITHOUT_INPUT].map(({ file }) => file);
  const others = ROUTES.filter(({ file }) => !known.includes(file));
  expect([...new Set(others.map(({ file }) => file))]).toEqual([
    "app/admin/sign-in/link/route.ts",
    "app/admin/sign-out/route.ts",
    "app/api/auth/[...nextauth]/route.ts",
    "app/api/auth/signin/revento/route.ts",
    "app/api/session/sign-out/route.ts",
  ]);
});

describe.each(WITH_INPUT)("$method $path", (route) => {
  test.each(Object.entries(BODIES))(
    "refuses %s from everybody, and nobody hears 500",
    async (_, body) => {
      const { own, foreign } = sessionsOf(route);
      expect(await send(route, own, body)).toBe(400);
      const refusals = IS_DOOR.test(route.file) ? [400] : [401, 403, 404];
      expect(refusals).toContain(await send(route, "", body));
      expect(refusals).toContain(await send(route, foreign, body));
    },
  );

  test("reads nothing of 60 MB that are announced", async () => {
    const { own, foreign } = sessionsOf(route);
    const status = (cookie: string) =>
      sendBody({
        url: foyer.appUrl + route.path,
        method: route.method,
        headers: headersWith(cookie),
        announced: 60 * MIB,
        bytes: 0,
      });
    expect(await status(own)).toBe(413);
    const refusals = IS_DOOR.test(route.file) ? [413] : [401, 403, 404];
    expect(refusals).toContain(await status(""));
    expect(refusals).toContain(await status(foreign));
  });
});

describe.each(WITHOUT_INPUT)("$method $path", (route) => {
  test.each(Object.entries(BODIES))("pays no attention to %s", async (_, body) => {
    const { own, foreign } = sessionsOf(route);
    for (const cookie of ["", foreign, own]) {
      expect(await send(route, cookie, body)).toBeLessThan(500);
    }
  });
});

test.each([
  ["organizers", "/api/events/EVENT/exports", () => cookies.organizer, 413],
  ["organizers, without a session", "/api/events/EVENT/exports", () => "", 401],
  [
    "organizers, by the owner of another event",
    "/api/events/EVENT/exports",
    () => cookies.stranger,
    404,
  ],
  ["matches", "/api/events/EVENT/applications/matches", () => cookies.organizer, 413],
  ["the console", "/api/admin/deliveries/replay", () => cookies.operator, 413],
  ["the portal", "/api/portal/EVENT/sign-out", () => cookies.participant, 413],
  ["the portal's door", "/api/portal/EVENT/handoff", () => "", 413],
  ["a form of the console", "/admin/sign-in/link", () => "", 413],
  ["a form of the portal", "/api/auth/signin/revento?event_id=EVENT", () => "", 413],
])(
  "60 MB that nobody announced leave the memory of the process alone: %s",
  async (_, path, cookieOf, status) => {
    const send = () =>
      sendBody({
        url: foyer.appUrl + path.replace("EVENT", EVENT),
        method: "POST",
        headers: headersWith(cookieOf()),
        bytes: 60 * MIB,
      });
    expect(await send()).toBe(status);
    const grownMib = watchMemory(foyer.webPid);
    // Four at once: kept, they would be 240 MiB more, which no tidying of the process hides.
    const answered = await Promise.all([send(), send(), send(), send()]);
    expect(answered).toEqual(answered.map(() => status));
    expect(grownMib() ?? 0).toBeLessThan(120);
  },
);
