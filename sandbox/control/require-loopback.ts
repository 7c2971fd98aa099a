import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, Next } from "hono";
import type { SandboxEnv } from "../sandbox-env";

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** Keeps `/_control` to this machine, and from pages of other sites open in a browser on it. */
export async function requireLoopback(c: Context<SandboxEnv>, next: Next) {
  const origin = c.req.header("origin");
  const foreign = origin !== undefined && origin !== new URL(c.req.url).origin;
  if (foreign || !LOOPBACK.has(getConnInfo(c).remote.address ?? "")) {
    return c.json({ error: "forbidden", message: "Only from this machine." }, 403);
  }
  await next();
}
