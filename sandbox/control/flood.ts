import { z } from "zod";
import { requireEvent } from "../platform/find-event";
import type { Platform } from "../platform/platform";
import { type ReviewOutcome, reviewApplication } from "../platform/review-application";
import { Random } from "../seed/random";

const Flood = z.object({
  event_id: z.string(),
  count: z.number().int().min(1).max(100_000),
  concurrency: z.number().int().min(1).max(256).default(1),
  duplicates: z.number().min(0).max(1).default(0),
  shuffle: z.boolean().default(false),
  wait: z.boolean().default(true),
});

const OUTCOMES: readonly [ReviewOutcome, ...ReviewOutcome[]] = [
  "approved",
  "rejected",
  "revision_requested",
];
const PATIENCE_MS = 10 * 60_000;

/**
 * Changes `count` applications at once (one may be changed several times) and sends it all, some
 * twice, shuffled if asked. Answers the final status by application id: after the first attempt of
 * each, or at once with `wait: false`.
 */
export async function flood(platform: Platform, raw: unknown) {
  const input = Flood.parse(raw);
  const { store, webhooks } = platform;
  requireEvent(platform, input.event_id);
  const random = new Random(`flood/${input.event_id}/${platform.clock.now()}`);
  webhooks.widen(input.event_id, input.concurrency);
  const expected = store.transaction(() => {
    const before = lastSeq(platform);
    const statuses = changeApplications(platform, input.event_id, input.count, random);
    scramble(platform, before, input, random);
    return statuses;
  });
  const settled = input.wait ? await webhooks.settle(PATIENCE_MS) : false;
  if (input.wait) webhooks.widen(input.event_id, 1);
  return { expected: Object.fromEntries(expected), changes: input.count, settled };
}

function changeApplications(
  platform: Platform,
  eventId: string,
  count: number,
  random: Random,
): Map<string, string> {
  const open = platform.store.rows<{ id: string }>(
    `SELECT application_id AS id FROM participants
     WHERE event_id = ? AND application_id IS NOT NULL AND application_status <> 'cancelled'`,
    eventId,
  );
  const statuses = new Map<string, string>();
  for (let change = 0; change < count; change += 1) {
    const applicationId = open[random.between(0, open.length - 1)]?.id;
    if (applicationId === undefined) break;
    const outcome = random.pick(OUTCOMES);
    reviewApplication(platform, { applicationId, outcome });
    statuses.set(applicationId, outcome);
  }
  return statuses;
}

/** Marks some of the new deliveries to be sent twice, and gives them new places in the line. */
function scramble(
  platform: Platform,
  before: number,
  input: { duplicates: number; shuffle: boolean },
  random: Random,
): void {
  const { store } = platform;
  const rows = store.rows<{ seq: number }>("SELECT seq FROM deliveries WHERE seq > ?", before);
  for (const { seq } of rows) {
    if (!random.chance(input.duplicates)) continue;
    store.run("UPDATE deliveries SET fault = COALESCE(fault, 'duplicate') WHERE seq = ?", seq);
  }
  if (!input.shuffle) return;
  const top = lastSeq(platform);
  const places = rows
    .map(({ seq }) => ({ seq, weight: random.next() }))
    .sort((a, b) => a.weight - b.weight);
  places.forEach(({ seq }, index) => {
    store.run("UPDATE deliveries SET seq = ? WHERE seq = ?", top + 1 + index, seq);
  });
}

function lastSeq(platform: Platform): number {
  const row = platform.store.row<{ seq: number | null }>("SELECT MAX(seq) AS seq FROM deliveries");
  return row?.seq ?? 0;
}
