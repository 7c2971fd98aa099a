import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { newListenClient } from "@/lib/db";
import { logOf } from "@/lib/log";

export type Hearing = {
  onNotification: (channel: string, payload: string) => void;
  /** The connection is (again) there: look for what was said while it was not. */
  onListening: () => void;
};

export type Listener = { close(): Promise<void> };

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/**
 * Keeps one connection listening on channels until it is closed. A connection that breaks is made
 * anew, with growing waits while the database is away; notifications of that time are lost, which is
 * why `onListening` is called each time.
 */
export function listen(channels: readonly string[], hearing: Hearing): Listener {
  const stop = new AbortController();
  const running = keepListening(channels, hearing, stop.signal);
  return {
    close: async () => {
      stop.abort();
      await running;
    },
  };
}

async function keepListening(
  channels: readonly string[],
  hearing: Hearing,
  signal: AbortSignal,
): Promise<void> {
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    const client = newListenClient();
    const broken = new Promise<void>((resolve) => {
      client.once("error", () => resolve());
      client.once("end", () => resolve());
    });
    client.on("error", () => {});
    client.on("notification", ({ channel, payload }) => {
      hearing.onNotification(channel, payload ?? "");
    });
    try {
      await client.connect();
      for (const channel of channels)
        await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      wait = FIRST_WAIT_MS;
      hearing.onListening();
      await Promise.race([broken, aborted(signal)]);
    } catch (error) {
      logOf("live").warn({ err: error, channels }, "cannot listen; will try again");
    }
    await endQuietly(client);
    if (!signal.aborted) await sleep(wait, undefined, { signal }).catch(() => {});
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

async function endQuietly(client: Client): Promise<void> {
  await Promise.race([client.end().catch(() => {}), sleep(1_000, undefined, { ref: false })]);
}
