import { setTimeout as sleep } from "node:timers/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, MiddlewareHandler, Next } from "hono";
import type { Platform } from "../platform/platform";
import type { SandboxEnv } from "../sandbox-env";
import type { RequestFault } from "./fault-box";

const DEFAULT_DELAY_MS = 1_000;

/**
 * Spends a fault armed for this request. With `when: "after"` the platform does its work first and
 * only the answer is lost, as when a cable is cut at the wrong moment.
 */
export function applyRequestFault(platform: Platform): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const fault = platform.faults.takeForRequest(c.req.method, c.req.path);
    if (!fault) return next();
    if (fault.when === "after" || fault.kind === "rewrite") await next();
    const answer = await misbehave(c, next, fault);
    if (answer) c.res = answer;
  };
}

async function misbehave(
  c: Context<SandboxEnv>,
  next: Next,
  fault: RequestFault,
): Promise<Response | undefined> {
  switch (fault.kind) {
    case "delay":
      await sleep(fault.delay_ms ?? DEFAULT_DELAY_MS);
      if (fault.when === "before") await next();
      return undefined;
    case "status":
      return refuse(c, fault);
    case "rewrite":
      return rewrite(c.res, fault);
    case "malformed":
      return new Response('{"data": [{"id": "ptp_', {
        headers: { "content-type": "application/json" },
      });
    case "empty":
      return Response.json({ data: [], next_cursor: null, has_more: false });
    case "hang":
      await gone(c, fault.delay_ms);
      c.env.outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    case "cut":
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
  }
}

function refuse(c: Context<SandboxEnv>, fault: RequestFault): Response {
  const body = {
    error: fault.error ?? "internal_error",
    message: "Something is wrong with Revento.",
    request_id: c.get("requestId"),
  };
  return Response.json(body, { status: fault.status ?? 500, headers: fault.headers ?? {} });
}

/** The answer with some of its JSON and of its headers changed. */
async function rewrite(
  answer: Response,
  { set = {}, unset = [], headers = {} }: RequestFault,
): Promise<Response> {
  const body: unknown = await answer.json();
  for (const [path, value] of Object.entries(set))
    place(body, path, (at, key) => (at[key] = value));
  for (const path of unset) place(body, path, (at, key) => delete at[key]);
  const changed = new Headers(answer.headers);
  changed.delete("content-length");
  for (const [name, value] of Object.entries(headers)) changed.set(name, value);
  return new Response(JSON.stringify(body), { status: answer.status, headers: changed });
}

type Fields = Record<string, unknown>;

function place(body: unknown, path: string, change: (at: Fields, key: string) => unknown): void {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const at = keys.reduce<unknown>((value, key) => (value as Fields | undefined)?.[key], body);
  if (typeof at === "object" && at !== null) change(at as Fields, last);
}

/** Waits until the caller has hung up, or so many real milliseconds. */
function gone(c: Context<SandboxEnv>, delayMs: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    c.env.outgoing.once("close", resolve);
    if (delayMs !== undefined) setTimeout(resolve, delayMs).unref();
  });
}
