import type { Locator, Page } from "@playwright/test";
import type { PlacedActivityView, ProgramView } from "@/lib/program/program-view";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { expect, test } from "@/testing/fixtures";
import { PROGRAM_SCREENS } from "@/testing/screens";

const EVENT = "evt_harbor";
const PROGRAM = `/events/${EVENT}/program`;

// One's own world: these journeys move activities about.
test.use({ world: "program", timezoneId: "America/New_York" });
test.beforeEach(({ asOrganizer: _ }) => {});

async function programOf(page: Page): Promise<ProgramView> {
  return (await (await page.request.get(`/api/events/${EVENT}/program`)).json()) as ProgramView;
}

const row = (page: Page, { activityId }: { activityId: string }): Locator =>
  page.locator(`[id="activity-${activityId}"]`);

function theOne<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`the seed has no ${what}`);
  return found;
}

const hasRoom = ({ capacity, signedUpCount, status }: PlacedActivityView) =>
  status === "scheduled" && capacity !== null && capacity - (signedUpCount ?? 0) > 5;

test("sign-ups fill an activity before one's eyes", async ({ page, foyer }) => {
  const activity = theOne((await programOf(page)).activities.find(hasRoom), "activity with room");
  const { capacity, signedUpCount } = activity;
  await page.goto(PROGRAM);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  await expect(row(page, activity)).toContainText(`${signedUpCount} of ${capacity} signed up`);
  const rest = (capacity ?? 0) - (signedUpCount ?? 0);
  await foyer.control("act", {
    action: "sign_up",
    activity_id: activity.activityId,
    count: rest + 2,
  });
  await expect(row(page, activity)).toContainText(`${capacity} of ${capacity} signed up`);
  await expect(row(page, activity)).toContainText("Full");
  await expect(row(page, activity)).toContainText("2 waiting");
});

test("during the event one sees what is on and what comes next, on the event's own clock", async ({
  page,
}) => {
  const { activities } = await programOf(page);
  const scheduled = activities.filter((each) => each.startsAt && each.status === "scheduled");
  const current = theOne(scheduled[0], "activity");
  const coming = theOne(
    scheduled.find((each) => (each.startsAt ?? "") > (current.startsAt ?? "")),
    "later activity",
  );
  await page.clock.setFixedTime(Date.parse(current.startsAt ?? "") + 600_000);
  await page.goto(PROGRAM);
  await expect(page.getByText("All times are Zagreb time; yours is New York time")).toBeVisible();
  const now = page.getByRole("region", { name: "Now" });
  await expect(now).toContainText(current.title);
  await expect(row(page, current).getByText("Now", { exact: true })).toBeVisible();
  await expect(row(page, coming).getByText("Next", { exact: true })).toBeVisible();

  await page.getByRole("region", { name: "Next" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/activity=act_/);
  await expect(page.locator("li[aria-current=true]")).toBeFocused();
  await expect(page.locator("li[aria-current=true]")).toContainText("Next");
});

test("an activity has an address that others can open", async ({ page }) => {
  const activity = theOne((await programOf(page)).activities.at(-1), "activity");
  await page.goto(`${PROGRAM}?activity=${activity.activityId}`);
  await expect(row(page, activity)).toBeInViewport();
  await expect(row(page, activity)).toHaveAttribute("aria-current", "true");
  await expect(row(page, activity).getByRole("button", { name: "Copy link" })).toBeVisible();
  await row(page, activity)
    .getByRole("button", { name: `Close ${activity.title}` })
    .click();
  await expect(page).not.toHaveURL(/activity=/);
  await expect(row(page, activity).getByRole("button", { name: "Copy link" })).toHaveCount(0);
  await page.goto(`${PROGRAM}?activity=act_nobody`);
  await expect(page.getByText("not on the program (any more)")).toBeVisible();
});

test("in the timetable a line shows the moment, and an activity opens", async ({ page }) => {
  const { activities } = await programOf(page);
  const activity = theOne(
    activities.find((each) => each.startsAt && each.status === "scheduled"),
    "activity",
  );
  await page.clock.setFixedTime(Date.parse(activity.startsAt ?? "") + 600_000);
  await page.goto(`${PROGRAM}?view=timetable`);
  const block = row(page, activity);
  await expect(block).toContainText("Now");
  const [line, around] = await Promise.all([
    page.locator("[data-now]").first().boundingBox(),
    block.boundingBox(),
  ]);
  expect(line?.y).toBeGreaterThan(around?.y ?? Number.POSITIVE_INFINITY);
  expect(line?.y).toBeLessThan((around?.y ?? 0) + (around?.height ?? 0));
  await block.getByRole("link", { name: activity.title }).click();
  const opened = page.getByRole("region", { name: activity.title });
  await expect(opened).toBeInViewport();
  await opened.getByRole("button", { name: `Close ${activity.title}` }).click();
  await expect(opened).toHaveCount(0);
});

test("one place that is needed twice is flagged with what needs it, until one of them moves", async ({
  page,
  foyer,
}) => {
  const { activities, overlaps } = await programOf(page);
  const overlap = theOne(overlaps[0], "overlap");
  const [one, other] = [overlap, ...overlap.first].map(({ activityId: id }) =>
    theOne(
      activities.find((each) => each.activityId === id),
      id,
    ),
  );
  if (!one || !other) throw new Error("an overlap is between two");
  await page.goto(PROGRAM);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  // Said once: by the later of the two, and by the other when it is opened.
  await expect(row(page, other)).toContainText(`Same place as ${one.title}`);
  await expect(row(page, one)).toContainText("Place taken twice");
  await row(page, one).getByRole("link", { name: one.title }).click();
  await expect(row(page, one)).toContainText(`Same place as ${other.title}`);
  const pairs = overlaps.reduce((sum, { count }) => sum + count, 0) / 2;
  const chip = page.getByRole("button", { name: `Overlaps of a place ${pairs}` });
  await chip.click();
  await expect(page).toHaveURL(/show=overlaps/);
  await expect(page.locator("li[id^=activity-]")).toHaveCount(overlaps.length);

  const apart = { action: "update_activity", activity_id: one.activityId, status: "cancelled" };
  await foyer.control("act", apart);
  await expect(row(page, one)).toHaveCount(0);
  await page.getByRole("button", { name: /Overlaps of a place/ }).click();
  await expect(row(page, one)).toContainText(/cancelled/i);
  await expect(row(page, one)).not.toContainText("Same place as");
});

test("the program is ordered by thread and by place, and searched by title", async ({ page }) => {
  const { activities, threads } = await programOf(page);
  await page.goto(PROGRAM);
  await page.getByRole("radio", { name: "By thread" }).check();
  await expect(page).toHaveURL(/by=thread/);
  for (const { title } of threads) {
    await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  }
  await page.getByRole("radio", { name: "By place" }).check();
  const place = theOne(activities.find((each) => each.place)?.place ?? undefined, "place");
  await expect(page.getByRole("region", { name: place })).toBeVisible();

  const search = page.getByLabel("Search the program");
  await search.fill("KNOTS begin");
  await expect(page).toHaveURL(/q=KNOTS/);
  const knots = activities.filter((each) => each.title === "Knots for beginners");
  await expect(page.locator("li[id^=activity-]")).toHaveCount(knots.length);
  await search.fill("nothing is called this");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(search).toHaveValue("");
  await expect(page.locator("li[id^=activity-]")).toHaveCount(activities.length);
});

for (const { name, path, isLoadedAnew } of PROGRAM_SCREENS) {
  test(`${name} is free of axe findings and never scrolls sideways`, async ({ page }) => {
    const show = async () => {
      await page.goto(path);
      await page.getByRole("heading", { level: 2 }).first().waitFor();
    };
    await show();
    const widths = [320, 1440];
    await expectSoundScreen(page, { widths, sideways: "page", ...(isLoadedAnew && { show }) });
  });
}

test("a program of a thousand activities comes in parts, and a day is reached before one has scrolled to it", async ({
  page,
  foyer,
}) => {
  await foyer.database.query(
    `INSERT INTO activities (event_id, activity_id, title, starts_at, ends_at, version_at, mirrored_at)
     SELECT $1, 'act_many_' || n, 'Talk ' || n, at, at + interval '30 minutes', now(), now()
     FROM (SELECT n, '2030-05-01T08:00:00Z'::timestamptz + n / 250 * interval '1 day' + n % 250 * interval '2 minutes' AS at
       FROM generate_series(0, 999) n) talks`,
    [EVENT],
  );
  await page.goto(PROGRAM);
  const rows = page.locator("[id^=activity-]");
  const count = (await programOf(page)).activities.length;
  expect(count).toBeGreaterThan(1_000);
  expect(await rows.count()).toBeLessThan(count / 2);
  const last = page.getByRole("link", { name: /4 May/ });
  await last.click();
  await expect(page.getByRole("region", { name: /4 May/ }).getByText("Talk 750")).toBeInViewport();
  await expect(async () => {
    await page.keyboard.press("End");
    expect(await rows.count()).toBe(count);
  }).toPass();
  await expect(page.getByText("Talk 999")).toBeVisible();
});

test("on paper the whole program stands, and nothing that is pressed", async ({ page }) => {
  const { activities } = await programOf(page);
  await page.goto(PROGRAM);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByLabel("Search the program")).toBeHidden();
  await expect(page.getByRole("navigation").first()).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("li[id^=activity-]")).toHaveCount(activities.length);
  const [content, sheet] = await page.evaluate(() => {
    const main = document.querySelector("main");
    return [main?.scrollHeight, main?.clientHeight];
  });
  expect(sheet).toBe(content);
});
