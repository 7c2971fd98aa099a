import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PageGate } from "./page-gate";

let server: Server;
let origin: string;
/** What has been let in and waits for its answer, by path. */
let inside: Map<string, () => void>;
let order: string[];
let closed: number;

async function serve(limits: ConstructorParameters<typeof PageGate>[0]): Promise<void> {
  const gate = new PageGate(limits);
  server = createServer((request, response) => {
    const path = request.url ?? "";
    response.once("close", () => {
      closed += 1;
    });
    gate.pass(request, response, () => {
      order.push(path);
      inside.set(path, () => response.end("here"));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(() => {
  inside = new Map();
  order = [];
  closed = 0;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const until = (count: number) => expect.poll(() => order).toHaveLength(count);

test("lines take turns: whatever is asked of one event, another one's request is the next", async () => {
  await serve({ most: 1 });
  const paths = ["/portal/evt_a/1", "/portal/evt_a/2", "/portal/evt_a/3"];
  const answers = [];
  for (const path of paths) {
    answers.push(fetch(origin + path));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  answers.push(fetch(`${origin}/api/events/evt_b/overview`));
  await until(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (let answered = 0; answered < 4; answered += 1) {
    await until(answered + 1);
    inside.get(order[answered] ?? "")?.();
  }
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(order.indexOf("/api/events/evt_b/overview")).toBeLessThan(3);
  expect(order[0]).toBe(paths[0]);
});

test("who waits too long is told when to come back: a page's question soon, a page itself later, and comes by itself", async () => {
  await serve({ most: 1, apiPatienceMs: 20, pagePatienceMs: 60 });
  const first = fetch(`${origin}/portal/evt_a`);
  await until(1);
  const asked = await fetch(`${origin}/api/portal/evt_a/program`);
  expect([asked.status, (await asked.json()).error]).toEqual([503, "busy"]);
  expect(Number(asked.headers.get("retry-after"))).toBeGreaterThanOrEqual(2);
  const page = await fetch(`${origin}/portal/evt_a/program`);
  expect([page.status, page.headers.get("refresh")]).toEqual([
    503,
    page.headers.get("retry-after"),
  ]);
  const sent = await fetch(`${origin}/portal/evt_a/program`, { method: "POST" });
  expect([sent.status, sent.headers.get("refresh")]).toEqual([503, null]);
  inside.get("/portal/evt_a")?.();
  expect((await first).status).toBe(200);
});

test("who takes long waits for something else, and gives up their place, up to a number", async () => {
  await serve({ most: 1, mostOpen: 3, heldMs: 30 });
  const answers = [1, 2, 3, 4].map((n) => fetch(`${origin}/portal/evt_a/${n}`));
  await until(3);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(order).toHaveLength(3);
  inside.get(order[0] ?? "")?.();
  await until(4);
  for (const answer of inside.values()) answer();
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test("a line has an end, and health and what never changes wait in none", async () => {
  await serve({ most: 1, mostInLine: 1 });
  const first = fetch(`${origin}/portal/evt_a`);
  await until(1);
  const second = fetch(`${origin}/portal/evt_a/2`);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await fetch(`${origin}/portal/evt_a/3`)).status).toBe(503);
  const passing = ["/api/ready", "/api/health?x", "/_next/static/a.js"].map((path) =>
    fetch(origin + path),
  );
  await until(4);
  for (const answer of inside.values()) answer();
  await until(5);
  inside.get("/portal/evt_a/2")?.();
  const statuses = (await Promise.all([first, second, ...passing])).map(({ status }) => status);
  expect(statuses).toEqual([200, 200, 200, 200, 200]);
});

test("who leaves, in line or inside, gives up their place", async () => {
  await serve({ most: 1 });
  const left = [new AbortController(), new AbortController()];
  const gone = left.map(async ({ signal }, n) => {
    await new Promise((resolve) => setTimeout(resolve, n * 20));
    return fetch(`${origin}/portal/evt_a/${n}`, { signal }).catch(() => "left");
  });
  await until(1);
  await new Promise((resolve) => setTimeout(resolve, 40));
  const last = fetch(`${origin}/portal/evt_a/last`);
  await new Promise((resolve) => setTimeout(resolve, 20));
  left[1]?.abort();
  await expect.poll(() => closed).toBe(1);
  left[0]?.abort();
  await until(2);
  expect(order).toEqual(["/portal/evt_a/0", "/portal/evt_a/last"]);
  inside.get("/portal/evt_a/last")?.();
  expect((await last).status).toBe(200);
  expect(await Promise.all(gone)).toEqual(["left", "left"]);
});
