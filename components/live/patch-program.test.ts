import { expect, test } from "vitest";
import { diffProgram } from "@/lib/portal/diff-program";
import type { PortalProgramView } from "@/lib/portal/portal-program-view";
import type { ActivityView } from "@/lib/program/program-view";
import { patchProgram } from "./patch-program";

const VERSION = { epoch: 1, seq: 1 };

function activity(n: number, more: Partial<ActivityView> = {}): ActivityView {
  return {
    activityId: `act_${n}`,
    title: `Activity ${n}`,
    description: "About it",
    startsAt: `2026-12-0${1 + (n % 5)}T10:00:00.000Z`,
    endsAt: null,
    status: "scheduled",
    thread: null,
    place: "Hall",
    capacity: 10,
    signedUpCount: n,
    waitlistCount: 0,
    capacityState: "open",
    ...more,
  };
}

function program(activities: ActivityView[], more: Partial<PortalProgramView> = {}) {
  const days = [{ date: "2026-12-01", title: null }];
  return { timezone: "Europe/Zagreb", days, activities, left: 0, version: VERSION, ...more };
}

test("a capacity that changed is told as the numbers that changed", () => {
  const before = program([activity(1), activity(2)]);
  const after = program([activity(1), activity(2, { signedUpCount: 10, capacityState: "full" })]);
  expect(diffProgram(before, after)).toEqual({
    changed: [{ activityId: "act_2", signedUpCount: 10, capacityState: "full" }],
    added: [],
  });
  expect(diffProgram(before, before)).toBeNull();
});

test("whatever becomes of a program, its patch makes the same of what a page shows", () => {
  let seed = 11;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return (seed >>> 8) % below;
  };
  let shown = program([]);
  for (let step = 0; step < 300; step += 1) {
    const known = shown.activities.filter(() => random(6) > 0);
    const changed = known.map((each) =>
      random(3) === 0
        ? {
            ...each,
            signedUpCount: random(9),
            place: random(2) ? null : "Attic",
            startsAt: activity(random(5)).startsAt,
          }
        : each,
    );
    const added = Array.from({ length: random(3) }, () => activity(100 + step * 3 + random(3)));
    const all = [
      ...new Map([...changed, ...added].map((each) => [each.activityId, each])).values(),
    ];
    all.sort((a, b) => (random(4) === 0 ? 1 : (a.startsAt ?? "").localeCompare(b.startsAt ?? "")));
    const next = program(all, {
      timezone: random(9) === 0 ? null : "Europe/Zagreb",
      left: random(3),
      days: random(5) === 0 ? [] : shown.days,
    });
    const patch = diffProgram(shown, next);
    if (patch) shown = patchProgram(shown, JSON.parse(JSON.stringify(patch)));
    expect(shown).toEqual(next);
  }
});
