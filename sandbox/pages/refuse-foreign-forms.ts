import type { Context, Next } from "hono";
import { PlatformError } from "../platform/platform-error";
import type { SandboxEnv } from "../sandbox-env";

const OWN: ReadonlySet<string> = new Set(["same-origin", "none"]);

/** Lets only Revento's own pages post its forms: another site's form would act as the person here. */
export async function refuseForeignForms(c: Context<SandboxEnv>, next: Next): Promise<void> {
  if (c.req.method !== "GET" && c.req.method !== "HEAD" && isForeign(c)) {
    throw new PlatformError(403, "forbidden", "This form was sent by another site.");
  }
  await next();
}

/** `Sec-Fetch-Site` where the browser sends it, `Origin` where it does not. */
function isForeign(c: Context<SandboxEnv>): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return !OWN.has(site);
  const origin = c.req.header("origin");
  return origin !== undefined && origin !== new URL(c.req.url).origin;
}
