/** @jsxImportSource hono/jsx */
import type { RequestedScopes } from "../oauth/requested-scopes";
import { PageFrame } from "./page-frame";

const MEANINGS: Readonly<Record<string, string>> = {
  "event.read": "See the event's title, dates and settings",
  "participants.read": "See all participants, their applications and answers",
  "program.read": "See the program, activities and locations",
  "profile.read": "See your name and e-mail address",
  "event.attendance": "See your application for this event",
};

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
  const { scopes } = props;
  const verb = scopes.kind === "installation" ? "Connect" : "Sign in to";
  return (
    <PageFrame title={`${verb} ${props.integrationName}`}>
      <h1>
        {verb} {props.integrationName}: {props.eventTitle}
      </h1>
      <p>
        {props.integrationName} would like access to <strong>{props.eventTitle}</strong> of{" "}
        <strong>{props.organizationName}</strong>.
      </p>
      <form method="post" action={props.action}>
        <h2>Required</h2>
        <ul>
          {scopes.required.map((scope) => (
            <li key={scope}>
              {MEANINGS[scope] ?? scope} <small>({scope})</small>
            </li>
          ))}
        </ul>
        {scopes.optional.length > 0 && <h2>Your choice</h2>}
        {scopes.optional.map((scope) => (
          <p key={scope}>
            <label>
              <input type="checkbox" name="scope" value={scope} checked />{" "}
              {MEANINGS[scope] ?? scope} <small>({scope})</small>
            </label>
          </p>
        ))}
        <button type="submit" name="decision" value="allow" class="primary">
          Allow
        </button>{" "}
        <button type="submit" name="decision" value="deny">
          Deny
        </button>
      </form>
      <p>
        <small>
          You are <bdi>{props.personName}</bdi>. <a href={props.switchUrl}>Be somebody else</a>
        </small>
      </p>
    </PageFrame>
  );
}
