/**
 * A process of its own that sends one {@link Load} when told, and answers what came of it: raw
 * sockets to 127.0.0.1, each with one request at a time, so that the sender costs as little as it can.
 */
import { connect, type Socket } from "node:net";
import { type Load, type SignedRequest, signRequests } from "./sign-requests";

export type LoadOutcome = {
  /** Delivery ids that were answered with 200, each once. */
  acknowledged: string[];
  statuses: Record<string, number>;
  seconds: number;
  /** From the request to its answer, of all requests. */
  latenciesMs: number[];
};

/** Sends until the load's time or number is used up; answers on the way are waited for. */
async function send(load: Load): Promise<LoadOutcome> {
  const requests = signRequests(load);
  const sockets = await Promise.all(
    Array.from({ length: load.connections }, () => openSocket(load.port)),
  );
  const acknowledged = new Set<string>();
  const statuses: Record<string, number> = {};
  const latenciesMs: number[] = [];
  const start = performance.now();
  const deadline = start + load.seconds * 1_000;
  let next = 0;
  const take = () => (performance.now() < deadline ? requests[next++] : undefined);
  const lane = async (socket: Socket) => {
    for (let request = take(); request; request = take()) {
      const sentAt = performance.now();
      const status = await exchange(socket, request);
      latenciesMs.push(performance.now() - sentAt);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === "200") acknowledged.add(request.deliveryId);
    }
  };
  await Promise.all(sockets.map(lane));
  const seconds = (performance.now() - start) / 1_000;
  for (const socket of sockets) socket.destroy();
  return { acknowledged: [...acknowledged], statuses, seconds, latenciesMs };
}

function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    socket.once("connect", () => resolve(socket));
    socket.once("error", reject);
  });
}

/** Writes one request and answers the status of its answer, once it was read to its end. */
function exchange(socket: Socket, { bytes }: SignedRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const settle = (outcome: () => void) => {
      socket.off("data", read);
      socket.off("close", closed);
      outcome();
    };
    const read = (chunk: Buffer) => {
      text += chunk.toString("latin1");
      if (isWhole(text)) settle(() => resolve(text.slice(9, 12)));
    };
    const closed = () => settle(() => reject(new Error(`the connection ended after “${text}”`)));
    socket.on("data", read);
    socket.on("close", closed);
    socket.write(bytes);
  });
}

function isWhole(text: string): boolean {
  const headEnd = text.indexOf("\r\n\r\n");
  if (headEnd < 0) return false;
  const head = text.slice(0, headEnd).toLowerCase();
  if (head.includes("\r\ntransfer-encoding: chunked")) return text.endsWith("0\r\n\r\n");
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1] ?? "0";
  return text.length >= headEnd + 4 + Number(length);
}

process.on("message", (load: Load) => {
  send(load).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
// Without its parent it has nothing to do.
process.on("disconnect", () => process.exit(0));
