import { type Context, Hono } from "hono";
import { showError } from "../pages/error-page";
import { currentPerson, rememberPerson } from "../pages/person-cookie";
import { refuseForeignForms } from "../pages/refuse-foreign-forms";
import {
  type Authorizing,
  showConsent,
  showPeople,
  showUntrusted,
} from "../pages/show-authorization";
import { requirePerson } from "../platform/find-person";
import type { Platform } from "../platform/platform";
import type { SandboxEnv } from "../sandbox-env";
import { decideAuthorization } from "./decide-authorization";
import { readAuthorizationRequest } from "./read-authorization-request";

/** Parameters of our own pages, which are no part of the request. */
const OWN_PARAMETERS = ["prompt", "name"];

/**
 * `GET /oauth/authorize` and the two forms behind it: picking who one is, and consent. The request
 * travels in the query of every step and is checked again at each (contract 3.1, 3.2).
 */
export function authorizeRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.onError((error, c) => showError(platform, c, error));
  routes.use("/oauth/authorize/*", refuseForeignForms);
  routes.get("/oauth/authorize", (c) =>
    withRequest(platform, c, (authorizing) => {
      const person = c.req.query("prompt") ? undefined : currentPerson(platform, c);
      return person
        ? showConsent(platform, c, authorizing, person)
        : showPeople(platform, c, authorizing);
    }),
  );
  routes.post("/oauth/authorize/person", async (c) => {
    const userId = String((await c.req.parseBody()).user_id ?? "");
    return withRequest(platform, c, ({ query }) => {
      rememberPerson(c, requirePerson(platform, userId));
      return c.redirect(`/oauth/authorize?${query}`, 303);
    });
  });
  routes.post("/oauth/authorize/decision", async (c) => {
    const form = await c.req.formData();
    return withRequest(platform, c, ({ request, query }) => {
      const person = currentPerson(platform, c);
      if (!person) return c.redirect(`/oauth/authorize?${query}`, 303);
      const optionalScopes = form.getAll("scope").map(String);
      const allowed = form.get("decision") === "allow";
      const decision = allowed
        ? { answer: "allow" as const, optionalScopes }
        : { answer: "deny" as const };
      return c.redirect(decideAuthorization(platform, request, person, decision), 303);
    });
  });
  return routes;
}

function withRequest(
  platform: Platform,
  c: Context<SandboxEnv>,
  work: (authorizing: Authorizing) => Response | Promise<Response>,
): Response | Promise<Response> {
  c.header("Cache-Control", "no-store");
  const query = new URL(c.req.url).searchParams;
  for (const name of OWN_PARAMETERS) query.delete(name);
  const read = readAuthorizationRequest(platform, query);
  if (read.outcome === "untrusted") return showUntrusted(platform, c, read.message);
  if (read.outcome === "refused") return c.redirect(read.redirectTo, 302);
  return work({ request: read.request, query: query.toString() });
}
