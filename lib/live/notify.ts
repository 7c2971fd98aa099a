import { urgentPool } from "@/lib/db";
import { logOf } from "@/lib/log";

type Channel = "foyer_changes" | "foyer_inbox" | "foyer_syncs" | "foyer_erasures";

const waiting = new Map<Channel, Set<string>>();
let sending: Promise<void> | undefined;

/**
 * Tells every listener of a channel, outside of any transaction: a NOTIFY inside one makes all
 * committers of the database queue up behind each other. One statement is on its way at a time, and
 * what is asked for meanwhile goes, once each, with the next. Resolves when it was sent; never
 * rejects, because every listener also looks by itself.
 */
export async function notify(channel: Channel, payload = ""): Promise<void> {
  const payloads = waiting.get(channel) ?? new Set();
  waiting.set(channel, payloads.add(payload));
  const previous = sending;
  if (previous) await previous;
  if (!waiting.get(channel)?.has(payload)) return sending;
  sending ??= send().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function send(): Promise<void> {
  const pairs = [...waiting].flatMap(([channel, payloads]) =>
    [...payloads].map((payload) => ({ channel, payload })),
  );
  waiting.clear();
  try {
    await urgentPool().query(
      "SELECT pg_notify(c, p) FROM unnest($1::text[], $2::text[]) AS t(c, p)",
      [pairs.map(({ channel }) => channel), pairs.map(({ payload }) => payload)],
    );
  } catch (error) {
    logOf("live").warn({ err: error, lost: pairs.length }, "could not notify");
  }
}
