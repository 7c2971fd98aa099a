import type { HealthCode, HealthReason } from "@/lib/console/health-view";

type Said = { text: string; href: string };
type Say = (reason: HealthReason) => Said;

const SAYINGS: Record<HealthCode, Say> = {
  database: () => ({ text: "The database does not answer.", href: "/admin/jobs" }),
  no_worker: () => ({ text: "No worker is running.", href: "/admin/jobs" }),
  suspended: () => ({
    text: "Revento has suspended the integration.",
    href: "/admin/suspension",
  }),
  erasure_deadline: ({ eventId, since }) => ({
    text: isPast(since)
      ? "The deadline of this erasure has passed, and it is not completed."
      : "The deadline of this erasure is less than 48 hours away.",
    href: connection(eventId),
  }),
  erasure_late: ({ eventId }) => ({
    text: "This erasure is more than an hour behind its plan.",
    href: connection(eventId),
  }),
  deletion_unheeded: ({ eventId }) => ({
    text: "Revento's request to delete could not be processed: see this event's deliveries.",
    href: connection(eventId),
  }),
  inbox_waits: ({ count }) => ({
    text: `A delivery has been waiting for ${count} min.`,
    href: "/admin/deliveries?state=pending",
  }),
  backlog_grows: ({ count }) => ({
    text: `The inbox grows: ${many(count, "delivery of the last ten minutes waits", "deliveries of the last ten minutes wait")}.`,
    href: "/admin/deliveries?state=pending",
  }),
  dead_letters: ({ count }) => ({
    text: `${many(count, "delivery is", "deliveries are")} among the dead letters.`,
    href: "/admin/deliveries?state=dead",
  }),
  refused_only: ({ count }) => ({
    text: `Every delivery is refused: ${many(count, "was", "were")} in this hour and the one before, and none was accepted since. Perhaps the webhook secret was changed.`,
    href: "/admin#refused",
  }),
  refused_deliveries: ({ count }) => ({
    text: `${many(count, "delivery was", "deliveries were")} refused in this hour and the one before.`,
    href: "/admin#refused",
  }),
  to_be_reconnected: ({ count }) => ({
    text: `${many(count, "connection has to be made again by its organizer", "connections have to be made again by their organizers")}.`,
    href: "/admin/connections?state=needs_reconnect",
  }),
  ended_lately: ({ count }) => ({
    text: `${many(count, "connection has", "connections have")} ended in the last 24 hours.`,
    href: "/admin/connections?state=revoked",
  }),
  ended_at_once: ({ count }) => ({
    text: `${count} connections have ended within ten minutes: perhaps Foyer was taken off Revento, or an organization is not verified any more.`,
    href: "/admin/connections?state=revoked",
  }),
  revento_unavailable: ({ count }) => ({
    text: `Revento does not answer for ${many(count, "connection", "connections")}.`,
    href: "/admin/connections?health=trouble",
  }),
  connections_in_trouble: ({ count }) => ({
    text: `${many(count, "connection is", "connections are")} in trouble.`,
    href: "/admin/connections?health=trouble",
  }),
  unknown_types: ({ count }) => ({
    text: `New in Revento: ${many(count, "delivery is", "deliveries are")} of a type that Foyer does not know.`,
    href: "/admin/deliveries?outcome=unknown_type",
  }),
  odd_fields: (reason) => ({
    text: `Revento writes fields in a way that Foyer cannot read: ${examplesOf(reason)}.`,
    href: "/admin/connections",
  }),
  unreadable_rows: (reason) => ({
    text: `Revento sends rows without an id that Foyer can read: ${examplesOf(reason)}.`,
    href: "/admin/connections",
  }),
  new_words: (reason) => ({
    text: `New in Revento: ${examplesOf(reason)}.`,
    href: "/admin/connections",
  }),
  list_unreadable: () => ({
    text: "The last comparison with Revento's list of installations failed.",
    href: "/admin/installations",
  }),
  events_unpublished: ({ count }) => ({
    text: `${many(count, "connected event is", "connected events are")} not public in Revento.`,
    href: "/admin/connections?published=no",
  }),
};

/** A reason in a sentence, with the page that shows more. */
export function sayReason(reason: HealthReason): Said {
  return SAYINGS[reason.code](reason);
}

function connection(eventId: string | null): string {
  return `/admin/connections/${encodeURIComponent(eventId ?? "")}`;
}

function isPast(since: string | null): boolean {
  return since !== null && Date.parse(since) <= Date.now();
}

function examplesOf({ count, examples }: HealthReason): string {
  const shown = examples.map(
    ({ what, rows, events }) =>
      `${what} (${many(rows, "row", "rows")} in ${many(events, "event", "events")})`,
  );
  const others = count - examples.length;
  return `${shown.join(", ")}${others > 0 ? `, and ${others} more` : ""}`;
}

function many(count: number, one: string, several: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : several}`;
}
