import type { Sql } from "@/lib/db";
import {
  incomingOf,
  type MirrorOutcome,
  type MirrorRow,
  runInRounds,
} from "@/lib/mirror/mirror-rows";
import type { ParticipantSnapshot } from "@/lib/revento/snapshots";
import { MIRROR_STATEMENT, PARTICIPANTS, REMEMBERED_COLUMNS } from "./mirror-statement";

/** A row that comes. Where rows of one call come from different deliveries, each has its own. */
export type ParticipantRow = MirrorRow<ParticipantSnapshot> & {
  kind?: string;
  envelopeId?: string;
  actorId?: string | null;
};

export type MirrorOrigin = {
  source: "sync" | "webhook" | "reconcile" | "portal";
  /** What history entries are called: a delivery's type, "reconcile", or "portal". */
  kind: string;
  envelopeId?: string;
  actorId?: string | null;
};

/** `read_twice`: a page said the same twice, ten minutes apart, and won over a delivery. */
export type DriftCause =
  | "missed_delivery"
  | "cancelled"
  | "missing_here"
  | "read_twice"
  /** No delivery carries it, and nothing was known before (contract 6.9). */
  | "not_told";
export type ParticipantDrift = { participantId: string; fields: string[]; cause: DriftCause };

export type MirrorResult = {
  /** New, changed or back again. */
  changed: string[];
  /** The mirror said the same already. */
  unchanged: string[];
  /** The mirror knew something newer. */
  older: string[];
  /** A page says something else, and a later reading decides. */
  held: string[];
  /** What a reconcile found different; empty for other sources. */
  drift: ParticipantDrift[];
  /** What became of each row of the call, in its order. */
  outcomes: MirrorOutcome[];
};

type Answer = {
  id: string;
  is_new: boolean;
  was_removed: boolean;
  applies: boolean;
  is_held: boolean;
  overrules: boolean;
  status: string | null;
  fields: string[];
  /** Those of them of which nothing was known. */
  lacked: string[];
};

/** What an application's snapshot does not carry (contract 6.9). */
const NOT_TOLD = new Set(["role"]);

/**
 * Writes snapshots of participants into the mirror, each only if it is not older than what is there
 * (contract 6.5, docs/mirror-rules.md). Every row but a webhook's older one is confirmed, those that a run finds
 * as they were by its end (lib/mirror/full-read.ts); `updated_at` moves only when a mirrored column does. In a change of the event, which knows that the connection is active.
 */
export async function mirrorParticipants(
  sql: Sql,
  eventId: string,
  rows: readonly ParticipantRow[],
  origin: MirrorOrigin,
): Promise<MirrorResult> {
  const answers = await runInRounds<Answer>(
    sql,
    eventId,
    {
      name: "mirror-participants",
      text: MIRROR_STATEMENT,
      more: [REMEMBERED_COLUMNS, origin.source, origin.kind],
    },
    rows.map((row) =>
      incomingOf(PARTICIPANTS, row, {
        kind: row.kind,
        envelope_id: row.envelopeId ?? origin.envelopeId,
        actor_id: row.actorId ?? origin.actorId,
      }),
    ),
  );
  await markSecondLooks(sql, eventId, answers);
  return summarize(answers, origin);
}

/** Whoever rated those whose answers are others now is to look at them again. */
async function markSecondLooks(sql: Sql, eventId: string, answers: Answer[]): Promise<void> {
  const ids = answers.filter(({ fields }) => fields.includes("fields")).map(({ id }) => id);
  if (ids.length === 0) return;
  await sql.query(
    "UPDATE ratings SET is_changed = true WHERE event_id = $1 AND participant_id = ANY($2) AND NOT is_changed",
    [eventId, ids],
  );
}

function outcomeOf(answer: Answer): MirrorOutcome {
  if (!answer.applies) return "older";
  return answer.is_new || answer.fields.length > 0 ? "changed" : "unchanged";
}

function summarize(answers: Answer[], { source }: MirrorOrigin): MirrorResult {
  const outcomes = answers.map(outcomeOf);
  const withOutcome = (wanted: MirrorOutcome) => answers.filter((_, at) => outcomes[at] === wanted);
  const idsOf = (some: Answer[]) => [...new Set(some.map((answer) => answer.id))];
  return {
    changed: idsOf(withOutcome("changed")),
    unchanged: idsOf(withOutcome("unchanged")),
    older: idsOf(withOutcome("older")),
    held: idsOf(answers.filter((answer) => answer.is_held)),
    drift: source === "reconcile" ? withOutcome("changed").map(driftOf) : [],
    outcomes,
  };
}

function driftOf(answer: Answer): ParticipantDrift {
  const { id: participantId, fields, lacked } = answer;
  if (answer.overrules) return { participantId, fields, cause: "read_twice" };
  if (answer.is_new || answer.was_removed) return { participantId, fields, cause: "missing_here" };
  const isUntold = fields.every((field) => NOT_TOLD.has(field) && lacked.includes(field));
  if (isUntold) return { participantId, fields, cause: "not_told" };
  const isCancelled = answer.status === "cancelled" && fields.includes("status");
  return { participantId, fields, cause: isCancelled ? "cancelled" : "missed_delivery" };
}
