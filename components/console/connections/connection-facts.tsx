import Link from "next/link";
import { Panel } from "@/components/console/panel";
import { WordBadge } from "@/components/console/word-badge";
import { causeWords, healthLook, stateLook } from "@/components/console/words/state-words";
import { ExactTime } from "@/components/time/exact-time";
import { TimeAgo } from "@/components/time/time-ago";
import { Facts } from "@/components/ui/facts";
import type { ConnectionRowView } from "@/lib/console/connection-list-view";
import { BudgetBars } from "./budget-bars";
import { LastSync } from "./last-sync";
import { TokenAge } from "./token-age";

/** Everything that Foyer knows of a connection but its content. */
export function ConnectionFacts({ connection }: { connection: ConnectionRowView }) {
  const { eventId, organizationId, token, budget, scopes } = connection;
  return (
    <Panel title="Facts">
      <div className="p-4">
        <Facts
          facts={[
            ["State", <State key="state" connection={connection} />],
            ["Health", <WordBadge key="health" look={healthLook(connection.health)} />],
            ["Event", <Id key="event" id={eventId} />],
            ["Organization", <Id key="organization" id={organizationId} />],
            ["Connected", <ExactTime key="connected" at={connection.connectedAt} />],
            ["Paused", connection.pausedAt ? <ExactTime key="p" at={connection.pausedAt} /> : null],
            ["Scopes", <Id key="scopes" id={scopes.join(", ") || "none"} />],
            ["Token", <TokenAge key="token" token={token} />],
            ["Access ends", token ? <ExactTime key="a" at={token.accessExpiresAt} /> : null],
            ["Refresh ends", token ? <ExactTime key="r" at={token.refreshExpiresAt} /> : null],
            ["Last refusal", token?.refreshFailure?.replaceAll("_", " ") ?? null],
            [
              "Revento asks to wait",
              token?.pausedUntil ? <ExactTime key="w" at={token.pausedUntil} /> : null,
            ],
            ["Calls used", <BudgetBars key="budget" budget={budget} />],
            ["Last read", <LastSync key="sync" row={connection} />],
            ["Deliveries", <Deliveries key="deliveries" connection={connection} />],
          ]}
        />
      </div>
    </Panel>
  );
}

function State({ connection: { state, cause, since } }: { connection: ConnectionRowView }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <WordBadge look={stateLook(state)} />
      <span>
        {causeWords(cause)}, <TimeAgo at={since} />
      </span>
    </span>
  );
}

function Deliveries({ connection }: { connection: ConnectionRowView }) {
  const { eventId, lastDeliveryAt, deliveries } = connection;
  return (
    <>
      {lastDeliveryAt ? (
        <>
          the last <TimeAgo at={lastDeliveryAt} />
        </>
      ) : (
        "none yet"
      )}
      , {deliveries.waiting} waiting, {deliveries.dead} dead:{" "}
      <Link
        href={`/admin/deliveries?event=${encodeURIComponent(eventId)}`}
        prefetch={false}
        className="underline underline-offset-4"
      >
        show them
      </Link>
    </>
  );
}

function Id({ id }: { id: string }) {
  return <span className="font-mono text-xs">{id}</span>;
}
