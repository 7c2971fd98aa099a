import { request as httpRequest, type IncomingMessage } from "node:http";

type StreamMessage = {
  event: string;
  id: number;
  data: { topic?: string; ids?: string[]; head?: number };
};

/** A page that reads a stream of server-sent events, and what it has heard. */
export type StreamPage = {
  status: number;
  messages: StreamMessage[];
  ended: boolean;
  response: IncomingMessage;
  leave(): void;
};

function parse(block: string): StreamMessage | null {
  const lines = new Map(
    block.split("\n").map((line) => [line.split(": ")[0], line.split(": ").slice(1).join(": ")]),
  );
  const [event, id, data] = [lines.get("event"), lines.get("id"), lines.get("data")];
  return event && data ? { event, id: Number(id), data: JSON.parse(data) } : null;
}

/** Opens a stream over a connection of its own, and goes on reading it. */
export function openStreamPage(
  port: number,
  path: string,
  headers: Record<string, string>,
): Promise<StreamPage> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, path, headers, agent: false }, (response) => {
      const page: StreamPage = {
        status: response.statusCode ?? 0,
        messages: [],
        ended: false,
        response,
        leave: () => request.destroy(),
      };
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        const blocks = (text + chunk).split("\n\n");
        text = blocks.pop() ?? "";
        page.messages.push(...blocks.flatMap((block) => parse(block) ?? []));
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
