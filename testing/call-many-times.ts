/**
 * A process that calls Revento through Foyer's budget as fast as it may:
 *   node --import tsx testing/call-many-times.ts <event> <calls> <at once> <wait up to ms>
 * Prints how many calls were answered, and how each of the others ended.
 */
import { callRevento } from "@/lib/connections/call-revento";
import { closeDatabase } from "@/lib/db";
import { ReventoError } from "@/lib/revento/errors";
import { readEvent } from "@/lib/revento/read-api";

const [eventId = "", calls = "0", atOnce = "1", waitUpToMs = "0"] = process.argv.slice(2);
let left = Number(calls);
let answered = 0;
const others: string[] = [];

async function caller(): Promise<void> {
  while (left > 0) {
    left -= 1;
    try {
      await callRevento(eventId, "installation", (token) => readEvent(token, eventId), {
        waitUpToMs: Number(waitUpToMs),
      });
      answered += 1;
    } catch (error) {
      others.push(error instanceof ReventoError ? error.code : String(error));
    }
  }
}

await Promise.all(Array.from({ length: Number(atOnce) }, caller));
await closeDatabase();
console.log(JSON.stringify({ answered, others }));
