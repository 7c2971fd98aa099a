import { z } from "zod";
import { ReventoError } from "./errors";
import { type ApiAnswer, requestApi } from "./request-api";
import {
  type EventSnapshot,
  parseActivity,
  parseEvent,
  parseLocation,
  parseParticipant,
  parseProgramDay,
  parseRegistrationWave,
  parseThread,
} from "./snapshots";

/** Rows of one page: the most Revento gives (contract 4.1). */
export const PAGE_SIZE = 50;
/** What a page of one row may have, in bytes: nobody can ask for less than that row. */
const SINGLE_ROW_BYTES = 64 * 1024 * 1024;

const LISTS = {
  program_days: { path: "program", parse: parseProgramDay },
  threads: { path: "threads", parse: parseThread },
  locations: { path: "locations", parse: parseLocation },
  registration_waves: { path: "registration-waves", parse: parseRegistrationWave },
  activities: { path: "activities", parse: parseActivity },
  participants: { path: "participants", parse: parseParticipant },
} as const;

/** The lists of the read API, in our names (contract 4). */
export type ListName = keyof typeof LISTS;
export type RowOf<Name extends ListName> = ReturnType<(typeof LISTS)[Name]["parse"]>;

export type Page<Row> = Omit<ApiAnswer, "json"> & {
  rows: Row[];
  /** How many rows were of no use: nobody can tell which they are. */
  unreadable: number;
  /** Where the next page starts; null after the last one. */
  nextCursor: string | null;
  /** Revento says that there is more, and not where: what came is good, and says nothing of what did not come. */
  isIncomplete: boolean;
};
export type EventAnswer = Omit<ApiAnswer, "json"> & { event: EventSnapshot };

const ListEnvelope = z.object({
  data: z.array(z.unknown()),
  next_cursor: z.string().nullish().catch(undefined),
  has_more: z.boolean(),
});

/** Reads an event (contract 4.6). Throws ReventoError. */
export async function readEvent(
  accessToken: string,
  eventId: string,
  signal?: AbortSignal,
): Promise<EventAnswer> {
  const { json, ...answer } = await requestApi(accessToken, pathOf(eventId), signal);
  const event = understood(answer.requestId, () => parseEvent(json));
  if (event.eventId !== eventId) throw malformed(answer.requestId);
  return { ...answer, event };
}

/** Where a page of a list begins (null: the first one) and how many rows it has at most (contract 4.1). */
export type PagePlace = { cursor: string | null; limit: number };

/**
 * Reads a page of a list. A row that nobody can tell apart from others is counted and left out. Throws ReventoError; a
 * page of which no row can be read is unavailable as a whole.
 */
export async function readPage<Name extends ListName>(
  accessToken: string,
  eventId: string,
  list: Name,
  { cursor, limit }: PagePlace,
  signal?: AbortSignal,
): Promise<Page<RowOf<Name>>> {
  const query = new URLSearchParams({ limit: String(limit) });
  if (cursor !== null) query.set("cursor", cursor);
  const path = `${pathOf(eventId)}/${LISTS[list].path}?${query}`;
  const most = limit === 1 ? SINGLE_ROW_BYTES : undefined;
  const { json, ...answer } = await requestApi(accessToken, path, signal, most);
  const envelope = understood(answer.requestId, () => ListEnvelope.parse(json));
  // `has_more` decides (contract 4.1), whatever the cursor is.
  const nextCursor = envelope.has_more ? envelope.next_cursor || null : null;
  const isIncomplete = envelope.has_more && nextCursor === null;
  const parse = LISTS[list].parse as (row: unknown) => RowOf<Name>;
  const { rows, problem } = readRows(envelope.data, parse);
  if (rows.length === 0 && problem) throw malformed(answer.requestId, problem);
  const unreadable = envelope.data.length - rows.length;
  return { ...answer, rows, unreadable, nextCursor, isIncomplete };
}

function readRows<Row>(data: unknown[], parse: (row: unknown) => Row) {
  const rows: Row[] = [];
  let problem: unknown;
  for (const row of data) {
    try {
      rows.push(parse(row));
    } catch (error) {
      problem ??= error;
    }
  }
  return { rows, problem };
}

function pathOf(eventId: string): string {
  return `/events/${encodeURIComponent(eventId)}`;
}

function understood<T>(requestId: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw malformed(requestId, cause);
  }
}

function malformed(requestId: string, cause?: unknown): ReventoError {
  return new ReventoError("unavailable", { code: "malformed_answer", requestId, cause });
}
