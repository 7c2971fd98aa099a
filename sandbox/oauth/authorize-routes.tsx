/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { MANIFEST } from "../manifest";
import { ConsentPage } from "../pages/consent-page";
import { listCandidates } from "../pages/list-candidates";
import { currentPerson, rememberPerson } from "../pages/person-cookie";
import { PickPersonPage } from "../pages/pick-person-page";
import { RefusalPage } from "../pages/refusal-page";
import { findPerson } from "../platform/find-person";
import type { Platform } from "../platform/platform";
import type { SandboxEnv } from "../sandbox-env";
import type { OrganizationRow, PersonRow } from "../store/rows";
import { checkEligibility } from "./check-eligibility";
import { decideAuthorization } from "./decide-authorization";
import {
  type AuthorizationRequest,
  readAuthorizationRequest,
  refusalUrl,
} from "./read-authorization-request";

type Authorizing = { request: AuthorizationRequest; query: string };

/**
 * `GET /oauth/authorize` and the two forms behind it: picking who one is, and consent. The request
 * travels in the query of every step and is checked again at each (contract 3.1, 3.2).
 */
export function authorizeRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/oauth/authorize", (c) =>
    withRequest(platform, c, (authorizing) => {
      const person = c.req.query("prompt") ? undefined : currentPerson(platform, c);
      return person
        ? showConsent(platform, c, authorizing, person)
        : showPeople(platform, c, authorizing);
    }),
  );
  routes.post("/oauth/authorize/person", async (c) => {
    const person = findPerson(platform, String((await c.req.parseBody()).user_id ?? ""));
    return withRequest(platform, c, ({ query }) => {
      if (!person) return c.html(<RefusalPage reason="There is no such person." />, 404);
      rememberPerson(c, person);
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
  c.header("Content-Security-Policy", "frame-ancestors 'none'");
  const query = new URL(c.req.url).searchParams;
  query.delete("prompt");
  const read = readAuthorizationRequest(platform, query);
  if (read.outcome === "untrusted") return c.html(<RefusalPage reason={read.message} />, 400);
  if (read.outcome === "refused") return c.redirect(read.redirectTo, 302);
  return work({ request: read.request, query: query.toString() });
}

function showPeople(platform: Platform, c: Context<SandboxEnv>, { request, query }: Authorizing) {
  const question =
    request.scopes.kind === "installation"
      ? `Somebody wants to connect ${MANIFEST.name} to “${request.event.title}”.`
      : `Somebody wants to sign in to ${MANIFEST.name} for “${request.event.title}”.`;
  return c.html(
    <PickPersonPage
      action={`/oauth/authorize/person?${query}`}
      question={question}
      people={listCandidates(platform, request)}
    />,
  );
}

function showConsent(
  platform: Platform,
  c: Context<SandboxEnv>,
  { request, query }: Authorizing,
  person: PersonRow,
) {
  const switchUrl = `/oauth/authorize?${query}&prompt=select_account`;
  const { redirectUri, state, event, scopes } = request;
  const ineligible = checkEligibility(platform, request, person);
  if (ineligible) {
    const backUrl = refusalUrl(redirectUri, state, ineligible.error, ineligible.reason);
    const { reason } = ineligible;
    return c.html(<RefusalPage reason={reason} backUrl={backUrl} switchUrl={switchUrl} />, 403);
  }
  const organization = platform.store.row<OrganizationRow>(
    "SELECT * FROM organizations WHERE id = ?",
    event.organization_id,
  );
  return c.html(
    <ConsentPage
      action={`/oauth/authorize/decision?${query}`}
      switchUrl={switchUrl}
      integrationName={MANIFEST.name}
      personName={person.name}
      eventTitle={event.title}
      organizationName={organization?.name ?? ""}
      scopes={scopes}
    />,
  );
}
