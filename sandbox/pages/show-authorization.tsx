/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { MANIFEST } from "../manifest";
import { checkEligibility } from "../oauth/check-eligibility";
import { type AuthorizationRequest, refusalUrl } from "../oauth/read-authorization-request";
import { requireOrganization } from "../platform/find-organization";
import { listNewcomers, listOrganizers, listParticipantsByName } from "../platform/list-people";
import type { Platform } from "../platform/platform";
import type { SandboxEnv } from "../sandbox-env";
import type { PersonRow } from "../store/rows";
import { ConsentPage } from "./consent-page";
import type { PickerSearch } from "./person-picker";
import { PickPersonPage } from "./pick-person-page";
import { RefusalPage } from "./refusal-page";
import { showPage } from "./show-page";

const SHOWN = 12;

/** An authorization under way: the request, and the query that carries it from step to step. */
export type Authorizing = { request: AuthorizationRequest; query: string };

/** Says why a request cannot be answered by a redirect: its sender is not known (RFC 6749 4.1.2.1). */
export function showUntrusted(platform: Platform, c: Context<SandboxEnv>, reason: string) {
  const page = { title: "This is not possible", bare: true, status: 400 as const };
  return showPage(platform, c, page, <RefusalPage reason={reason} />);
}

/** Asks who is there: organizers for a connect, this event's participants for a sign-in. */
export function showPeople(platform: Platform, c: Context<SandboxEnv>, authorizing: Authorizing) {
  const { request, query } = authorizing;
  const connects = request.scopes.kind === "installation";
  const question = connects
    ? `Somebody wants to connect ${MANIFEST.name} to “${request.event.title}”.`
    : `Somebody wants to sign in to ${MANIFEST.name} for “${request.event.title}”.`;
  const groups = connects
    ? [{ title: "Organizers", people: listOrganizers(platform) }]
    : [{ title: "Newcomers", people: listNewcomers(platform) }];
  const search = connects ? undefined : findApplicants(platform, authorizing, c.req.query("name"));
  return showPage(
    platform,
    c,
    { title: "Who are you?", bare: true },
    <PickPersonPage
      action={`/oauth/authorize/person?${query}`}
      question={question}
      groups={groups}
      search={search}
    />,
  );
}

function findApplicants(
  platform: Platform,
  { request, query }: Authorizing,
  name: string | undefined,
): PickerSearch {
  const wish = { search: name ?? "", limit: SHOWN };
  const { people, total } = listParticipantsByName(platform, request.event.id, wish);
  return {
    action: "/oauth/authorize",
    fields: { ...Object.fromEntries(new URLSearchParams(query)), prompt: "select_account" },
    text: wish.search,
    found: people,
    total,
  };
}

/** The consent screen, or in plain words why this person cannot give it (contract 1.4, 3.8). */
export function showConsent(
  platform: Platform,
  c: Context<SandboxEnv>,
  { request, query }: Authorizing,
  person: PersonRow,
) {
  const switchUrl = `/oauth/authorize?${query}&prompt=select_account`;
  const { redirectUri, state, event, scopes } = request;
  const ineligible = checkEligibility(platform, request, person);
  if (ineligible) {
    const page = { title: "This is not possible", bare: true, status: 403 as const };
    return showPage(
      platform,
      c,
      page,
      <RefusalPage
        reason={ineligible.reason}
        integrationName={MANIFEST.name}
        backUrl={refusalUrl(redirectUri, state, ineligible.error, ineligible.reason)}
        switchUrl={switchUrl}
      />,
    );
  }
  return showPage(
    platform,
    c,
    { title: `Allow ${MANIFEST.name}?`, bare: true },
    <ConsentPage
      action={`/oauth/authorize/decision?${query}`}
      switchUrl={switchUrl}
      integrationName={MANIFEST.name}
      personName={person.name}
      eventTitle={event.title}
      organizationName={requireOrganization(platform, event.organization_id).name}
      scopes={scopes}
    />,
  );
}
