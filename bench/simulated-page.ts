import { InfiniteQueryObserver, type QueryClient, QueryObserver } from "@tanstack/react-query";
import { applyChanges } from "@/components/live/apply-changes";
import { ChangeBatcher } from "@/components/live/batch-changes";
import { isOnScreen } from "@/components/live/on-screen";
import type { ChangeTopic } from "@/components/live/stream-message";
import { eventQueries } from "@/components/queries/event-queries";
import { newQueryClient } from "@/components/queries/query-client";
import { openStreamPage } from "@/testing/stream-page";
import { asPage } from "./page-fetch";

type Address = { appUrl: string; eventId: string; cookie: string };

/** A page of applications that somebody looks at, without a browser. */
export type SimulatedPage = {
  requests: number;
  failed: number;
  /** The statuses of the first page, by participant. */
  statuses(): Map<string, string | null>;
  /** Is called whenever the rows are others. */
  onRows(listener: () => void): void;
  leave(): void;
};

/** Opens a list and follows its stream, with the code of the product's pages. */
export async function openSimulatedPage(address: Address): Promise<SimulatedPage> {
  const client = newQueryClient();
  const { eventId } = address;
  const rows = new InfiniteQueryObserver(client, eventQueries.list(eventId, "applications", ""));
  const page: SimulatedPage = {
    requests: 0,
    failed: 0,
    statuses: () => statusesOf(rows),
    onRows: (listener) => void rows.subscribe(listener),
    leave: () => {},
  };
  const onAnswer = (status: number) => {
    page.requests += 1;
    if (status >= 400) page.failed += 1;
  };
  return asPage({ ...address, onAnswer }, async () => {
    rows.subscribe(() => {});
    new QueryObserver(client, eventQueries.overview(eventId)).subscribe(() => {});
    const counts = eventQueries.counts(eventId, "applications", "", ["status"]);
    new QueryObserver(client, counts).subscribe(() => {});
    const stop = await follow(client, address);
    page.leave = () => {
      stop();
      client.clear();
    };
    while (!rows.getCurrentResult().isSuccess || client.isFetching() > 0) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return page;
  });
}

async function follow(client: QueryClient, { appUrl, eventId, cookie }: Address) {
  const batcher = new ChangeBatcher({
    apply: (batch) => applyChanges(client, eventId, batch),
    isUrgent: (topic, ids) => topic === "participants" && isOnScreen(ids),
    isHidden: () => false,
  });
  const port = Number(new URL(appUrl).port);
  const path = `/api/stream?of=${encodeURIComponent(`events/${eventId}`)}`;
  const stream = await openStreamPage(port, path, { cookie }, ({ event, data }) => {
    if (event === "change") batcher.add(data.topic as ChangeTopic, data.ids ?? []);
    else if (event === "hello" || event === "reset") batcher.addAll();
  });
  if (stream.status !== 200) throw new Error(`a stream was answered ${stream.status}`);
  return () => {
    batcher.stop();
    stream.leave();
  };
}

function statusesOf(rows: {
  getCurrentResult(): {
    data?: { pages: { rows: { participantId: string; status: string | null }[] }[] };
  };
}): Map<string, string | null> {
  const [first] = rows.getCurrentResult().data?.pages ?? [];
  return new Map(first?.rows.map((row) => [row.participantId, row.status]));
}
