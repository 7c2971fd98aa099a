/** @jsxImportSource hono/jsx */
import type { SandboxConfig } from "../../config";
import { MANIFEST } from "../../manifest";
import type { IntegrationState } from "../../platform/integration-state";
import type { NamedConnection } from "../../platform/list-connections";
import { ActionButton } from "../action-button";
import { Moment } from "../moment";
import { StatusBadge, wordOf } from "../status-badge";
import { ConsoleTabs } from "./console-tabs";

type IntegrationPageProps = {
  config: SandboxConfig;
  state: IntegrationState;
  connections: readonly NamedConnection[];
  deliveries: Record<string, number>;
};

/** The integration: its state, its manifest, who is connected. Secrets are never shown. */
export function IntegrationPage({ config, state, connections, deliveries }: IntegrationPageProps) {
  return (
    <>
      <h1>{MANIFEST.name}</h1>
      <ConsoleTabs current="/developer" />
      <div class="cards">
        <StatePanel state={state} />
        <SuspensionPanel state={state} />
        <DeliveryCounts deliveries={deliveries} />
      </div>
      <Connections connections={connections} />
      <div class="cards wide">
        <section class="card" aria-label="Registration">
          <h2>Registration</h2>
          <dl class="facts">
            <Fact label="Integration" values={[config.integrationId]} />
            <Fact label="Client id" values={[config.clientId]} />
            <Fact label="Redirect URIs" values={config.redirectUris} />
            <Fact label="Connect URL" values={[config.connectUrl]} />
            <Fact label="Webhook URL" values={[config.webhookUrl]} />
            <Fact label="Portal URL" values={[config.portalUrl ?? "none"]} />
          </dl>
        </section>
        <section class="card" aria-label="Manifest">
          <h2>Manifest</h2>
          <dl class="facts">
            <Fact label="Installation, required" values={MANIFEST.installationScopes.required} />
            <Fact label="Installation, optional" values={MANIFEST.installationScopes.optional} />
            <Fact label="User, required" values={MANIFEST.userScopes.required} />
            <Fact label="User, optional" values={MANIFEST.userScopes.optional} />
            <Fact label="Webhook types" values={MANIFEST.declaredWebhookEventTypes} />
          </dl>
        </section>
      </div>
    </>
  );
}

function StatePanel({ state }: { state: IntegrationState }) {
  return (
    <section class="card" aria-label="Publication">
      <h2>Publication</h2>
      <p>
        <StatusBadge status={state.published ? "published" : "unpublished"} />
      </p>
      <p class="hint">Unpublishing ends every connection of every customer.</p>
      <ActionButton
        action="/developer/integration"
        fields={{ act: state.published ? "unpublish" : "publish" }}
        tone={state.published ? "danger" : "primary"}
      >
        {state.published ? "Unpublish" : "Publish"}
      </ActionButton>
    </section>
  );
}

function SuspensionPanel({ state }: { state: IntegrationState }) {
  return (
    <section class="card" aria-label="Suspension">
      <h2>Suspension</h2>
      <p>
        {state.suspended ? (
          <StatusBadge status="suspended" />
        ) : (
          <span class="badge good">In good standing</span>
        )}
      </p>
      {state.suspended ? (
        <>
          <p class="hint">{state.reason}</p>
          <ActionButton
            action="/developer/integration"
            fields={{ act: "reinstate" }}
            tone="primary"
          >
            Reinstate
          </ActionButton>
        </>
      ) : (
        <form method="post" action="/developer/integration" class="stack">
          <label>
            <span>Reason</span>
            <input name="reason" value="Repeated policy violations" />
          </label>
          <div>
            <button type="submit" name="act" value="suspend" class="danger">
              Suspend
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

function DeliveryCounts({ deliveries }: { deliveries: Record<string, number> }) {
  const states = Object.entries(deliveries);
  return (
    <section class="card" aria-label="Deliveries">
      <h2>Deliveries</h2>
      {states.length === 0 ? (
        <p class="hint">None yet. Only events that are connected tell what happens.</p>
      ) : (
        <ul class="plain">
          {states.map(([state, count]) => (
            <li key={state}>
              <a href={`/developer/deliveries?state=${state}`}>
                {wordOf(state)}: {count.toLocaleString("en")}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Connections({ connections }: { connections: readonly NamedConnection[] }) {
  return (
    <section aria-labelledby="connections-title">
      <h2 id="connections-title">Connections</h2>
      {connections.length === 0 ? (
        <p class="empty">No event was ever connected.</p>
      ) : (
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Event</th>
              <th scope="col">Organization</th>
              <th scope="col">State</th>
              <th scope="col">Since</th>
              <th scope="col">Scope</th>
            </tr>
          </thead>
          <tbody>
            {connections.map((row) => (
              <tr key={row.event_id}>
                <td>
                  <bdi class="name">{row.event_title}</bdi>
                  <span class="hint block">{row.event_id}</span>
                </td>
                <td>
                  <bdi>{row.organization_name}</bdi>
                </td>
                <td>
                  <StatusBadge status={row.status} />
                </td>
                <td class="hint" data-label="Since">
                  <Moment at={row.connected_at} />
                </td>
                <td class="hint" data-label="Scope">
                  {row.scope}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Fact({ label, values }: { label: string; values: readonly string[] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {values.map((value) => (
          <code key={value} class="block">
            {value}
          </code>
        ))}
      </dd>
    </div>
  );
}
