import type { ParticipantRow } from "../store/rows";
import { requireEvent } from "./find-event";
import { foldText } from "./fold-text";
import type { Platform } from "./platform";

/** Which applications of an event: of one status or all, found by name or e-mail address. */
export type ApplicationQuery = {
  status: string | undefined;
  search: string;
  offset: number;
  limit: number;
};

export type ApplicationList = {
  rows: ParticipantRow[];
  /** How many there are in this status. */
  total: number;
  /** How many the search finds by status, whichever status is asked for. */
  counts: Record<string, number>;
};

type Candidate = { seq: number; display_name: string; email: string; status: string };

/** One page of an event's applications, newest first. Throws not_found. */
export function listApplications(
  platform: Platform,
  eventId: string,
  query: ApplicationQuery,
): ApplicationList {
  requireEvent(platform, eventId);
  const search = foldText(query.search);
  return search === ""
    ? listAll(platform, eventId, query)
    : listMatching(platform, eventId, { ...query, search });
}

function listAll(platform: Platform, eventId: string, query: ApplicationQuery): ApplicationList {
  const counted = platform.store.rows<{ status: string; count: number }>(
    `SELECT application_status AS status, count(*) AS count FROM participants
     WHERE event_id = ? AND application_id IS NOT NULL GROUP BY application_status`,
    eventId,
  );
  const counts = Object.fromEntries(counted.map(({ status, count }) => [status, count]));
  const status = query.status ?? null;
  const rows = platform.store.rows<ParticipantRow>(
    `SELECT * FROM participants
     WHERE event_id = ?1 AND application_id IS NOT NULL AND (?2 IS NULL OR application_status = ?2)
     ORDER BY seq DESC LIMIT ?3 OFFSET ?4`,
    eventId,
    status,
    query.limit,
    query.offset,
  );
  return { rows, total: totalOf(counts, query.status), counts };
}

/** SQLite folds the case of ASCII only, so names in other scripts are compared here. */
function listMatching(
  platform: Platform,
  eventId: string,
  query: ApplicationQuery,
): ApplicationList {
  const found = platform.store
    .rows<Candidate>(
      `SELECT seq, display_name, email, application_status AS status FROM participants
       WHERE event_id = ? AND application_id IS NOT NULL ORDER BY seq DESC`,
      eventId,
    )
    .filter(({ display_name: name, email }) => foldText(`${name} ${email}`).includes(query.search));
  const counts: Record<string, number> = {};
  for (const { status } of found) counts[status] = (counts[status] ?? 0) + 1;
  const rows = found
    .filter(({ status }) => query.status === undefined || status === query.status)
    .slice(query.offset, query.offset + query.limit)
    .flatMap(({ seq }) =>
      platform.store.rows<ParticipantRow>("SELECT * FROM participants WHERE seq = ?", seq),
    );
  return { rows, total: totalOf(counts, query.status), counts };
}

function totalOf(counts: Record<string, number>, status: string | undefined): number {
  if (status !== undefined) return counts[status] ?? 0;
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
