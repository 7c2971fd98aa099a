import { z } from "zod";
import { readTrail } from "@/lib/connections/read-trail";
import type { Sql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import type { Sight } from "@/lib/members/sight-view";
import { readWithPermission } from "@/lib/members/with-permission";
import { decodeFeedCursor, encodeFeedCursor, FEED_SOURCES, type FeedPlace } from "./feed-cursor";
import type { FeedEntryView, FeedView } from "./feed-view";
import { readPersonEntries } from "./read-person-entries";
import { readSyncEntries } from "./read-sync-entries";
import { readToldEntries } from "./read-told-entries";

const Input = z.object({
  eventId: z.string(),
  cursor: z.string().max(2_000).nullish(),
  limit: z.coerce.number().int().min(1).max(100).default(15),
});

/**
 * What happened in the event, the newest first: to its people, to its connection, and with its full
 * reads. Throws ZodError or AppError `invalid`, `unauthenticated`, `not_found`.
 */
export async function listFeedInEvent(actor: Actor, raw: z.input<typeof Input>): Promise<FeedView> {
  return readWithPermission(actor, raw.eventId, "insights.read", async (sql, { sight }) => {
    const { eventId, cursor, limit } = Input.parse(raw);
    const place = cursor ? decodeFeedCursor(cursor) : null;
    const found = await readEntries(sql, eventId, place, limit + 1);
    const entries = found.slice(0, limit);
    const last = found.length > limit ? entries.at(-1) : undefined;
    return {
      entries: entries.map(({ entry }) => maskEntry(sight, entry)),
      nextCursor: last ? encodeFeedCursor(last.place) : null,
    };
  });
}

/** Who somebody is, and what changed of them, is named only where it may be seen. */
function maskEntry(sight: Sight, entry: FeedEntryView): FeedEntryView {
  if (entry.source !== "person") return entry;
  const isHidden: Record<string, boolean> = {
    name: !sight.name,
    email: !sight.email,
    fields: !sight.answers,
  };
  return {
    ...entry,
    name: sight.name ? entry.name : null,
    changed: entry.changed.filter((name) => !isHidden[name]),
  };
}

type Placed = { entry: FeedEntryView; place: FeedPlace };

/** The first `limit` entries after `place`, from wherever they come. */
async function readEntries(
  sql: Sql,
  eventId: string,
  place: FeedPlace | null,
  limit: number,
): Promise<Placed[]> {
  const placed = (source: FeedPlace["source"]) => (entry: FeedEntryView) => ({
    entry,
    place: { at: entry.at, source, id: entry.id },
  });
  const trail = await readTrail(sql, eventId, { limit, before: beforeOf(place) });
  const recorded = [
    ...(await readPersonEntries(sql, eventId, place, limit)).map(placed("person")),
    ...(await readSyncEntries(sql, eventId, place, limit)).map(placed("sync")),
    ...trail.map((entry) => placed("connection")({ source: "connection", ...entry })),
  ].sort(inOrder);
  const since = await readConnectedAt(sql, eventId);
  const isFull = (recorded[limit - 1]?.place.at ?? "") >= since.toISOString();
  if (isFull) return recorded.slice(0, limit);
  const told = await readToldEntries(sql, eventId, since, place, limit);
  return [...recorded, ...told.map(placed("told"))].sort(inOrder).slice(0, limit);
}

/** Newest first; those of one moment by their source. The sort is stable: each source has its own order. */
function inOrder({ place: a }: Placed, { place: b }: Placed): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return FEED_SOURCES.indexOf(a.source) - FEED_SOURCES.indexOf(b.source);
}

/** The trail is the last source of a moment. */
function beforeOf(place: FeedPlace | null): { at: string; id: string | null } | undefined {
  return place ? { at: place.at, id: place.source === "connection" ? place.id : null } : undefined;
}

async function readConnectedAt(sql: Sql, eventId: string): Promise<Date> {
  const { rows } = await sql.query<{ connected_at: Date }>(
    "SELECT connected_at FROM connections WHERE event_id = $1",
    [eventId],
  );
  const [row] = rows;
  if (!row) throw new Error("a member of an event without a connection");
  return row.connected_at;
}
