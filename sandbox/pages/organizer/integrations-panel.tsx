/** @jsxImportSource hono/jsx */
import { MANIFEST } from "../../manifest";
import type { ConnectionRow } from "../../store/rows";
import { ActionButton } from "../action-button";
import { Moment } from "../moment";
import { meaningOfScope } from "../scope-meanings";
import { StatusBadge } from "../status-badge";

type IntegrationsProps = {
  eventId: string;
  connectUrl: string;
  connection: ConnectionRow | undefined;
  formal: boolean;
};

/** The event's integrations (contract 3.2): connect, what was granted since when, revoke (7.1). */
export function IntegrationsPanel({ eventId, connectUrl, connection, formal }: IntegrationsProps) {
  const target = new URL(connectUrl);
  target.searchParams.set("event_id", eventId);
  return (
    <section class="card" aria-label="Integrations">
      <h2>Integrations</h2>
      <p class="actions">
        <strong>{MANIFEST.name}</strong>
        {connection ? (
          <StatusBadge status={connection.status} />
        ) : (
          <span class="badge calm">Not connected</span>
        )}
      </p>
      {connection?.status === "active" ? (
        <Connected eventId={eventId} connection={connection} openUrl={target.href} />
      ) : (
        <>
          <p class="hint">
            {formal
              ? `${MANIFEST.name} asks for your consent to read this event, and nothing else.`
              : "This organization is informal: Revento will refuse the connection and say why."}
          </p>
          <ActionButton
            method="get"
            action={`${target.origin}${target.pathname}`}
            fields={Object.fromEntries(target.searchParams)}
            tone="primary"
          >
            Connect {MANIFEST.name}
          </ActionButton>
        </>
      )}
    </section>
  );
}

type ConnectedProps = { eventId: string; connection: ConnectionRow; openUrl: string };

function Connected({ eventId, connection, openUrl }: ConnectedProps) {
  return (
    <>
      <p class="hint">
        Since <Moment at={connection.connected_at} />. It may:
      </p>
      <ul class="plain">
        {connection.scope.split(" ").map((scope) => (
          <li key={scope}>
            {meaningOfScope(scope)} <code>{scope}</code>
          </li>
        ))}
      </ul>
      <div class="actions">
        <a class="button" href={openUrl}>
          Open {MANIFEST.name}
        </a>
        <ActionButton action={`/organizer/events/${eventId}/revoke`} tone="danger">
          Revoke
        </ActionButton>
      </div>
    </>
  );
}
