import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testEnvironment } from "@/testing/test-environment";
import { PAGE_SIZE, readEvent, readPage } from "./read-api";

let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {};
let server: Server;
const seen: IncomingMessage[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, testEnvironment("postgres://nobody@127.0.0.1:1/none"), {
    REVENTO_API_URL: `http://127.0.0.1:${port}/api/v1`,
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function json(status: number, body: unknown, headers: Record<string, string> = {}) {
  answer = (_request, response) => {
    response.writeHead(status, {
      "content-type": "application/vnd.revento.v1+json; charset=utf-8",
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
}

const PAGE = { data: [{ id: "ptp_1" }, { id: "ptp_2" }], next_cursor: "c2", has_more: true };
const readFirst = (cursor: string | null = null, signal?: AbortSignal) =>
  readPage("rev_install_x", "evt_a", "participants", { cursor, limit: PAGE_SIZE }, signal);

describe("a page of Revento's lists", () => {
  test("4.1 is asked for 50 rows with token, version and a request id", async () => {
    json(200, PAGE, { "x-ratelimit-remaining": "29", "x-ratelimit-reset": "1800000000" });
    const page = await readFirst("c 1");
    const request = seen.at(-1);
    expect(request?.url).toBe("/api/v1/events/evt_a/participants?limit=50&cursor=c+1");
    expect(request?.headers.authorization).toBe("Bearer rev_install_x");
    expect(request?.headers.accept).toBe("application/vnd.revento.v1+json");
    expect(request?.headers["x-revento-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(page.rows.map((row) => row.participantId)).toEqual(["ptp_1", "ptp_2"]);
    expect(page).toMatchObject({ nextCursor: "c2", isIncomplete: false });
    expect(page.rate).toEqual({ limit: null, remaining: 29, resetAt: new Date(1800000000_000) });
  });

  test("4.1 has_more decides, whatever the cursor says", async () => {
    for (const next_cursor of ["c2", "", null, 7]) {
      json(200, { ...PAGE, has_more: false, next_cursor });
      expect(await readFirst()).toMatchObject({ nextCursor: null, isIncomplete: false });
    }
  });

  test("4.1 a page that says that there is more, and not where, is the last one of an incomplete list", async () => {
    for (const next_cursor of [null, "", undefined]) {
      json(200, { ...PAGE, next_cursor });
      const page = await readFirst();
      expect(page).toMatchObject({ nextCursor: null, isIncomplete: true });
      expect(page.rows.length).toBe(PAGE.data.length);
    }
  });

  test("the data is never taken for newer than it is: Revento's clock, minus the request's time", async () => {
    json(200, PAGE, { date: "Mon, 23 Nov 2026 10:00:05 GMT" });
    const { readAt } = await readFirst();
    const latest = Date.parse("2026-11-23T10:00:04Z");
    expect(readAt.getTime()).toBeLessThanOrEqual(latest);
    expect(readAt.getTime()).toBeGreaterThan(latest - 2_000);
  });

  test("a row without an id is counted, and the others are read", async () => {
    json(200, { ...PAGE, data: [{ id: "ptp_1" }, { user_id: "usr_1" }, null] });
    const page = await readFirst();
    expect(page.rows.map(({ participantId }) => participantId)).toEqual(["ptp_1"]);
    expect(page.unreadable).toBe(2);
  });

  test("a page of which no row can be read is unavailable", async () => {
    json(200, { ...PAGE, data: [{ user_id: "usr_1" }] });
    await expect(readFirst()).rejects.toMatchObject({ kind: "unavailable" });
  });
});

describe("what went wrong, in three kinds", () => {
  test("2.6 a revoked token is refused in Revento's own word, with the id its support asks for", async () => {
    json(401, { error: "token_revoked", message: "x", request_id: "r-1" });
    await expect(readFirst()).rejects.toMatchObject({
      kind: "refused",
      code: "token_revoked",
      requestId: "r-1",
    });
  });

  test("a proxy's 401, 403 or 404 page is not Revento's refusal", async () => {
    for (const status of [401, 403, 404]) {
      answer = (_request, response) => {
        response.writeHead(status, { "content-type": "text/html" }).end("<h1>no</h1>");
      };
      await expect(readFirst()).rejects.toMatchObject({
        kind: "unavailable",
        code: `http_${status}`,
      });
    }
  });

  test("5 a throttled call carries the wait that Revento asks for", async () => {
    json(429, { error: "rate_limit_exceeded" }, { "retry-after": "17" });
    await expect(readFirst()).rejects.toMatchObject({ kind: "throttled", waitMs: 17_000 });
    json(429, { error: "concurrent_limit_exceeded" });
    await expect(readFirst()).rejects.toMatchObject({ kind: "throttled", waitMs: undefined });
  });

  test("1.7 an outage, a redirect, a wrong type and broken JSON are all: try later", async () => {
    json(503, { error: "internal_error" });
    await expect(readFirst()).rejects.toMatchObject({ kind: "unavailable" });
    answer = (_request, response) => {
      response.writeHead(302, { location: "https://elsewhere.example/" }).end();
    };
    await expect(readFirst()).rejects.toMatchObject({ kind: "unavailable", code: "http_302" });
    answer = (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end(JSON.stringify(PAGE));
    };
    await expect(readFirst()).rejects.toMatchObject({ code: "malformed_answer" });
    answer = (_request, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end('{"data":[');
    };
    await expect(readFirst()).rejects.toMatchObject({ code: "malformed_answer" });
  });

  test("a cut connection is: try later", async () => {
    answer = (_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
      response.write('{"data":[');
      setTimeout(() => response.destroy(), 20);
    };
    await expect(readFirst()).rejects.toMatchObject({
      kind: "unavailable",
      code: "connection_failed",
    });
  });

  test("an answer without end is not read to its end", async () => {
    answer = (_request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const spaces = " ".repeat(1024 * 1024);
      const more = () => {
        if (!response.destroyed && response.write(spaces)) setImmediate(more);
      };
      response.on("drain", more);
      more();
    };
    await expect(readFirst()).rejects.toMatchObject({ code: "answer_too_large" });
  });

  test("a caller that gives up gets its own reason back", async () => {
    answer = () => {};
    const reason = new Error("stopping");
    await expect(readFirst(null, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

test("4.6 the event of the answer is the event that was asked for", async () => {
  const event = { id: "evt_a", organization_id: "org_a", title: "A", publish_status: "published" };
  json(200, event);
  expect((await readEvent("t", "evt_a")).event.title).toBe("A");
  json(200, { ...event, id: "evt_b" });
  await expect(readEvent("t", "evt_a")).rejects.toMatchObject({ kind: "unavailable" });
});
