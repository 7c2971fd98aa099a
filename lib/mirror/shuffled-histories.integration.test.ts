import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { RESOURCES, type Said } from "@/testing/mirrored-row";
import { plantConnection } from "@/testing/plant-connection";

const T = Date.parse("2026-03-01T10:00:00Z");
const STATUSES = ["pending", "approved", "rejected", "cancelled"];

/** Microseconds after the beginning, as Revento writes them. */
function at(micros: number): string {
  const text = new Date(T + Math.floor(micros / 1_000)).toISOString();
  return text.replace("Z", `${String(micros % 1_000).padStart(3, "0")}Z`);
}

/** A change at Revento. Its delivery may be stamped more coarsely than its snapshot; the last may have none (4.5, A). */
type Change = Said & { own: string; micros: number; occurredAt: string };
/** A copy of a delivery, or a page that shows some state of the past. */
type Arrival = { kind: "delivery"; change: number } | { kind: "page"; shows: number; late: number };
type History = { changes: Change[]; arrivals: Arrival[]; isLastTold: boolean };

const GRAINS = [1, 1_000, 1_000_000];

const histories: fc.Arbitrary<History> = fc
  .record({
    grain: fc.constantFrom(...GRAINS),
    steps: fc.array(
      fc.record({
        status: fc.constantFrom(...STATUSES),
        gap: fc.oneof(
          fc.integer({ min: 1, max: 3 }),
          fc.integer({ min: 1, max: 2_000 }),
          fc.integer({ min: 1, max: 3_000_000 }),
        ),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .chain(({ grain, steps }) => {
    let micros = 0;
    const changes = steps.map(({ status, gap }) => {
      micros += gap;
      const stamp = Math.floor(micros / grain) * grain;
      return { status, micros, own: at(micros), occurredAt: at(stamp) };
    });
    const some = fc.nat(changes.length - 1);
    const page = fc.record({
      kind: fc.constant("page" as const),
      shows: some,
      late: fc.integer({ min: 0, max: 500_000_000 }),
    });
    const copy = some.map((change): Arrival => ({ kind: "delivery", change }));
    return fc
      .record({
        again: fc.array(copy, { maxLength: 6 }),
        pages: fc.array(page, { maxLength: 6 }),
        isLastTold: fc.boolean(),
      })
      .chain(({ again, pages, isLastTold }) => {
        const told = changes.map((_, change): Arrival => ({ kind: "delivery", change }));
        const last = changes.length - 1;
        const isTold = (one: Arrival) =>
          isLastTold || one.kind === "page" || one.change !== last || last === 0;
        const all = [...told, ...again, ...pages].filter(isTold);
        return fc
          .shuffledSubarray(all, { minLength: all.length })
          .map((arrivals) => ({ changes, arrivals, isLastTold }));
      });
  });

let eventId = "";
beforeAll(async () => {
  eventId = await plantConnection();
});

/** What page or delivery may show: a page is read when all it shows has happened, and up to minutes later. */
async function play(name: string, { changes, arrivals }: History): Promise<string | undefined> {
  const row = RESOURCES[name]?.(eventId);
  const newest = changes.at(-1);
  if (!row || !newest) throw new Error("nothing to play");
  for (const one of arrivals) {
    const change = changes[one.kind === "page" ? one.shows : one.change];
    if (!change) continue;
    if (one.kind === "page") await row.read(change, at(change.micros + one.late));
    else await row.deliver(change, change.occurredAt);
  }
  // What no delivery told is in the next page of a copy that has caught up.
  await row.read(newest, at(newest.micros + 500_000_000));
  return row.statusOf();
}

test.each(Object.keys(RESOURCES))(
  "histories of %s in any order, with equal and nearly equal moments, stale pages and duplicates, end in Revento's state",
  async (name) => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        expect(await play(name, history)).toBe(history.changes.at(-1)?.status);
      }),
      { numRuns: 120 },
    );
  },
);

test.each(Object.keys(RESOURCES))(
  "and need no page at all where every change of %s was told",
  async (name) => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ changes, arrivals }) => {
        const row = RESOURCES[name]?.(eventId);
        const told = arrivals.flatMap((one) =>
          one.kind === "page" ? [] : (changes[one.change] ?? []),
        );
        for (const change of told) await row?.deliver(change, change.occurredAt);
        const newest = told.reduce((a, b) => (b.micros > a.micros ? b : a));
        expect(await row?.statusOf()).toBe(newest.status);
      }),
      { numRuns: 60 },
    );
  },
);
