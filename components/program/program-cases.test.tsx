import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { findConflicts } from "@/components/portal/agenda/conflicts";
import type { PlacedActivityView } from "@/lib/program/program-view";
import { PROGRAM_CASES } from "@/testing/program-cases";
import { hasHoursOn } from "./activity-days";
import { groupByDay } from "./group-by-day";
import { nowAndNext } from "./now-and-next";
import { TimeSpan } from "./time-span";

const textOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, "");

describe.each(PROGRAM_CASES)("an activity of a program: $name", (one) => {
  const { activity, zone } = one;

  test("stands under every day it goes on, with its time there", () => {
    const days = groupByDay({ timezone: zone, days: [], activities: [activity] });
    const shown = days.map(({ key }) => [
      key,
      textOf(renderToStaticMarkup(<TimeSpan activity={activity} zone={zone} day={key} />)),
    ]);
    expect(shown).toEqual(one.days);
  });

  test("is on while it goes on", () => {
    for (const [moment, isOn] of one.now) {
      expect(nowAndNext([activity], Date.parse(moment)).now, moment).toHaveLength(isOn ? 1 : 0);
    }
  });

  test("is in the way of what somebody else wants at that time", () => {
    const other: PlacedActivityView = { ...activity, activityId: "act_2", status: null };
    const start = Date.parse(activity.startsAt ?? "2026-12-01T12:00:00Z") + 60_000;
    other.startsAt = new Date(start).toISOString();
    other.endsAt = new Date(start + 60_000).toISOString();
    expect(findConflicts([activity, other]).has("act_1")).toBe(one.overlaps);
  });

  test("stands among the hours of a timetable only if it has some", () => {
    expect(hasHoursOn(one.days[0]?.[0] ?? "", activity, zone)).toBe(one.hasHours);
  });
});
