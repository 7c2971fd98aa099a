import type { Sql } from "@/lib/db";
import { endGrant } from "@/lib/grants/end-grant";
import { endSessionsGivenBy } from "@/lib/grants/end-sessions-given-by";
import { type MirrorOutcome, mirrorParticipants } from "@/lib/participants/mirror-participants";
import { mirrorActivities } from "@/lib/program/mirror-activities";
import { mirrorEvent } from "@/lib/program/mirror-event";
import type { Outcome } from "./delivery";
import type { Plan, PlannedDelivery } from "./plan-delivery";

/** What became of each delivery, by its id, and what open pages should fetch again. */
export type Applied = {
  outcomes: Map<string, Outcome>;
  participants: Set<string>;
  activities: Set<string>;
  /** Users whose grant ended. */
  grants: Set<string>;
  event: boolean;
};

const OUTCOMES: Record<MirrorOutcome, Outcome> = {
  changed: "applied",
  unchanged: "unchanged",
  older: "older",
};

type Of<Step extends Plan["step"]> = { id: string; plan: Extract<Plan, { step: Step }> };

/** Applies planned deliveries of one event, in their order per resource. Under `lockMirror`. */
export async function applyDeliveries(
  sql: Sql,
  eventId: string,
  planned: readonly PlannedDelivery[],
): Promise<Applied> {
  const applied = emptyApplied();
  await applyToParticipants(sql, eventId, only(planned, "participant"), applied);
  await applyToActivities(sql, eventId, only(planned, "activity"), applied);
  for (const { id, plan } of only(planned, "event")) {
    const { changed, older } = await mirrorEvent(sql, eventId, plan.row, "webhook");
    applied.event ||= changed;
    applied.outcomes.set(id, older ? "older" : changed ? "applied" : "unchanged");
  }
  for (const { id, plan } of only(planned, "revoke_user")) {
    // The grant that the person took back (contract 7.5), not a newer one.
    const end = { cause: "user.revoked_access", givenBy: plan.occurredAt };
    const ended =
      (await endGrant(sql, eventId, plan.userId, end)) ||
      (await endSessionsGivenBy(sql, eventId, [plan.userId], plan.occurredAt)).length > 0;
    if (ended) applied.grants.add(plan.userId);
    applied.outcomes.set(id, ended ? "applied" : "unchanged");
  }
  for (const { id, plan } of only(planned, "none")) applied.outcomes.set(id, plan.outcome);
  return applied;
}

export function emptyApplied(): Applied {
  return {
    outcomes: new Map(),
    participants: new Set(),
    activities: new Set(),
    grants: new Set(),
    event: false,
  };
}

export function joinApplied(into: Applied, more: Applied): void {
  for (const [id, outcome] of more.outcomes) into.outcomes.set(id, outcome);
  for (const id of more.participants) into.participants.add(id);
  for (const id of more.activities) into.activities.add(id);
  for (const id of more.grants) into.grants.add(id);
  into.event ||= more.event;
}

function only<Step extends Plan["step"]>(
  planned: readonly PlannedDelivery[],
  step: Step,
): Of<Step>[] {
  const isWanted = (plan: Plan): plan is Extract<Plan, { step: Step }> => plan.step === step;
  return planned.flatMap(({ delivery, plan }) =>
    isWanted(plan) ? [{ id: delivery.deliveryId, plan }] : [],
  );
}

async function applyToParticipants(
  sql: Sql,
  eventId: string,
  planned: Of<"participant">[],
  applied: Applied,
): Promise<void> {
  if (planned.length === 0) return;
  const rows = planned.map(({ plan }) => plan.row);
  const origin = { source: "webhook", kind: "webhook" } as const;
  const { outcomes, changed } = await mirrorParticipants(sql, eventId, rows, origin);
  for (const [at, { id }] of planned.entries()) {
    applied.outcomes.set(id, OUTCOMES[outcomes[at] ?? "older"]);
  }
  for (const id of changed) applied.participants.add(id);
}

async function applyToActivities(
  sql: Sql,
  eventId: string,
  planned: Of<"activity">[],
  applied: Applied,
): Promise<void> {
  if (planned.length === 0) return;
  const rows = planned.map(({ plan }) => plan.row);
  const { outcomes, changed } = await mirrorActivities(sql, eventId, rows);
  for (const [at, { id }] of planned.entries()) {
    applied.outcomes.set(id, OUTCOMES[outcomes[at] ?? "older"]);
  }
  for (const id of changed) applied.activities.add(id);
}
