import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import ICAL from "ical.js";
import type { ActivityView, PublicProgramView } from "@/lib/program/program-view";
import { EVENT, expect, test } from "@/testing/portal-fixtures";

type Dated = ActivityView & { startsAt: string; thread: string };

/** Two at the same time, and one at another. */
async function chooseThree(page: Page, appUrl: string): Promise<[Dated, Dated, Dated]> {
  const answer = await page.request.get(`${appUrl}/api/portal/${EVENT}/program`);
  const { activities } = (await answer.json()) as PublicProgramView;
  const dated = activities.filter(
    (each): each is Dated => each.status === "scheduled" && !!each.startsAt && !!each.thread,
  );
  for (const one of dated) {
    const same = dated.find((each) => each.startsAt === one.startsAt && each.title !== one.title);
    const later = dated.find((each) => each.startsAt > one.startsAt);
    if (same && later) return [one, same, later];
  }
  throw new Error("the seed has no two activities at one time");
}

/** An activity's row: in one thread there is one activity at a time. */
function rowOf(page: Page, { title, thread, startsAt }: Dated): Locator {
  return page
    .locator("li", { has: page.locator(`time[datetime="${startsAt}"]`) })
    .filter({ has: page.locator("h3", { hasText: title }) })
    .filter({ hasText: thread });
}

const starOf = (page: Page, activity: Dated) =>
  rowOf(page, activity).getByLabel(`On my agenda: ${activity.title}`);

test("a participant stars what they want to see, sees what overlaps, and takes it into their calendar", async ({
  foyer,
  openPortal,
  takeApplicant,
}) => {
  const page = await openPortal(await takeApplicant("approved"), "/program");
  const chosen = await chooseThree(page, foyer.appUrl);
  const [one, same, later] = chosen;
  for (const activity of chosen) {
    const saved = page.waitForResponse((answer) => answer.request().method() === "PUT");
    await starOf(page, activity).click();
    await expect(starOf(page, activity)).toHaveAttribute("aria-pressed", "true");
    expect((await saved).status()).toBe(200);
  }

  await page.getByRole("link", { name: "My agenda" }).first().click();
  await expect(page).toHaveURL(`${foyer.appUrl}/portal/${EVENT}/agenda`);
  await expect(rowOf(page, one)).toContainText(`At the same time as “${same.title}”`);
  await expect(rowOf(page, same)).toContainText(`At the same time as “${one.title}”`);
  await expect(rowOf(page, later)).not.toContainText("At the same time");

  await test.step("the calendar file holds exactly these, at these times", async () => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "My agenda as a calendar file" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/\.ics$/);
    const text = await readFile(await download.path(), "utf8");
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents("vevent")
      .map((component) => new ICAL.Event(component));
    const found = events.map(({ summary, startDate }) => [summary, startDate.toJSDate().getTime()]);
    const wanted = chosen.map(({ title, startsAt }) => [title, Date.parse(startsAt)]);
    expect(found.sort()).toEqual(wanted.sort());
  });

  await test.step("taking one off ends the conflict, and it stays off", async () => {
    await starOf(page, same).click();
    await expect(rowOf(page, same)).toHaveCount(0);
    await expect(rowOf(page, one)).not.toContainText("At the same time");
    await page.reload();
    await expect(rowOf(page, one)).toBeVisible();
    await expect(rowOf(page, same)).toHaveCount(0);
  });

  await test.step("a change of the program arrives on the open page", async () => {
    await foyer.control("act", {
      action: "update_activity",
      activity_id: later.activityId,
      title: "Moved to the lighthouse",
    });
    await expect(page.getByRole("heading", { name: "Moved to the lighthouse" })).toBeVisible();
  });
});

test("stars follow a person into another browser, and nobody else", async ({
  foyer,
  openPortal,
  otherBrowser,
  signIn,
  takeApplicant,
}) => {
  const person = await takeApplicant("approved");
  const page = await openPortal(person, "/program");
  const [one] = await chooseThree(page, foyer.appUrl);
  const elsewhere = await otherBrowser.newPage();
  await signIn(otherBrowser, person);
  await elsewhere.goto(`${foyer.appUrl}/portal/${EVENT}/agenda`);
  await expect(elsewhere.getByText("Nothing on your agenda yet")).toBeVisible();
  await starOf(page, one).click();
  await expect(rowOf(elsewhere, one)).toBeVisible();

  const somebodyElse = await takeApplicant("approved");
  // A page that is still open would ask on, as nobody.
  await elsewhere.goto("about:blank");
  await otherBrowser.clearCookies();
  await signIn(otherBrowser, somebodyElse);
  await elsewhere.goto(`${foyer.appUrl}/portal/${EVENT}/agenda`);
  await expect(elsewhere.getByText("Nothing on your agenda yet")).toBeVisible();
});

test("the program can be read on one's own clock", async ({ openPortal, takeApplicant }) => {
  const page = await openPortal(await takeApplicant("approved"), "/program");
  await expect(page.getByText("Zagreb time").first()).toBeVisible();
  await page.getByText(/New York time/).click();
  await page.getByRole("link", { name: "My application" }).first().click();
  await page.getByRole("link", { name: "Program" }).first().click();
  await expect(page.getByRole("radio", { name: /New York time/ })).toBeChecked();
});

test.use({ timezoneId: "America/New_York" });
