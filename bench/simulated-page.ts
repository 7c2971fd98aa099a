import { AsyncLocalStorage } from "node:async_hooks";
import { InfiniteQueryObserver, type QueryClient, QueryObserver } from "@tanstack/react-query";
import { applyChanges } from "@/components/live/apply-changes";
import { ChangeBatcher } from "@/components/live/batch-changes";
import { isOnScreen } from "@/components/live/on-screen";
import type { ChangeTopic } from "@/components/live/stream-message";
import { eventQueries } from "@/components/queries/event-queries";
import { newQueryClient } from "@/components/queries/query-client";
import { openStreamPage } from "@/testing/stream-page";

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

const asking = new AsyncLocalStorage<{ address: Address; page: SimulatedPage }>();
const fetchAsEver = globalThis.fetch;

/** The queries of a page ask for addresses without a host, and bring the page's cookie. */
globalThis.fetch = async (input, init) => {
  const who = asking.getStore();
  if (!who || typeof input !== "string" || !input.startsWith("/")) return fetchAsEver(input, init);
  who.page.requests += 1;
  const { appUrl, cookie } = who.address;
  const answer = await fetchAsEver(appUrl + input, { ...init, headers: { cookie } });
  if (!answer.ok) who.page.failed += 1;
  return answer;
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
  return asking.run({ address, page }, async () => {
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
