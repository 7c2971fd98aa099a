import { logOf } from "@/lib/log";
import { ReventoError } from "@/lib/revento/errors";
import { readEvent } from "@/lib/revento/read-api";
import { callRevento } from "./call-revento";

/** Whatever makes somebody doubt, Revento is asked about an event so often at most. */
const EVERY_MS = 600_000;
const MOST_EVENTS = 10_000;

const checkedAt = new Map<string, number>();

/**
 * Asks Revento about an event of which something does not fit: a connection that has ended there ends here, where
 * every call finds out. Once in ten minutes for each event. Never rejects. Answers whether it was asked.
 */
export async function checkConnection(eventId: string): Promise<boolean> {
  const last = checkedAt.get(eventId) ?? Number.NEGATIVE_INFINITY;
  if (performance.now() - last < EVERY_MS) return false;
  if (checkedAt.size >= MOST_EVENTS) checkedAt.clear();
  checkedAt.set(eventId, performance.now());
  try {
    await callRevento(eventId, "installation", (token) => readEvent(token, eventId), {
      reserveForPeople: true,
    });
  } catch (error) {
    if (!(error instanceof ReventoError)) {
      logOf("connections").warn({ err: error, eventId }, "a connection could not be checked");
    }
  }
  return true;
}
