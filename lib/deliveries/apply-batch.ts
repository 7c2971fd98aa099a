import { endGrant, isInDoubt, ROUNDED_AWAY_MS } from "@/lib/grants/end-grant";
import { endSessionsGivenBy } from "@/lib/grants/end-sessions-given-by";
import type { EventChange } from "@/lib/live/change-event";
import type { MirrorOutcome } from "@/lib/mirror/mirror-rows";
import { mirrorParticipants } from "@/lib/participants/mirror-participants";
import { ACTIVITIES, EVENT, mirrorProgram } from "@/lib/program/mirror-program";
import type { Delivery, Outcome } from "./delivery";
import { type Plan, type PlannedDelivery, planDelivery } from "./plan-delivery";

/** The connection of an event that goes on. */
export type LiveConnection = { organizationId: string; isPreparing: boolean };

/** What became of a delivery, or why it could not be applied. */
export type Attempted = { outcome: Outcome } | { error: unknown };

/**
 * Applies deliveries of one event whose connection goes on, in their order per resource: together, and one by one
 * where that fails, so that one that cannot be applied does not hold up its neighbours. Rejects only when the
 * database connection is gone.
 */
export async function applyBatch(
  change: EventChange,
  deliveries: readonly Delivery[],
  connection: LiveConnection,
): Promise<Map<string, Attempted>> {
  const attempted = new Map<string, Attempted>();
  const planned: PlannedDelivery[] = [];
  for (const delivery of deliveries) {
    try {
      planned.push(planFor(delivery, change.eventId, connection));
    } catch (error) {
      attempted.set(delivery.deliveryId, { error });
    }
  }
  for (const [id, one] of await applyTogetherOrSingly(change, planned)) attempted.set(id, one);
  return attempted;
}

/** While the mirror is being emptied nothing goes into it. */
function planFor(
  delivery: Delivery,
  eventId: string,
  { organizationId, isPreparing }: LiveConnection,
): PlannedDelivery {
  const planned = planDelivery(delivery, { eventId, organizationId });
  const isOurs = planned.plan.step === "revoke_user" || planned.plan.step === "none";
  if (!isPreparing || isOurs) return planned;
  return { delivery, plan: { step: "none", outcome: "before_sync" } };
}

async function applyTogetherOrSingly(
  change: EventChange,
  planned: readonly PlannedDelivery[],
): Promise<Map<string, Attempted>> {
  const attempted = new Map<string, Attempted>();
  const keep = (outcomes: ReadonlyMap<string, Outcome>) => {
    for (const [id, outcome] of outcomes) attempted.set(id, { outcome });
  };
  try {
    keep(await change.attempt((inner) => applyDeliveries(inner, planned)));
    return attempted;
  } catch {
    // Somewhere among them is one that cannot be applied.
  }
  for (const one of planned) {
    try {
      keep(await change.attempt((inner) => applyDeliveries(inner, [one])));
    } catch (error) {
      attempted.set(one.delivery.deliveryId, { error });
    }
  }
  return attempted;
}

const OUTCOMES: Record<MirrorOutcome, Outcome> = {
  changed: "applied",
  unchanged: "unchanged",
  older: "older",
};

type Of<Step extends Plan["step"]> = { id: string; plan: Extract<Plan, { step: Step }> };

/** Applies planned deliveries of one event, in their order per resource. Answers what became of each, by its id. */
export async function applyDeliveries(
  change: EventChange,
  planned: readonly PlannedDelivery[],
): Promise<Map<string, Outcome>> {
  const { sql, eventId, changed } = change;
  const outcomes = new Map<string, Outcome>();
  await applyToParticipants(change, only(planned, "participant"), outcomes);
  await applyToActivities(change, only(planned, "activity"), outcomes);
  const events = only(planned, "event");
  const rows = events.map(broughtRow);
  const mirrored = await mirrorProgram(sql, eventId, EVENT, rows, "webhook");
  keepOutcomes(events, mirrored.outcomes, outcomes);
  if (mirrored.changed.length > 0) changed("event");
  for (const { id, plan } of only(planned, "revoke_user")) {
    outcomes.set(id, await revoke(change, plan));
  }
  for (const { id, plan } of only(planned, "none")) outcomes.set(id, plan.outcome);
  return outcomes;
}

/** Ends the grant that the person took back (contract 7.5), not a newer one. */
async function revoke(
  change: EventChange,
  { userId, occurredAt }: Extract<Plan, { step: "revoke_user" }>,
): Promise<Outcome> {
  const end = { cause: "user.revoked_access", givenBy: occurredAt };
  if (await endGrant(change, userId, end)) return "applied";
  const { sql, eventId, changed } = change;
  const inDoubt = await isInDoubt(change, userId, occurredAt);
  const givenBy = inDoubt ? new Date(occurredAt.getTime() - ROUNDED_AWAY_MS) : occurredAt;
  const touched = await endSessionsGivenBy(sql, eventId, [userId], givenBy);
  if (touched.length > 0) changed("grants", touched);
  if (inDoubt) return "in_doubt";
  return touched.length > 0 ? "applied" : "unchanged";
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
  { sql, eventId, changed }: EventChange,
  planned: Of<"participant">[],
  outcomes: Map<string, Outcome>,
): Promise<void> {
  if (planned.length === 0) return;
  const rows = planned.map(broughtRow);
  const origin = { source: "webhook", kind: "webhook" } as const;
  const mirrored = await mirrorParticipants(sql, eventId, rows, origin);
  keepOutcomes(planned, mirrored.outcomes, outcomes);
  if (mirrored.changed.length > 0) changed("participants", mirrored.changed);
}

async function applyToActivities(
  { sql, eventId, changed }: EventChange,
  planned: Of<"activity">[],
  outcomes: Map<string, Outcome>,
): Promise<void> {
  if (planned.length === 0) return;
  const rows = planned.map(broughtRow);
  const mirrored = await mirrorProgram(sql, eventId, ACTIVITIES, rows, "webhook");
  keepOutcomes(planned, mirrored.outcomes, outcomes);
  if (mirrored.changed.length > 0) changed("program", mirrored.changed);
}

function broughtRow<Row extends object>({ id, plan }: { id: string; plan: { row: Row } }) {
  return { ...plan.row, brought: { deliveryId: id } };
}

function keepOutcomes(
  planned: readonly { id: string }[],
  mirrored: readonly MirrorOutcome[],
  into: Map<string, Outcome>,
): void {
  for (const [at, { id }] of planned.entries()) into.set(id, OUTCOMES[mirrored[at] ?? "older"]);
}
