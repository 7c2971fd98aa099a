import { readFileSync } from "node:fs";
import { Hono } from "hono";
import type { SandboxEnv } from "../sandbox-env";

const STYLE = readFileSync(new URL("./revento.css", import.meta.url), "utf8");

/** Revento's one stylesheet. */
export function styleRoutes(): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/revento.css", (c) => {
    c.header("Content-Type", "text/css; charset=utf-8");
    c.header("Cache-Control", "no-cache");
    return c.body(STYLE);
  });
  return routes;
}
