/** @jsxImportSource hono/jsx */
import type { RequestedScopes } from "../oauth/requested-scopes";
import { meaningOfScope } from "./scope-meanings";

type ConsentProps = {
  action: string;
  switchUrl: string;
  integrationName: string;
  personName: string;
  eventTitle: string;
  organizationName: string;
  scopes: RequestedScopes;
};

/** The consent screen (contract 3.2, 3.6). Posts `decision` and the optional `scope`s left ticked. */
export function ConsentPage(props: ConsentProps) {
  const { scopes, integrationName } = props;
  const connects = scopes.kind === "installation";
  return (
    <div class="narrow card">
      <h1>
        {connects ? `Connect ${integrationName}` : `Sign in to ${integrationName} with Revento`}
      </h1>
      <dl class="facts">
        <div>
          <dt>Event</dt>
          <dd>
            <bdi>{props.eventTitle}</bdi>
          </dd>
        </div>
        <div>
          <dt>Organization</dt>
          <dd>
            <bdi>{props.organizationName}</bdi>
          </dd>
        </div>
        <div>
          <dt>You are</dt>
          <dd>
            <bdi>{props.personName}</bdi> · <a href={props.switchUrl}>Be somebody else</a>
          </dd>
        </div>
      </dl>
      <form method="post" action={props.action}>
        <ScopeChoice scopes={scopes} integrationName={integrationName} />
        <p class="actions">
          <button type="submit" name="decision" value="allow" class="primary">
            Allow
          </button>
          <button type="submit" name="decision" value="deny">
            Refuse
          </button>
        </p>
      </form>
      <p class="hint">
        {integrationName} can only read, for this event alone.{" "}
        {connects
          ? "You can revoke it at any time in the event's integrations panel."
          : "You can take it back at any time under Connected apps."}
      </p>
    </div>
  );
}

/** Required scopes stand as they are: all or nothing. Optional ones can be unticked. */
function ScopeChoice({
  scopes,
  integrationName,
}: {
  scopes: RequestedScopes;
  integrationName: string;
}) {
  return (
    <fieldset class="scopes">
      <legend>{integrationName} would like to</legend>
      {scopes.required.map((scope) => (
        <label key={scope}>
          <input type="checkbox" checked disabled />
          <span>
            {meaningOfScope(scope)} <span class="hint">required · {scope}</span>
          </span>
        </label>
      ))}
      {scopes.optional.map((scope) => (
        <label key={scope}>
          <input type="checkbox" name="scope" value={scope} checked />
          <span>
            {meaningOfScope(scope)} <span class="hint">your choice · {scope}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
