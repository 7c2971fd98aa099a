import { beforeAll, describe, expect, test } from "vitest";
import { env } from "@/lib/env";
import type { RouteHandler } from "@/lib/http/handle";
import { createOperatorSession } from "@/lib/operators/create-operator-session";
import { LOCAL_OPERATOR } from "@/lib/operators/operator";
import { operatorCookieName } from "@/lib/operators/operator-cookie";
import { plantInstallation, tell, tracesOf } from "@/testing/console-world";
import * as actions from "./actions/route";
import * as end from "./connections/[eventId]/end/route";
import * as erase from "./connections/[eventId]/erase/route";
import * as erasure from "./connections/[eventId]/erasure/route";
import * as glass from "./connections/[eventId]/glass/route";
import * as hold from "./connections/[eventId]/hold/route";
import * as pause from "./connections/[eventId]/pause/route";
import * as reconcile from "./connections/[eventId]/reconcile/route";
import * as resume from "./connections/[eventId]/resume/route";
import * as resync from "./connections/[eventId]/resync/route";
import * as connection from "./connections/[eventId]/route";
import * as connections from "./connections/route";
import * as delivery from "./deliveries/[eventId]/[deliveryId]/route";
import * as preview from "./deliveries/replay/preview/route";
import * as replay from "./deliveries/replay/route";
import * as deliveries from "./deliveries/route";
import * as unknownTypes from "./deliveries/unknown-types/route";
import * as erasures from "./erasures/route";
import * as installations from "./installations/route";
import * as jobs from "./jobs/route";
import * as overview from "./overview/route";

const WHY = "The organizer asked for it on the phone.";
let cookie = "";

beforeAll(async () => {
  cookie = `${operatorCookieName()}=${(await createOperatorSession(LOCAL_OPERATOR)).cookie}`;
});

type Asked = { params?: Record<string, string>; query?: string; body?: unknown; cookie?: string };

async function ask(
  route: RouteHandler,
  { params = {}, query = "", body, cookie: sent = cookie }: Asked = {},
): Promise<{ status: number; json: unknown }> {
  const isPost = body !== undefined;
  const request = new Request(`${env().APP_URL}/api/admin/x${query}`, {
    method: isPost ? "POST" : "GET",
    headers: { cookie: sent, origin: env().APP_URL, "sec-fetch-site": "same-origin" },
    ...(isPost && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await route(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, json: text === "" ? null : JSON.parse(text) };
}

describe("the console's routes", () => {
  test.each([
    ["overview", overview.GET, { operator: "local" }],
    ["jobs", jobs.GET, { workers: [] }],
    ["erasures", erasures.GET, []],
    ["actions", actions.GET, { nextCursor: null }],
    ["installations", installations.GET, null],
    ["unknown types", unknownTypes.GET, []],
  ])("answer the %s", async (_, route, view) => {
    const { status, json } = await ask(route);
    expect(status).toBe(200);
    if (view && !Array.isArray(view)) expect(json).toMatchObject(view);
    else expect(json).toEqual(view);
  });

  test("read filters from the address, and take an empty one for none", async () => {
    const eventId = await plantInstallation();
    const [made] = await tell({ type: "badge.printed", data: {}, event: eventId });
    const found = await ask(connections.GET, { query: `?q=${eventId}&state=&cause=&health=` });
    expect(found).toMatchObject({ status: 200, json: { total: 1, rows: [{ eventId }] } });
    const query = `?event=${eventId}&state=pending&type=&from=&to=&outcome=&cursor=`;
    expect(await ask(deliveries.GET, { query })).toMatchObject({
      status: 200,
      json: { total: 1, rows: [{ deliveryId: made?.deliveryId }] },
    });
    expect((await ask(deliveries.GET, { query: "?state=lost" })).status).toBe(400);
    const params = { eventId, deliveryId: made?.deliveryId ?? "" };
    expect((await ask(delivery.GET, { params })).status).toBe(200);
    expect((await ask(delivery.GET, { params: { ...params, eventId: "evt_none" } })).status).toBe(
      404,
    );
    expect((await ask(connection.GET, { params })).status).toBe(200);
    expect((await ask(connection.GET, { params: { eventId: "evt_none" } })).status).toBe(404);
    expect((await ask(erasure.GET, { params })).status).toBe(200);
  });

  test("act on the event of the address, whatever the body says", async () => {
    const [eventId, other] = [await plantInstallation(), await plantInstallation()];
    const body = { reason: WHY, eventId: other };
    const params = { eventId };
    for (const [route, status] of [
      [reconcile.POST, 204],
      [resync.POST, 204],
      [pause.POST, 204],
      [pause.POST, 409],
      [resume.POST, 204],
      [glass.POST, 200],
      [erase.POST, 409],
      [end.POST, 204],
      [end.POST, 409],
      [hold.POST, 400],
      [erase.POST, 204],
    ] as const) {
      expect((await ask(route, { params, body })).status).toBe(status);
    }
    expect((await tracesOf(eventId)).actions.map(({ action }) => action)).toEqual([
      "connection.reconcile_requested",
      "connection.resync_requested",
      "connection.paused",
      "connection.resumed",
      "glass.broken",
      "connection.ended_by_operator",
      "erasure.begun_by_operator",
    ]);
    expect(await tracesOf(other)).toEqual({ actions: [], audit: [] });
    expect((await ask(end.POST, { params, body: "{" })).status).toBe(400);
    expect((await ask(end.POST, { params, body: null })).status).toBe(400);
  });

  test("try and replay the deliveries of a filter", async () => {
    const event = await plantInstallation();
    await tell({ type: "badge.printed", data: {}, event });
    const tried = await ask(preview.POST, { body: { event } });
    expect(tried).toMatchObject({ status: 200, json: { total: 1, verdicts: { unknown_type: 1 } } });
    const replayed = await ask(replay.POST, { body: { event, reason: WHY } });
    expect(replayed).toMatchObject({ status: 200, json: { replayed: 0 } });
    expect((await ask(replay.POST, { body: { event } })).status).toBe(400);
  });

  test("answer nobody without an operator's cookie, whatever they send", async () => {
    const eventId = await plantInstallation();
    for (const body of [{ reason: WHY }, "{", "null"]) {
      for (const route of [
        end.POST,
        erase.POST,
        hold.POST,
        replay.POST,
        preview.POST,
        installations.POST,
      ]) {
        const asked = await ask(route, { params: { eventId }, body, cookie: "a=b" });
        expect(asked).toMatchObject({ status: 401, json: { error: "unauthenticated" } });
      }
    }
    for (const route of [overview.GET, connections.GET, deliveries.GET, connection.GET]) {
      const asked = await ask(route, { query: "?state=lost&health=fine", cookie: "" });
      expect(asked.status).toBe(401);
    }
    expect(await tracesOf(eventId)).toEqual({ actions: [], audit: [] });
  });
});
