import type { TrailEntryView } from "@/lib/connections/trail-view";
import { connectionWords } from "./connection-words";

/** What Foyer's staff can do to an event. An action of after us is shown by its own name. */
const ACTIONS: Record<string, string> = {
  "connection.paused": "Foyer's staff paused this event",
  "connection.resumed": "Foyer's staff let this event go on",
  "connection.reconcile_requested": "Foyer's staff had everything compared with Revento",
  "connection.resync_requested": "Foyer's staff had everything read anew",
  "connection.ended_by_operator": "Foyer's staff ended the connection",
  "glass.broken": "Foyer's staff opened payloads for 15 minutes",
  "deliveries.replayed": "Foyer's staff processed messages from Revento again",
  "erasure.begun_by_operator": "Foyer's staff began to delete this event's data",
  "reviewer.named": "Somebody of the team wrote down what a reviewer is called",
  "reviewer.unnamed": "Somebody of the team took a reviewer's name away",
  "member.invited": "An owner invited somebody to the team",
  "member.invitation_revoked": "An owner took an invitation back",
  "member.joined": "Somebody took a seat in the team",
  "member.level_changed": "An owner changed how much of people a role sees",
  "member.role_changed": "An owner gave somebody another role",
  "member.removed": "An owner removed somebody from the team",
  "member.left": "Somebody left the team",
  "member.merged": "An owner made one seat of two",
  "member.device_invited": "A member made a link for another device",
  "member.device_joined": "A member opened the event on another device",
  "erasure.held": "Foyer's staff put off deleting this event's data",
  "erasure.begun_by_organizer": "An owner of the event had its data deleted early",
  "erasure.begun": "Foyer began to delete this event's data",
  "erasure.completed": "What had been read before was deleted; everything is read anew",
  "connection.preparing": "Revento asked for what had been read before to be deleted",
};

/** A line of an event's trail: what happened, and why. */
export function trailWords(entry: TrailEntryView): { title: string; notes: string[] } {
  const { action, state, cause, days, reason, exported } = entry;
  const notes = reason ? [`Reason: ${reason}`] : [];
  if (action === "connection.connected") {
    const isAgain = state === "preparing";
    return { title: isAgain ? "Connected again, to be read anew" : "Connected", notes };
  }
  if (action === "connection.ended") {
    const { title, because } = connectionWords(state ?? "", cause ?? "");
    return { title, notes: because ? [because] : notes };
  }
  if (action === "connection.consent_ends_soon") {
    const left = days === 1 ? "a day" : `${days} days`;
    return { title: `Foyer's permission was to end within ${left}`, notes };
  }
  if (exported) {
    const { list, format, rows } = exported;
    const what = rows === 1 ? `One of the ${list}` : `${rows.toLocaleString("en-GB")} ${list}`;
    if (format === "emails") return { title: `E-mail addresses of ${what} copied`, notes };
    return { title: `${what} exported as ${format.toUpperCase()}`, notes };
  }
  return { title: ACTIONS[action] ?? action, notes };
}
