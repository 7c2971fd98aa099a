"use client";

import { useQuery } from "@tanstack/react-query";
import { ListNotice } from "@/components/console/list-notice";
import { Panel } from "@/components/console/panel";
import { consoleQueries } from "@/components/queries/console-queries";
import { TimeAgo } from "@/components/time/time-ago";
import { Button } from "@/components/ui/button";

/** Words of Revento's that Foyer does not know yet, with how often each has come. */
export function UnknownTypes({ onPick }: { onPick: (type: string) => void }) {
  const query = useQuery(consoleQueries.unknownTypes());
  const types = query.data ?? [];
  return (
    <Panel title="Unknown types" aside="kept and acknowledged, never applied">
      {types.length > 0 ? (
        <ul className="divide-y divide-line">
          {types.map(({ type, count, events, lastAt }) => (
            <li
              key={type}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2 text-sm"
            >
              <span className="min-w-0 font-mono text-xs [overflow-wrap:anywhere]">{type}</span>
              <span className="ml-auto text-soft text-xs tabular-nums">
                {count.toLocaleString("en-GB")} in {events} {events === 1 ? "event" : "events"}, the
                last <TimeAgo at={lastAt} />
              </span>
              <Button look="quiet" onClick={() => onPick(type)}>
                Show
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <ListNotice
        query={query}
        count={types.length}
        empty={{ title: "None", text: "Foyer knows every type that Revento has sent." }}
      />
    </Panel>
  );
}
