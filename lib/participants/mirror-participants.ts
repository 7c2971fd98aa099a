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
  source: "sync" | "webhook" | "reconcile";
  /** What history entries are called: a delivery's type, or "reconcile". */
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
};

type Outcome = {
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
  const outcomes: Outcome[] = [];
  for (const round of splitIntoRounds(rows, (row) => row.snapshot.participantId)) {
    const answer = await sql.query<Outcome>({
      name: "mirror-participants",
      text: MIRROR_STATEMENT,
      values: [
        eventId,
        JSON.stringify(round.map((row) => toIncoming(row, origin))),
        MIRRORED_COLUMNS,
        origin.runId ?? null,
        origin.source,
        origin.kind,
      ],
    });
    outcomes.push(...answer.rows);
  }
  return summarize(outcomes, origin);
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
      submitted_at: snapshot.submittedAt,
      registered_at: snapshot.registeredAt,
      last_review_action: snapshot.lastReviewAction,
      last_reviewed_at: snapshot.lastReviewedAt,
      last_reviewer_id: snapshot.lastReviewerId,
    },
  };
}

function summarize(outcomes: Outcome[], origin: MirrorOrigin): MirrorResult {
  const isChanged = (row: Outcome) => row.applies && (row.is_new || row.fields.length > 0);
  const idsOf = (rows: Outcome[]) => [...new Set(rows.map((row) => row.participant_id))];
  const changed = outcomes.filter(isChanged);
  const applied = outcomes.filter((row) => row.applies && !isChanged(row));
  return {
    changed: idsOf(changed),
    unchanged: idsOf(applied),
    older: idsOf(outcomes.filter((row) => !row.applies)),
    drift: origin.source === "reconcile" ? changed.map(driftOf) : [],
  };
}

function driftOf(row: Outcome): ParticipantDrift {
  const { participant_id: participantId, fields } = row;
  if (row.is_new || row.was_removed) return { participantId, fields, cause: "missing_here" };
  const isCancelled = row.status === "cancelled" && fields.includes("status");
  return { participantId, fields, cause: isCancelled ? "cancelled" : "missed_delivery" };
}
