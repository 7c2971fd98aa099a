import { QueryObserver } from "@tanstack/react-query";
import { ChangeBatcher } from "@/components/live/batch-changes";
import { PortalChanges } from "@/components/live/portal-changes";
import type { ChangeTopic } from "@/components/live/stream-message";
import { portalQueries } from "@/components/queries/portal-queries";
import { newQueryClient } from "@/components/queries/query-client";
import type { MeView } from "@/lib/portal/me-view";
import type { PortalEntryView } from "@/lib/portal/portal-entry-view";
import type { PortalProgramView, PublicUpdateView } from "@/lib/portal/portal-program-view";
import { openStreamPage, type StreamMessage, type StreamPage } from "@/testing/stream-page";
import { asPage } from "./page-fetch";

/** What the server rendered into a page. */
export type Rendered = { entry: PortalEntryView; program: PortalProgramView; me: MeView };

type Address = { appUrl: string; eventId: string; cookie: string };

/** A page of the portal that somebody looks at, without a browser: the product's own code for messages and queries. */
export type PortalPage = {
  userId: string;
  /** When it was told that it is signed out, by `performance.now()`. */
  signedOutAt: number | null;
  /** Whether there is a place for it. */
  isLive: boolean;
  statuses: number[];
  program: () => PortalProgramView | undefined;
  /** Is called whenever it shows another program. */
  onProgram: (listener: (program: PortalProgramView) => void) => void;
  leave: () => void;
};

const COME_BACK_MS = 1_000;

/** Opens a page that shows the program, or the person's application, and follows its stream. */
export async function openPortalPage(
  { appUrl, eventId, cookie }: Address,
  userId: string,
  rendered: Rendered,
  shows: "program" | "me",
): Promise<PortalPage> {
  const client = newQueryClient();
  // A browser does it for one page, on a processor of its own.
  const { queries: asEver, ...others } = client.getDefaultOptions();
  client.setDefaultOptions({ ...others, queries: { ...asEver, structuralSharing: false } });
  const statuses: number[] = [];
  const asker = { appUrl, cookie, onAnswer: (status: number) => void statuses.push(status) };
  return asPage(asker, async () => {
    const queries = {
      entry: portalQueries.entry(eventId),
      program: portalQueries.program(eventId),
    };
    client.setQueryData(queries.entry.queryKey, rendered.entry);
    client.setQueryData(queries.program.queryKey, rendered.program);
    client.setQueryData(portalQueries.me(eventId).queryKey, rendered.me);
    new QueryObserver(client, queries.entry).subscribe(() => {});
    const program = new QueryObserver(client, queries.program);
    if (shows === "program") program.subscribe(() => {});
    else new QueryObserver(client, portalQueries.me(eventId)).subscribe(() => {});

    const changes = new PortalChanges(client, eventId);
    const batcher = new ChangeBatcher({
      isUrgent: changes.isUrgent,
      isHidden: () => false,
      apply: changes.onBatch,
    });
    const page: PortalPage = {
      userId,
      signedOutAt: null,
      isLive: false,
      statuses,
      program: () => client.getQueryData(queries.program.queryKey),
      onProgram: (listener) => {
        program.subscribe(({ data }) => data && listener(data));
      },
      leave: () => {},
    };
    const hear = ({ event, data }: StreamMessage) => {
      if (event === "change") batcher.add(data.topic as ChangeTopic, data.ids ?? []);
      else if (event === "hello" || event === "reset") batcher.addAll();
      else if (event === "full") page.isLive = false;
      else if (event === "signed_out") page.signedOutAt = performance.now();
      else if (event === "public") changes.onPublic(data as PublicUpdateView);
    };
    page.leave = await followStream({ appUrl, eventId, cookie }, page, rendered, hear);
    const stop = page.leave;
    page.leave = () => {
      stop();
      batcher.stop();
      changes.stop();
      client.clear();
    };
    return page;
  });
}

/** One stream after the other, as an EventSource does: a second after the end, from where it had been heard. */
async function followStream(
  { appUrl, eventId, cookie }: Address,
  page: PortalPage,
  { entry }: Rendered,
  hear: (message: StreamMessage) => void,
): Promise<() => void> {
  const port = Number(new URL(appUrl).port);
  const { session } = entry;
  let last = session.state === "signed_in" ? session.head : "";
  let stream: StreamPage | null = null;
  let isOver = false;
  let again: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const of = encodeURIComponent(`portal/${eventId}`);
    const path = `/api/stream?of=${of}${last ? `&last=${last}` : ""}`;
    try {
      const opened = await openStreamPage(port, path, { cookie }, hear);
      stream = opened;
      page.isLive = opened.status === 200;
      opened.response.once("close", () => {
        page.isLive = false;
        last = opened.ids.findLast((id) => id !== "") ?? last;
        comeBack();
      });
    } catch {
      comeBack();
    }
  }
  function comeBack(): void {
    if (isOver || page.signedOutAt !== null) return;
    again = setTimeout(() => void connect(), COME_BACK_MS);
  }

  await connect();
  return () => {
    isOver = true;
    clearTimeout(again);
    stream?.leave();
  };
}
