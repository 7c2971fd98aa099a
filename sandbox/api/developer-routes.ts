import { Hono } from "hono";
import { isRegisteredClient } from "../oauth/authenticate-client";
import type { Platform } from "../platform/platform";
import { notFound, PlatformError } from "../platform/platform-error";
import type { SandboxEnv } from "../sandbox-env";
import type { ConnectionRow } from "../store/rows";
import { formatInstallation } from "../wire/format-installation";
import { listPage } from "./list-page";
import { requireHeaders } from "./require-headers";

/**
 * `GET /developer/integrations/{id}/installations`: every connection, whatever its status, under
 * HTTP Basic `client_id:client_secret` (contract 4, A).
 */
export function developerRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/developer/integrations/:id/installations", (c) => {
    requireHeaders(c.req.raw.headers);
    const [id, secret] = readBasic(c.req.header("authorization"));
    if (!isRegisteredClient(platform, id, secret)) {
      throw new PlatformError(401, "invalid_client", "The client credentials are wrong.");
    }
    if (c.req.param("id") !== platform.config.integrationId) throw notFound("integration");
    const format = (row: ConnectionRow) => formatInstallation(row);
    const query = new URL(c.req.url).searchParams;
    return c.json(listPage(platform.store, { table: "connections", eventId: null, query, format }));
  });
  return routes;
}

function readBasic(authorization: string | undefined): [id: string, secret: string] {
  const encoded = /^Basic ([\w+/]+=*)$/i.exec(authorization ?? "")?.[1] ?? "";
  const decoded = Buffer.from(encoded, "base64").toString();
  const colon = decoded.indexOf(":");
  return colon < 0 ? ["", ""] : [decoded.slice(0, colon), decoded.slice(colon + 1)];
}
