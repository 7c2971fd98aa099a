import type { Sql } from "@/lib/db";
import type { ParticipantSnapshot } from "@/lib/revento/snapshots";
import { splitIntoRounds } from "@/lib/split-into-rounds";
import { MIRROR_STATEMENT, MIRRORED_COLUMNS } from "./mirror-statement";

/** A snapshot and the moment on Revento's clock that it shows. */
export type MirrorRow = {
  snapshot: ParticipantSnapshot;
  versionAt: Date;
  /** `versionAt` is the moment itself (a webhook's `occurred_at`), not one it is no older than (an API read). */
  exact: boolean;
  /** Where rows of one call come from different deliveries: each one's own. */
  kind?: string;
  envelopeId?: string;
  actorId?: string | null;
};

export type MirrorOrigin = {
  source: "sync" | "webhook" | "reconcile" | "portal";
  /** What history entries are called: a delivery's type, "reconcile", or "portal". */
  kind: string;
  /** The run that saw these rows. */
  runId?: string;
  envelopeId?: string;
  actorId?: string | null;
};

export type DriftCause = "missed_delivery" | "cancelled" | "missing_here";
export type ParticipantDrift = { participantId: string; fields: string[]; cause: DriftCause };

export type MirrorResult = {
  /** New, changed or back again. */
  changed: string[];
  /** The mirror said the same already. */
  unchanged: string[];
  /** The mirror knew something newer. */
  older: string[];
  /** What a reconcile found different; empty for other sources. */
  drift: ParticipantDrift[];
  /** What became of each row of the call, in its order. */
  outcomes: MirrorOutcome[];
};

export type MirrorOutcome = "changed" | "unchanged" | "older";

type Answer = {
  participant_id: string;
  is_new: boolean;
  was_removed: boolean;
  applies: boolean;
  status: string | null;
  fields: string[];
};

/**
 * Writes snapshots of participants into the mirror, each only if it is not older than what is there
 * (contract 6.5): a webhook by its moment, an API row by Revento's own `updated_at` or by the moment of
 * the read. Every row but a webhook's older one is confirmed; `updated_at` moves only when a mirrored
 * column does. The caller holds `lockMirror` and knows that the connection is active.
 */
export async function mirrorParticipants(
  sql: Sql,
  eventId: string,
  rows: readonly MirrorRow[],
  origin: MirrorOrigin,
): Promise<MirrorResult> {
  const answers: Answer[] = [];
  const numbered = rows.map((row, index) => ({ row, index }));
  for (const round of splitIntoRounds(numbered, ({ row }) => row.snapshot.participantId)) {
    const answer = await sql.query<Answer>({
      name: "mirror-participants",
      text: MIRROR_STATEMENT,
      values: [
        eventId,
        JSON.stringify(round.map(({ row }) => toIncoming(row, origin))),
        MIRRORED_COLUMNS,
        origin.runId ?? null,
        origin.source,
        origin.kind,
      ],
    });
    const answerOf = new Map(answer.rows.map((one) => [one.participant_id, one]));
    for (const { row, index } of round) {
      const found = answerOf.get(row.snapshot.participantId);
      if (found) answers[index] = found;
    }
  }
  return summarize(answers, origin);
}

function toIncoming({ snapshot, ...row }: MirrorRow, origin: MirrorOrigin) {
  return {
    participant_id: snapshot.participantId,
    version_at: row.versionAt,
    changed_at: snapshot.updatedAt,
    exact: row.exact,
    kind: row.kind,
    envelope_id: row.envelopeId ?? origin.envelopeId,
    actor_id: row.actorId ?? origin.actorId,
    said: {
      user_id: snapshot.userId,
      role: snapshot.role,
      application_id: snapshot.applicationId,
      status: snapshot.status,
      name: snapshot.name,
      email: snapshot.email,
      fields: snapshot.fields,
      cuts: snapshot.cuts,
      submitted_at: snapshot.submittedAt,
      registered_at: snapshot.registeredAt,
      last_review_action: snapshot.lastReviewAction,
      last_reviewed_at: snapshot.lastReviewedAt,
      last_reviewer_id: snapshot.lastReviewerId,
    },
  };
}

function outcomeOf(answer: Answer): MirrorOutcome {
  if (!answer.applies) return "older";
  return answer.is_new || answer.fields.length > 0 ? "changed" : "unchanged";
}

function summarize(answers: Answer[], { source }: MirrorOrigin): MirrorResult {
  const outcomes = answers.map(outcomeOf);
  const withOutcome = (wanted: MirrorOutcome) => answers.filter((_, at) => outcomes[at] === wanted);
  const idsOf = (some: Answer[]) => [...new Set(some.map((answer) => answer.participant_id))];
  return {
    changed: idsOf(withOutcome("changed")),
    unchanged: idsOf(withOutcome("unchanged")),
    older: idsOf(withOutcome("older")),
    drift: source === "reconcile" ? withOutcome("changed").map(driftOf) : [],
    outcomes,
  };
}

function driftOf(answer: Answer): ParticipantDrift {
  const { participant_id: participantId, fields } = answer;
  if (answer.is_new || answer.was_removed) return { participantId, fields, cause: "missing_here" };
  const isCancelled = answer.status === "cancelled" && fields.includes("status");
  return { participantId, fields, cause: isCancelled ? "cancelled" : "missed_delivery" };
}
