import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routeOf } from "@/lib/http/handle";
import { may, type Permission } from "@/lib/members/permissions-view";
import { ROLES, type Role } from "@/lib/members/role-view";
import { connectByHttp } from "@/testing/connect-by-http";
import { EVENT_ROUTES } from "@/testing/event-routes";
import { EVENT_WRITES } from "@/testing/event-writes";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { freshFoyer } from "@/testing/fresh-foyer";
import { plantForWrites } from "@/testing/plant-for-writes";
import { secondMember } from "@/testing/second-member";
import { untilSynced } from "@/testing/until-synced";

const EVENT = "evt_harbor";
const FOREIGN_EVENT = "evt_summit";

type Way = {
  method: string;
  file: string;
  path: string;
  body?: object;
  permission?: Permission;
  /** What the verb answers whoever has the permission, where that is another no. */
  owner?: number;
};
const WAYS: Way[] = [
  ...Object.entries(EVENT_ROUTES).map(([file, at]) => ({ method: "GET", file, path: at })),
  ...EVENT_WRITES,
];

let foyer: FoyerUnderTest;
/** A browser with a seat of each role: in the event, and in another one. */
const seats = {} as Record<Role, { here: string; elsewhere: string }>;

beforeAll(async () => {
  foyer = await freshFoyer();
  for (const eventId of [EVENT, FOREIGN_EVENT]) {
    await connectByHttp(foyer, eventId, "usr_ana");
  }
  await untilSynced(foyer, EVENT);
  for (const role of ROLES) {
    const cookieIn = async (eventId: string) => {
      const { name, value } = await secondMember(foyer, eventId, role);
      return `${name}=${value}`;
    };
    seats[role] = { here: await cookieIn(EVENT), elsewhere: await cookieIn(FOREIGN_EVENT) };
  }
  await plantForWrites(foyer.database, EVENT);
  // What of people a role sees has a test of its own.
  await foyer.database.query(
    `INSERT INTO role_levels (event_id, role, level)
     SELECT $1, role, 'everything' FROM unnest(ARRAY['manager', 'reviewer', 'viewer']) AS role`,
    [EVENT],
  );
});

afterAll(() => foyer?.close());

async function statusOf({ method, path: at, body }: Way, cookie: string): Promise<number> {
  const stop = new AbortController();
  const answer = await fetch(foyer.appUrl + at.replace("EVENT", EVENT), {
    method,
    redirect: "manual",
    signal: stop.signal,
    headers: {
      cookie,
      origin: foyer.appUrl,
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  // A stream has no end.
  stop.abort();
  return answer.status;
}

/** What the table of permissions is asked for this way; a page's is that of its frame, or of the door. */
async function permissionOf({ method, file, permission }: Way): Promise<Permission> {
  if (permission) return permission;
  if (file.startsWith("app/door/")) return "door.open";
  if (file.includes("/review/page")) return "reviews.read";
  if (!file.endsWith("route.ts")) return "event.read";
  const module = (await import(path.resolve(file))) as Record<string, unknown>;
  const route = routeOf(module[method]);
  if (!route?.permission) throw new Error(`${method} ${file} asks for no permission`);
  return route.permission;
}

describe.each(WAYS)("$method $path", (way) => {
  test("is for exactly those roles that have its permission", async () => {
    const permission = await permissionOf(way);
    const isPage = way.file.endsWith("page.tsx");
    // Those who may not ask first: what they had changed or ended would not be there for the others.
    const byRight = [...ROLES].sort(
      (a, b) => Number(may(a, permission)) - Number(may(b, permission)),
    );
    for (const role of byRight) {
      const status = await statusOf(way, seats[role].here);
      if (!may(role, permission)) expect(status, role).toBe(isPage ? 307 : 403);
      else expect([200, 201, 204, 400, 404, 409, way.owner], role).toContain(status);
    }
  });

  test("is not found for the same roles of another event", async () => {
    for (const role of ROLES) {
      expect(await statusOf(way, seats[role].elsewhere), role).toBe(404);
    }
  });
});
