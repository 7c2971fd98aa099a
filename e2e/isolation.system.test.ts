import { globSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectByHttp } from "@/testing/connect-by-http";
import { EVENT_ROUTES } from "@/testing/event-routes";
import { EVENT_WRITES } from "@/testing/event-writes";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { freshFoyer } from "@/testing/fresh-foyer";
import { plantForWrites } from "@/testing/plant-for-writes";
import { PORTAL_ROUTES, SIGN_IN_ROUTES } from "@/testing/portal-routes";
import { portalCookie } from "@/testing/portal-sign-in";
import { untilSynced } from "@/testing/until-synced";

const EVENT = "evt_harbor";
const FOREIGN_EVENT = "evt_summit";

/** Routes that show nothing of an event by its id; each has tests of its own, and so have portal and console. */
const OTHER_ROUTES = [
  "app/api/auth/callback/operators/route.ts",
  "app/api/certificates/[id]/route.ts",
  "app/api/certificates/keys/route.ts",
  "app/api/events/route.ts",
  "app/api/health/route.ts",
  "app/api/live/route.ts",
  "app/api/ready/route.ts",
  "app/api/session/sign-out/route.ts",
  "app/api/webhooks/revento/route.ts",
  "app/certificates/[id]/route.ts",
  "app/connect/callback/route.ts",
  "app/connect/route.ts",
  "app/design/page.tsx",
  "app/events/[eventId]/[...unknown]/page.tsx",
  "app/events/page.tsx",
  "app/fonts/[font]/route.ts",
  "app/join/[token]/route.ts",
  "app/page.tsx",
];

let foyer: FoyerUnderTest;
let owner: string;
let stranger: string;
let participant: string;
let secrets: string[];

type Write = { method: string; body?: object };

async function ask(
  path: string,
  cookie: string,
  write?: Write,
): Promise<{ status: number; text: string }> {
  const response = await fetch(foyer.appUrl + path.replace("EVENT", EVENT), {
    redirect: "manual",
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(write ? { origin: foyer.appUrl, "content-type": "application/json" } : {}),
    },
    ...(write ? { method: write.method } : {}),
    ...(write?.body ? { body: JSON.stringify(write.body) } : {}),
  });
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return { status: response.status, text: "" };
  }
  return { status: response.status, text: await response.text() };
}

function expectNothingOfTheEvent(text: string): void {
  for (const secret of secrets) expect(text).not.toContain(secret);
}

beforeAll(async () => {
  foyer = await freshFoyer();
  owner = await connectByHttp(foyer, EVENT, "usr_ana");
  stranger = await connectByHttp(foyer, FOREIGN_EVENT, "usr_ana");
  await untilSynced(foyer, EVENT);
  participant = await portalCookie(foyer, EVENT, "usr_p_harbor_1");
  const { rows } = await foyer.database.query<{ email: string }>(
    "SELECT email FROM participants WHERE event_id = $1",
    [EVENT],
  );
  await plantForWrites(foyer.database, EVENT);
  secrets = ["Harbor Sample Convention", ...rows.map((row) => row.email)];
});

afterAll(() => foyer?.close());

test("every route of the product has its row in this table", () => {
  const isOfConsole = (file: string) => /^app\/(api\/)?admin\//.test(file);
  const routes = globSync("app/**/{route.ts,page.tsx}").filter((file) => !isOfConsole(file));
  const inPortal = [...PORTAL_ROUTES.map(({ file }) => file), ...SIGN_IN_ROUTES];
  const writes = EVENT_WRITES.map(({ file }) => file);
  const known = [...Object.keys(EVENT_ROUTES), ...writes, ...OTHER_ROUTES, ...inPortal].filter(
    (file) => file.startsWith("app/"),
  );
  expect(routes.sort()).toEqual([...new Set(known)].sort());
});

describe.each(Object.entries(EVENT_ROUTES))("%s", (_, path) => {
  test("answers the owner of the event", async () => {
    expect((await ask(path, owner)).status).toBe(200);
  });

  test("is not found for the owner of another event", async () => {
    const { status, text } = await ask(path, stranger);
    expect(status).toBe(404);
    expectNothingOfTheEvent(text);
  });

  test("tells somebody without a session nothing", async () => {
    const { status, text } = await ask(path, "");
    expect(status).toBe(path.startsWith("/api/") ? 401 : 307);
    expectNothingOfTheEvent(text);
  });

  test("tells a forged session nothing", async () => {
    const { text, status } = await ask(path, "foyer=guessed-session-id");
    expect(status).toBe(path.startsWith("/api/") ? 401 : 307);
    expectNothingOfTheEvent(text);
  });

  test.each([
    ["cookie", () => participant],
    ["session under the organizers' name", () => participant.replace(/^[^=]+/, "foyer")],
  ])("tells a participant of the event nothing by their %s", async (_, cookieOf) => {
    const { text, status } = await ask(path, cookieOf());
    expect(status).toBe(path.startsWith("/api/") ? 401 : 307);
    expectNothingOfTheEvent(text);
  });
});

describe.each(EVENT_WRITES)("$method $path", ({ path, owner: answer, ...write }) => {
  test.each<[string, number, () => string]>([
    ["the owner of another event", 404, () => stranger],
    ["somebody without a session", 401, () => ""],
    ["a forged session", 401, () => "foyer=guessed-session-id"],
    ["a participant of the event", 401, () => participant],
    ["a participant under the organizers' name", 401, () => participant.replace(/^[^=]+/, "foyer")],
  ])("is not for %s", async (_, refusal, cookieOf) => {
    const { status, text } = await ask(path, cookieOf(), write);
    expect(status).toBe(refusal);
    expectNothingOfTheEvent(text);
  });

  // After everybody else: what they had changed or ended would not be there for the owner.
  test("is for the owner of the event", async () => {
    expect((await ask(path, owner, write)).status).toBe(answer);
  });
});

test("an address of the event that leads nowhere shows its frame to the owner, and nobody else anything", async () => {
  const { status, text } = await ask("/events/EVENT/nothing", owner);
  expect(status).toBe(404);
  expect(text).toContain("Harbor Sample Convention");
  for (const cookie of [stranger, "", "foyer=guessed-session-id", participant]) {
    const asked = await ask("/events/EVENT/nothing", cookie);
    expect([307, 404]).toContain(asked.status);
    expectNothingOfTheEvent(asked.text);
  }
});

test("a participant takes no part in the organizers' list of events", async () => {
  expectNothingOfTheEvent((await ask("/events", participant)).text);
});

test("the list of events holds the browser's own events and no other", async () => {
  const { text } = await ask("/events", stranger);
  expectNothingOfTheEvent(text);
  expect((await ask("/events", owner)).text).toContain("Harbor Sample Convention");
});
