import type { Sql } from "@/lib/db";

type Kept = { head: string; answer: Promise<unknown>; drop: () => void };

/** What may be older than the last recorded change, such as the moment of the last delivery, is so by no more than this. */
const KEPT_MS = 5_000;
const MOST_KEPT = 200;

const kept = new Map<string, Kept>();

/**
 * What an event's answer is at its latest change, made once for everybody who asks in this process: hundreds of open
 * pages ask the same after each change. `name` tells apart everything that the answer depends on. The caller has
 * judged who asks, in this transaction; what differs from one to the other does not belong in it. Nothing is kept
 * for longer than 5 s.
 */
export async function shareByHead<T>(
  sql: Sql,
  eventId: string,
  name: string,
  make: () => Promise<T>,
): Promise<T> {
  const head = await readState(sql, eventId);
  // Before the first change there is nothing to tell one state from the next by.
  if (!head) return make();
  const key = `${eventId} ${name}`;
  const known = kept.get(key);
  // Whoever makes it may leave in the middle: then everybody else makes their own.
  if (known?.head === head) return (known.answer as Promise<T>).catch(make);
  const answer = make();
  keep(key, head, answer);
  return answer;
}

/** The latest change, of this connection: one that was erased and made anew counts from the start. */
async function readState(sql: Sql, eventId: string): Promise<string | null> {
  const { rows } = await sql.query<{ state: string }>({
    name: "read-shared-state",
    text: `SELECT h.seq || ' ' || c.epoch AS state FROM change_heads h
      JOIN connections c ON c.event_id = h.event_id WHERE h.event_id = $1`,
    values: [eventId],
  });
  return rows[0]?.state ?? null;
}

function keep(key: string, head: string, answer: Promise<unknown>): void {
  kept.get(key)?.drop();
  const timer = setTimeout(drop, KEPT_MS);
  timer.unref();
  function drop(): void {
    clearTimeout(timer);
    if (kept.get(key)?.answer === answer) kept.delete(key);
  }
  kept.set(key, { head, answer, drop });
  answer.catch(drop);
  const [oldest] = kept.values();
  if (kept.size > MOST_KEPT) oldest?.drop();
}
