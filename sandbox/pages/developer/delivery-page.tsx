/** @jsxImportSource hono/jsx */
import type { AttemptRow, DeliveryRow } from "../../store/rows";
import { ActionButton } from "../action-button";
import { Moment } from "../moment";
import { StatusBadge } from "../status-badge";
import { ConsoleTabs } from "./console-tabs";
import { answerOf } from "./deliveries-page";

type DeliveryPageProps = {
  delivery: DeliveryRow;
  attempts: readonly AttemptRow[];
  webhookUrl: string;
};

/** One delivery: what it said, how it was sent, what came back each time. */
export function DeliveryPage({ delivery, attempts, webhookUrl }: DeliveryPageProps) {
  const onItsWay = delivery.state === "queued" || delivery.state === "in_flight";
  return (
    <>
      <h1>{delivery.type}</h1>
      <ConsoleTabs current="/developer/deliveries" />
      <div class="actions">
        <StatusBadge status={delivery.state} />
        <span class="hint">
          happened <Moment at={delivery.occurred_at} seconds />
          {delivery.next_attempt_at !== null && (
            <>
              , next try <Moment at={delivery.next_attempt_at} seconds />
            </>
          )}
        </span>
        {!onItsWay && (
          <ActionButton action={`/developer/deliveries/${delivery.id}/redeliver`} tone="primary">
            Redeliver
          </ActionButton>
        )}
      </div>
      <div class="cards wide">
        <section class="card" aria-label="Attempts">
          <h2>Attempts</h2>
          <AttemptTable attempts={attempts} />
        </section>
        <section class="card" aria-label="Request">
          <h2>Request</h2>
          <pre>{headersOf(delivery, webhookUrl)}</pre>
        </section>
      </div>
      <section aria-labelledby="body-title">
        <h2 id="body-title">Body</h2>
        <pre>{JSON.stringify(JSON.parse(delivery.body), null, 2)}</pre>
      </section>
    </>
  );
}

function headersOf(delivery: DeliveryRow, webhookUrl: string): string {
  return [
    `POST ${webhookUrl}`,
    "Content-Type: application/json",
    `X-Revento-Event: ${delivery.type}`,
    `X-Revento-Delivery-Id: ${delivery.id}`,
    "X-Revento-Timestamp: epoch seconds of the attempt",
    "X-Revento-Signature: sha256=…, made anew for every attempt",
  ].join("\n");
}

function AttemptTable({ attempts }: { attempts: readonly AttemptRow[] }) {
  if (attempts.length === 0) return <p class="hint">Not tried yet.</p>;
  return (
    <table class="small">
      <thead>
        <tr>
          <th scope="col">Try</th>
          <th scope="col">At</th>
          <th scope="col">Answer</th>
          <th scope="col">Took</th>
        </tr>
      </thead>
      <tbody>
        {attempts.map((attempt) => (
          <tr key={attempt.number}>
            <td>{attempt.number}</td>
            <td class="hint">
              <Moment at={attempt.at} seconds />
            </td>
            <td>{answerOf(attempt.status, attempt.error)}</td>
            <td class="hint">{attempt.duration_ms} ms</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
