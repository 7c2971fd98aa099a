import type { Page } from "@playwright/test";
import type { ProgramView } from "@/lib/program/program-view";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { EVENT, expect, test } from "@/testing/portal-fixtures";
import { untilMirrored } from "@/testing/until-mirrored";

test.use({ world: "program times", timezoneId: "Europe/Zagreb" });

const DAY_MS = 86_400_000;

/** Midnight in Zagreb of the event's first day, in winter. */
async function firstMidnight(page: Page): Promise<number> {
  const answer = await page.request.get(`/api/events/${EVENT}/program`);
  const { activities } = (await answer.json()) as ProgramView;
  const first = Date.parse(activities[0]?.startsAt ?? "");
  return Math.floor((first + 3_600_000) / DAY_MS) * DAY_MS - 3_600_000;
}

test("sessions over days, all day and of impossible times say so, to organizers and participants", async ({
  page,
  asOrganizer: _,
  foyer,
  regular,
  signIn,
}) => {
  const midnight = await firstMidnight(page);
  const iso = (hours: number) => new Date(midnight + hours * 3_600_000).toISOString();
  const times: [string, number, number][] = [
    ["Long hackathon", 18, 60],
    ["Expo", 24, 48],
    ["Time machine", 13, 12],
  ];
  for (const [at, [title, from, to]] of times.entries()) {
    await foyer.control("act", {
      action: "update_activity",
      activity_id: `act_harbor_1_1_${at + 1}`,
      title,
      starts_at: iso(from),
      ends_at: iso(to),
    });
  }
  await untilMirrored(foyer);
  await page.goto(`/events/${EVENT}/program`);
  const rowsOf = (title: string) =>
    page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: title, exact: true }) });
  await expect(rowsOf("Long hackathon").nth(0)).toContainText(/18:00 – \w{3} \d+ \w{3}, 12:00/);
  await expect(rowsOf("Long hackathon").nth(1)).toContainText(/until \w{3} \d+ \w{3}, 12:00/);
  await expect(rowsOf("Long hackathon").nth(2)).toContainText("until 12:00");
  await expect(rowsOf("Expo")).toContainText("All day");
  await expect(rowsOf("Time machine")).toContainText("13:00 – 12:00 (ends before it begins)");
  await page.goto(`/events/${EVENT}/program?view=timetable`);
  const allDay = page.getByRole("list", { name: "All day, or without a time" }).first();
  await expect(allDay).toContainText("Expo");
  await expect(allDay).toContainText("Long hackathon");
  await expectSoundScreen(page);
  await signIn(page.context(), await regular("approved"));
  await page.goto(`/portal/${EVENT}/program`);
  await expect(rowsOf("Long hackathon").nth(2)).toContainText("until 12:00");
  await expect(rowsOf("Expo")).toContainText("All day");
  await expectSoundScreen(page);
});
