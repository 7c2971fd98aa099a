import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Sql, withEventSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { createSession } from "@/lib/members/create-session";
import { handle } from "./handle";

const URL_HERE = "http://127.0.0.1:3000/api/x";
const NO_PARAMS = { params: Promise.resolve({}) };

describe("a JSON route", () => {
  test("answers the verb's view, to nobody's cache", async () => {
    const route = handle({ actor: "anyone" }, async (_actor, _request, { eventId }) => ({
      eventId,
    }));
    const params = Promise.resolve({ eventId: "evt_a" });
    const answer = await route(new Request(URL_HERE), { params });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({ eventId: "evt_a" });
    const empty = await handle({ actor: "anyone" }, async () => undefined)(
      new Request(URL_HERE),
      NO_PARAMS,
    );
    expect(empty.status).toBe(204);
  });

  test("knows its actor by the session cookie", async () => {
    const { cookie, sessionHash } = await createSession();
    const route = handle({ actor: "browser" }, async (actor) => actor);
    const ask = async (value: string) => {
      const request = new Request(URL_HERE, { headers: { cookie: `foyer=${value}` } });
      return (await route(request, NO_PARAMS)).json();
    };
    expect(await ask(cookie)).toEqual({ sessionHash });
    expect(await ask(`${cookie}x`)).toEqual({ sessionHash: null });
  });

  test.each([
    [new AppError("not_found", "no such event"), 404, "not_found", "no such event"],
    [new AppError("forbidden", "not with this role"), 403, "forbidden", "not with this role"],
    [
      new Error("password of the database"),
      500,
      "internal",
      "Something went wrong here. Try again in a moment.",
    ],
  ])("turns %s into %i", async (error, status, code, message) => {
    const route = handle({ actor: "anyone" }, async () => {
      throw error;
    });
    const answer = await route(new Request(URL_HERE), NO_PARAMS);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: code, message });
  });

  test("that is too much at once says so, and when to come again", async () => {
    const tooLong = (sql: Sql) => sql.query("SET LOCAL statement_timeout = 10; SELECT pg_sleep(1)");
    const answer = await handle({ actor: "anyone" }, () => withEventSql("evt_a", tooLong))(
      new Request(URL_HERE),
      NO_PARAMS,
    );
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(await answer.json()).toMatchObject({ error: "busy" });
  });

  test("names what is wrong with the input", async () => {
    const route = handle({ actor: "anyone" }, async () =>
      z.object({ limit: z.number() }).parse({ limit: "x" }),
    );
    const answer = await route(new Request(URL_HERE), NO_PARAMS);
    expect(answer.status).toBe(400);
    expect((await answer.json()).message).toMatch(/^limit /);
  });

  test("changes nothing for a form on somebody else's page", async () => {
    let calls = 0;
    const route = handle({ actor: "anyone" }, async () => {
      calls += 1;
    });
    const post = async (headers: Record<string, string>) => {
      const answer = await route(new Request(URL_HERE, { method: "POST", headers }), NO_PARAMS);
      return answer.status;
    };
    expect(await post({ origin: "http://localhost:3000" })).toBe(403);
    expect(await post({ origin: "null" })).toBe(403);
    expect(await post({})).toBe(403);
    expect(calls).toBe(0);
    expect(await post({ origin: "http://127.0.0.1:3000" })).toBe(204);
  });
});
