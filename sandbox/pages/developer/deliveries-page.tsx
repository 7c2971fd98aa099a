/** @jsxImportSource hono/jsx */
import type { RecentDelivery } from "../../platform/list-recent-deliveries";
import { ActionButton } from "../action-button";
import { Moment } from "../moment";
import { Pager } from "../pager";
import { StatusBadge, wordOf } from "../status-badge";
import { ConsoleTabs } from "./console-tabs";

export const DELIVERY_STATES = [
  "queued",
  "in_flight",
  "waiting",
  "delivered",
  "dead",
  "dropped",
] as const;

const NAMES: Readonly<Record<string, string>> = { dead: "Dead letters" };

type DeliveriesPageProps = {
  rows: readonly RecentDelivery[];
  counts: Record<string, number>;
  all: number;
  state: string | undefined;
  page: number;
  pages: number;
};

/** Every delivery, newest first, by state; the dead letters are one of the states. */
export function DeliveriesPage({ rows, counts, all, state, page, pages }: DeliveriesPageProps) {
  return (
    <>
      <h1>Deliveries</h1>
      <ConsoleTabs current="/developer/deliveries" />
      <nav class="filter" aria-label="State">
        <a href="/developer/deliveries" aria-current={state ? undefined : "true"}>
          All <span class="count">{all.toLocaleString("en")}</span>
        </a>
        {DELIVERY_STATES.map((known) => (
          <a
            key={known}
            href={addressOf(known, 1)}
            aria-current={state === known ? "true" : undefined}
          >
            {NAMES[known] ?? wordOf(known)}{" "}
            <span class="count">{(counts[known] ?? 0).toLocaleString("en")}</span>
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p class="empty">
          {state
            ? "No delivery is in this state."
            : "Nothing was sent yet. Connect an event first."}
        </p>
      ) : (
        <DeliveryTable rows={rows} back={addressOf(state, page)} />
      )}
      <Pager
        page={page}
        pages={pages}
        href={(other) => addressOf(state, other)}
        label="Pages of deliveries"
      />
    </>
  );
}

function addressOf(state: string | undefined, page: number): string {
  const query = new URLSearchParams();
  if (state) query.set("state", state);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return `/developer/deliveries${text ? `?${text}` : ""}`;
}

function DeliveryTable({ rows, back }: { rows: readonly RecentDelivery[]; back: string }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Delivery</th>
          <th scope="col">State</th>
          <th scope="col">Happened</th>
          <th scope="col">Attempts</th>
          <th scope="col">Last answer</th>
          <th scope="col" class="acts">
            Again
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <DeliveryLine key={row.id} row={row} back={back} />
        ))}
      </tbody>
    </table>
  );
}

function DeliveryLine({ row, back }: { row: RecentDelivery; back: string }) {
  const onItsWay = row.state === "queued" || row.state === "in_flight";
  return (
    <tr>
      <td>
        <a class="name" href={`/developer/deliveries/${row.id}`}>
          <TypeName type={row.type} />
        </a>
        <span class="hint block">{row.event_id ?? "the integration as a whole"}</span>
      </td>
      <td>
        <StatusBadge status={row.state} />
        {row.fault && <span class="hint block">fault: {row.fault}</span>}
      </td>
      <td class="hint" data-label="Happened">
        <Moment at={row.occurred_at} seconds />
      </td>
      <td data-label="Attempts">
        {row.attempts}
        {row.next_attempt_at !== null && (
          <span class="hint block">
            {" "}
            next <Moment at={row.next_attempt_at} seconds />
          </span>
        )}
      </td>
      <td data-label="Last answer">{answerOf(row.last_status, row.last_error)}</td>
      <td class="acts">
        {onItsWay ? (
          <span class="hint">On its way</span>
        ) : (
          <ActionButton action={`/developer/deliveries/${row.id}/redeliver`} fields={{ back }}>
            Redeliver
          </ActionButton>
        )}
      </td>
    </tr>
  );
}

/** A type that may break behind its dot where the column is narrow. */
function TypeName({ type }: { type: string }) {
  const [resource, ...action] = type.split(".");
  return (
    <>
      {resource}
      {action.length > 0 && (
        <>
          .<wbr />
          {action.join(".")}
        </>
      )}
    </>
  );
}

/** What an attempt came to, in a few words. */
export function answerOf(status: number | null, error: string | null) {
  if (status !== null) return <code>{status}</code>;
  return <span class="hint">{error ?? "not tried yet"}</span>;
}
