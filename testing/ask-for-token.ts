/**
 * A process of its own that asks for a working token: `<event id> <callers>`. Says "ready", waits for
 * a line, lets all callers ask at once, and prints what they got as JSON.
 */
import { once } from "node:events";
import { getAccessToken } from "@/lib/connections/get-access-token";
import { closeDatabase, databasePool } from "@/lib/db";

const [eventId = "", callers = "1"] = process.argv.slice(2);
await databasePool().query("SELECT 1");
console.log("ready");
await once(process.stdin, "data");
const asked = Array.from({ length: Number(callers) }, () =>
  getAccessToken(eventId, "installation").catch((error: Error) => error.message),
);
console.log(JSON.stringify(await Promise.all(asked)));
await closeDatabase();
process.exit(0);
