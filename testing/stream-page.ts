import { request as httpRequest, type IncomingMessage } from "node:http";
import type { PublicUpdateView } from "@/lib/portal/portal-program-view";

export type StreamMessage = {
  event: string;
  id: number;
  data: { of?: string; topic?: string; ids?: string[]; head?: number } & Partial<PublicUpdateView>;
};

/** A page that reads a stream of server-sent events, and what it has heard. */
export type StreamPage = {
  status: number;
  /** What it was told, but for the beats. */
  messages: StreamMessage[];
  /** The ids of these messages as they were sent. */
  ids: string[];
  beats: number;
  /** When it was last told to come back after the end. */
  retryMs: number | null;
  ended: boolean;
  response: IncomingMessage;
  leave(): void;
};

function parse(block: string) {
  const lines = new Map(
    block.split("\n").map((line) => [line.split(": ")[0], line.split(": ").slice(1).join(": ")]),
  );
  const [event, id, data] = [lines.get("event"), lines.get("id"), lines.get("data")];
  return event && data ? { event, id, data: JSON.parse(data) as StreamMessage["data"] } : null;
}

/** Opens a stream over a connection of its own, and goes on reading it. */
export function openStreamPage(
  port: number,
  path: string,
  headers: Record<string, string>,
  hear?: (message: StreamMessage) => void,
): Promise<StreamPage> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, path, headers, agent: false }, (response) => {
      const page: StreamPage = {
        status: response.statusCode ?? 0,
        messages: [],
        ids: [],
        beats: 0,
        retryMs: null,
        ended: false,
        response,
        leave: () => request.destroy(),
      };
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        const blocks = (text + chunk).split("\n\n");
        text = blocks.pop() ?? "";
        for (const block of blocks) {
          const retry = /^retry: ([0-9]+)$/m.exec(block)?.[1];
          if (retry) page.retryMs = Number(retry);
        }
        const said = blocks.flatMap((block) => parse(block) ?? []);
        const messages = said.filter(({ event }) => event !== "beat");
        const heard = messages.map(({ event, id, data }) => ({ event, id: Number(id), data }));
        page.messages.push(...heard);
        if (hear) for (const message of heard) hear(message);
        page.ids.push(...messages.map(({ id }) => id ?? ""));
        page.beats += said.length - messages.length;
      });
      response.once("close", () => {
        page.ended = true;
      });
      response.on("error", () => {});
      resolve(page);
    });
    request.once("error", reject);
    request.end();
  });
}
