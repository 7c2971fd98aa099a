import { createServer, type IncomingHttpHeaders } from "node:http";

/** One request that arrived at the test's endpoint, body as it came. */
export type Received = {
  headers: IncomingHttpHeaders;
  body: string;
  envelope: { type: string; data: Record<string, unknown> } & Record<string, unknown>;
};

export type WebhookInbox = {
  url: string;
  received: Received[];
  types(): string[];
  /** Statuses for the next requests, in order; after them 200. 0 hangs up, -1 never answers. */
  answers: number[];
  close(): Promise<void>;
};

/** A webhook endpoint on a free port that keeps what it is sent. */
export async function openWebhookInbox(): Promise<WebhookInbox> {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      const envelope = body === "" ? { type: "", data: {} } : JSON.parse(body);
      received.push({ headers: request.headers, body, envelope });
      const status = answers.shift() ?? 200;
      if (status === 0) request.socket.destroy();
      else if (status > 0) response.writeHead(status, { location: "/elsewhere" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/webhooks/revento`,
    received,
    answers,
    types: () => received.map(({ envelope }) => envelope.type),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
