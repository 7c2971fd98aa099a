import { globSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { routeOf } from "@/lib/http/handle";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const FILES = globSync("app/**/route.ts").sort();

async function handlersOf(file: string): Promise<[string, unknown][]> {
  const module = (await import(path.resolve(file))) as Record<string, unknown>;
  return METHODS.flatMap((method): [string, unknown][] =>
    method in module ? [[method, module[method]]] : [],
  );
}

/** Who may be meant by an address below these. */
const ACTORS: [RegExp, string[]][] = [
  [/^app\/api\/events\/route\.ts$/, ["browser"]],
  [/^app\/api\/events\//, ["member"]],
  [/^app\/api\/admin\//, ["operator"]],
  [/^app\/api\/portal\/\[eventId\]\/handoff\//, ["visitor"]],
  [/^app\/api\/portal\//, ["participant"]],
  [/^app\/admin\//, ["console visitor", "anyone"]],
];

describe.each(FILES)("%s", (file) => {
  test("is made by the one wrapper, for those whom its address is for", async () => {
    const handlers = await handlersOf(file);
    expect(handlers.length).toBeGreaterThan(0);
    const [, allowed] = ACTORS.find(([address]) => address.test(file)) ?? [];
    for (const [method, handler] of handlers) {
      const route = routeOf(handler);
      expect(route, `${method} is a function of its own`).toBeDefined();
      if (allowed) expect(allowed, method).toContain(route?.actor);
      if (route?.actor === "member") expect(route.permission, method).toBeDefined();
    }
  });
});

test("an address of an event tells nobody without a seat whether there is such an event", async () => {
  const files = FILES.filter((file) => file.startsWith("app/api/events/[eventId]/"));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    for (const [method, handler] of await handlersOf(file)) {
      const request = new Request("http://127.0.0.1:3000/api/x", {
        method,
        headers: { origin: "http://127.0.0.1:3000" },
      });
      const params = Promise.resolve({ eventId: "evt_nobody_has_this" });
      const ask = handler as (request: Request, context: object) => Promise<Response>;
      expect((await ask(request, { params })).status, `${method} ${file}`).toBe(401);
    }
  }
});
