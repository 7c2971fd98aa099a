import type { Sql } from "@/lib/db";
import type { HistoryEntryView } from "./application-detail-view";
import { changedAnswers, excerptOfChange, keptSide } from "./excerpt";

const MOST_ENTRIES = 200;
/** Characters of all changes together, roughly: of long ones fewer entries are shown. */
const MOST_CHARACTERS = 262_144;

/** What the row itself tells of the past. */
export type ToldByRow = {
  participant_id: string;
  submitted_at: Date | null;
  registered_at: Date | null;
  last_review_action: string | null;
  last_reviewed_at: Date | null;
  last_reviewer_id?: string | null;
};

type HistoryRow = {
  id: string;
  occurred_at: Date;
  recorded_at: Date;
  kind: string;
  status: string | null;
  actor_id: string | null;
  changes: Record<string, [unknown, unknown]>;
};

export type History = { history: HistoryEntryView[]; hasOlderHistory: boolean };

/**
 * What happened to a participant, newest first: the newest entries of the record, 200 or 256 Ki characters of
 * them, and what the row itself says happened before Foyer was there to record it.
 */
export async function readHistory(sql: Sql, eventId: string, row: ToldByRow): Promise<History> {
  const found = await sql.query<HistoryRow>(
    `SELECT id::text, occurred_at, recorded_at, kind, status, actor_id, changes
     FROM participant_history WHERE event_id = $1 AND participant_id = $2
     ORDER BY occurred_at DESC, id DESC LIMIT $3`,
    [eventId, row.participant_id, MOST_ENTRIES + 1],
  );
  const recorded: HistoryEntryView[] = [];
  let left = MOST_CHARACTERS;
  for (const each of found.rows.slice(0, MOST_ENTRIES)) {
    const entry = viewEntry(each);
    left -= JSON.stringify([entry.changes, entry.answers]).length;
    if (left < 0) break;
    recorded.push(entry);
  }
  const history = [...recorded, ...untoldFacts(row, recorded, found.rows)];
  return {
    history: history.sort((a, b) => b.at.localeCompare(a.at)),
    hasOlderHistory: recorded.length < found.rows.length,
  };
}

function viewEntry({ changes, ...entry }: HistoryRow): HistoryEntryView {
  return {
    id: entry.id,
    at: entry.occurred_at.toISOString(),
    recordedAt: entry.recorded_at.toISOString(),
    kind: entry.kind,
    status: entry.status,
    actorId: entry.actor_id,
    ...viewChanges(changes),
  };
}

/** What an entry of the history keeps of a change: columns and answers, each before and after, in excerpts. */
export function viewChanges({
  fields,
  ...columns
}: HistoryRow["changes"]): Pick<HistoryEntryView, "changes" | "answers"> {
  return {
    changes: mapValues(columns, ([before, after]) =>
      excerptOfChange([keptSide(before), keptSide(after)]),
    ),
    answers: fields ? mapValues(changedAnswers(fields), excerptOfChange) : {},
  };
}

function mapValues<T, U>(record: Record<string, T>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** What the row says, or said before a change that was recorded, of a past that was not. */
function untoldFacts(
  row: ToldByRow,
  recorded: HistoryEntryView[],
  changes: readonly Pick<HistoryRow, "changes">[],
): HistoryEntryView[] {
  const isTold = (kind: string, at: Date) =>
    recorded.some((entry) => entry.kind === kind && entry.at === at.toISOString());
  const facts: HistoryEntryView[] = [];
  const tell = (kind: string, at: Date | null, status: string | null, actorId: string | null) => {
    if (!at || isTold(kind, at)) return;
    const id = facts.some((fact) => fact.kind === kind) ? `${kind} ${at.toISOString()}` : kind;
    const told = { id, at: at.toISOString(), recordedAt: null, kind, status, actorId };
    facts.push({ ...told, changes: {}, answers: {} });
  };
  tell("application.submitted", row.submitted_at, "pending", null);
  tell("participant.registered", row.registered_at, null, null);
  for (const { action, at, by } of reviewsOf(row, changes)) {
    tell(`application.${action}`, at, action, by);
  }
  return facts;
}

type Review = { action: string; at: Date | null; by: string | null };

/** The review that a row has, and those it had before its recorded changes (newest first). */
function reviewsOf(row: ToldByRow, changes: readonly Pick<HistoryRow, "changes">[]): Review[] {
  const reviews: Review[] = [];
  let { last_review_action: action, last_reviewed_at: at, last_reviewer_id: by = null } = row;
  const keep = () => {
    const last = reviews.at(-1);
    const isSame = last?.action === action && last?.at?.getTime() === at?.getTime();
    if (action && !isSame) reviews.push({ action, at, by });
  };
  keep();
  for (const { changes: columns } of changes) {
    const before = (column: string) => columns[column]?.[0];
    if ("last_review_action" in columns) action = textOf(before("last_review_action"));
    if ("last_reviewed_at" in columns) at = momentOf(before("last_reviewed_at"));
    if ("last_reviewer_id" in columns) by = textOf(before("last_reviewer_id"));
    keep();
  }
  return reviews;
}

const textOf = (value: unknown) => (typeof value === "string" ? value : null);

function momentOf(value: unknown): Date | null {
  const at = typeof value === "string" ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}
