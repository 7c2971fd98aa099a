import { formatInZone } from "@/components/time/format-in-zone";
import { inWords } from "./state-words";

const ACTIONS: Record<string, string> = {
  "connection.reconcile_requested": "Asked for a reconcile",
  "connection.resync_requested": "Asked for a full read",
  "connection.paused": "Paused the connection",
  "connection.resumed": "Resumed the connection",
  "connection.ended_by_operator": "Ended the connection",
  "connection.ended": "Connection ended",
  "connection.connected": "Connected",
  "connection.consent_ends_soon": "Consent ends soon",
  "connection.preparing": "Connected again; the earlier mirror is emptied",
  "erasure.begun": "Erasure began",
  "erasure.begun_by_operator": "Began the erasure",
  "erasure.begun_by_organizer": "An owner had the event erased early",
  "erasure.held": "Held the erasure",
  "erasure.completed": "Erasure completed",
  "grant.given": "A participant signed in",
  "grant.ended": "A participant's sign-in ended",
  "grant.checked": "A participant's sign-in was checked",
  "glass.broken": "Broke the glass",
  "suspension.asked": "Asked Revento about the suspension",
  "installations.checked": "Compared with Revento's list",
  "deliveries.replayed": "Replayed deliveries",
  "deliveries.replay_cancelled": "Cancelled a replay",
};

/** What somebody did, or what happened, in words; a word that has none is shown as it is. */
export function actionWords(action: string): string {
  return ACTIONS[action] ?? inWords(action);
}

/** The particulars of an entry, one line each; the reason has a place of its own. */
export function detailLines(detail: Record<string, unknown>): string[] {
  return Object.entries(detail)
    .filter(([name, value]) => !UNTOLD.has(name) && value !== null && value !== "")
    .map(([name, value]) => `${inWords(spaced(name))}: ${asText(value)}`);
}

/** The reason has a place of its own; the epoch counts for machines. */
const UNTOLD = new Set(["reason", "epoch"]);

function spaced(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(", ");
  if (typeof value !== "string") return JSON.stringify(value);
  return MOMENT.test(value) ? formatInZone(value, "moment", null) : value;
}
