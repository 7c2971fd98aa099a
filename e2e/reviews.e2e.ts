import type { Locator, Page } from "@playwright/test";
import { hashSessionId } from "@/lib/session-id";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { expect, test } from "@/testing/fixtures";
import { secondMember } from "@/testing/second-member";

const PERSON = "/events/evt_harbor/applications?selected=ptp_harbor_3";

// What is given here belongs to people whom others look at.
test.use({ world: "reviews" });
test.beforeEach(({ asOrganizer: _ }) => {});

test("an owner says what is rated; two rate it by keys, and what the other gave shows once one has given one's own", async ({
  page,
  browser,
  foyer,
}) => {
  await page.goto("/events/evt_harbor/settings");
  const card = page.getByRole("region", { name: "Reviewing" });
  await card.getByRole("button", { name: "Add a criterion" }).click();
  await card.getByRole("textbox", { name: "Criterion 2" }).fill("Fits the event");
  await card.getByLabel("Scale").nth(1).selectOption("yes_no");
  await card.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("How the team reviews is saved")).toBeVisible();
  await expectSoundScreen(page, { sideways: "page" });

  const context = await browser.newContext({ baseURL: foyer.appUrl });
  await context.addCookies([await secondMember(foyer, "evt_harbor", "reviewer")]);
  const rea = await context.newPage();
  const rating = (of: typeof page) => of.getByRole("region", { name: "Rating", exact: true });
  for (const each of [page, rea]) {
    await each.goto(PERSON);
    await expect(each.getByText("Live", { exact: true }).first()).toBeVisible();
    await expect(rating(each)).toHaveCount(1);
    await expect(rating(each).getByRole("group")).toHaveCount(2);
  }
  const overall = rating(page).getByRole("group", { name: "Overall" });
  const fits = rating(page).getByRole("group", { name: "Fits the event" });
  await page.getByRole("article").getByRole("heading", { level: 2 }).click();
  await page.keyboard.press("4");
  await expect(overall.getByRole("button", { name: "4 of 5" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  // The digit went on to what has no points yet; once more takes them back.
  await page.keyboard.press("2");
  await expect(fits.getByRole("button", { name: "Yes" })).toHaveAttribute("aria-pressed", "true");
  await expect(rating(page)).toContainText("4.5from one rating");
  await page.keyboard.press("2");
  await expect(fits.getByRole("button", { name: "Yes" })).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("2");
  await expect(rating(page)).toContainText("from one rating");

  await expect(rating(rea)).toContainText("What the others think shows once you have rated");
  await rea.getByRole("article").getByRole("heading", { level: 2 }).click();
  await rea.keyboard.press("1");
  await expect(rating(rea)).toContainText("What the others think");
  await rea.keyboard.press("1");
  await expect(rating(rea).getByRole("list", { name: "Ratings of the others" })).toContainText(
    "4.5",
  );
  for (const each of [page, rea]) {
    await expect(rating(each)).toContainText("2.75from 2 ratings, 3.5 apart");
    await expect(rating(each)).toContainText("Wide disagreement");
  }
  await rating(rea).getByRole("button", { name: "Add a comment" }).click();
  await rea.keyboard.type("Too thin 555");
  await rea.keyboard.press("Control+Enter");
  await expect(rating(page)).toContainText("Too thin 555");
  await rea.getByRole("article").getByRole("heading", { level: 2 }).click();
  await rea.keyboard.press("a");
  await expect(rating(rea).getByRole("button", { name: "Abstained" })).toBeVisible();
  await expect(rating(page)).toContainText("abstained");
  await expect(rating(page)).toContainText("4.5from one rating");
  await expectSoundScreen(page, { sideways: "page" });
  // What has come of it is drawn for whoever runs the round.
  await page.goto("/events/evt_harbor/review");
  await expect(page.getByRole("list", { name: "Reviews by member" })).toContainText("You");
  await expectSoundScreen(page, { sideways: "page" });
  await context.close();
});

test("labels are made, renamed and deleted; what one types of the settings stays while another saves", async ({
  page,
  browser,
  foyer,
}) => {
  await page.goto("/events/evt_harbor/settings");
  const labels = page.getByRole("region", { name: "Labels" });
  await labels.getByRole("textbox", { name: "New label" }).fill("Travel");
  await labels.getByRole("button", { name: "Make a label" }).click();
  await labels.getByRole("button", { name: "Change “Travel”" }).click();
  await labels.getByRole("textbox", { name: "Name of “Travel”" }).fill("Needs travel");
  await labels.getByRole("listitem").getByRole("radio", { name: "orange" }).check();
  await labels.getByRole("button", { name: "Save label" }).click();
  await expect(labels.getByRole("button", { name: "Change “Needs travel”" })).toBeFocused();
  await expectSoundScreen(page, { sideways: "page" });
  await labels.getByRole("button", { name: "Delete “Needs travel”" }).click();
  const asked = page.getByRole("alertdialog", { name: "Delete “Needs travel”?" });
  await asked.getByRole("button", { name: "Cancel" }).click();
  await expect(labels.getByRole("button", { name: "Delete “Needs travel”" })).toBeFocused();
  await page.keyboard.press("Enter");
  await asked.getByRole("button", { name: "Delete" }).click();
  await expect(asked).toBeHidden();
  await expect(labels.getByText("Needs travel")).toHaveCount(0);
  await expect(labels.locator(":focus")).toHaveCount(1);

  const context = await browser.newContext({ baseURL: foyer.appUrl });
  await context.addCookies([await secondMember(foyer, "evt_harbor", "manager")]);
  const other = await context.newPage();
  await other.goto("/events/evt_harbor/settings");
  const cards = [page, other].map((each) => each.getByRole("region", { name: "Reviewing" }));
  const [mine, theirs] = cards as [Locator, Locator];
  const firstOf = (card: Locator) => card.getByRole("textbox", { name: "Criterion 1" });
  await firstOf(mine).fill("All in all");
  const perApplication = (card: Locator) => card.getByLabel("Reviews for each application");
  await perApplication(theirs).selectOption("4");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(mine).toContainText("Somebody else has saved this meanwhile");
  await expect(firstOf(mine)).toHaveValue("All in all");
  await expect(perApplication(mine)).not.toHaveValue("4");
  await mine.getByRole("button", { name: "Show what is saved now" }).click();
  await expect(perApplication(mine)).toHaveValue("4");
  await expect(firstOf(mine)).toHaveValue("Overall");
  await perApplication(theirs).selectOption("2");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(perApplication(mine)).toHaveValue("2");
  await expect(mine.getByRole("status")).toHaveCount(0);
  await context.close();
});

test("two reviewers finish a round of twenty by keyboard, each hears of the other at once", async ({
  browser,
  foyer,
}) => {
  test.setTimeout(120_000);
  const { database } = foyer;
  await database.query("DELETE FROM review_settings WHERE event_id = 'evt_harbor'");
  await database.query("DELETE FROM ratings WHERE event_id = 'evt_harbor'");
  await database.query("DELETE FROM application_reviews WHERE event_id = 'evt_harbor'");
  await database.query(
    `UPDATE participants SET status = CASE WHEN place <= 20 THEN 'pending' ELSE 'approved' END
     FROM (SELECT participant_id AS id, row_number() OVER (ORDER BY participant_id) AS place
       FROM participants WHERE event_id = 'evt_harbor' AND status IS NOT NULL AND removed_at IS NULL) AS placed
     WHERE event_id = 'evt_harbor' AND participant_id = id`,
  );
  const open = async (name: string) => {
    const context = await browser.newContext({ baseURL: foyer.appUrl });
    const cookie = await secondMember(foyer, "evt_harbor", "reviewer");
    await context.addCookies([cookie]);
    await database.query(
      `UPDATE members SET name = $1 WHERE id = (SELECT member_id FROM member_sessions WHERE session_hash = $2)`,
      [name, hashSessionId(cookie.value)],
    );
    const page = await context.newPage();
    await page.goto("/events");
    await page.getByRole("link", { name: /Harbor Sample Convention/ }).click();
    await expect(page).toHaveURL("/events/evt_harbor/review");
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("region", { name: "Your queue" })).toContainText("0of 20");
    return { context, page };
  };
  const [rea, kim] = [await open("Rea"), await open("Kim")];
  await expectSoundScreen(rea.page, { sideways: "page" });

  /** Rates what is next until nothing is, and answers whom. */
  async function finish(page: Page, points: string): Promise<string[]> {
    const seen: string[] = [];
    for (;;) {
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.url().endsWith("/review/next")),
        page.keyboard.press("g").then(() => page.keyboard.press("n")),
      ]);
      if (answer.status() === 204) return seen;
      const { participantId } = (await answer.json()) as { participantId: string };
      await expect(page).toHaveURL(new RegExp(`selected=${participantId}(&|$)`));
      const rating = page.getByRole("region", { name: "Rating", exact: true });
      await expect(rating.getByRole("group", { name: "Overall" })).toHaveCount(1);
      await expect(rating.getByRole("button", { name: `${points} of 5` })).toHaveAttribute(
        "aria-pressed",
        "false",
      );
      const given = page.waitForResponse(
        (response) =>
          response.request().method() === "PUT" &&
          response.url().endsWith(`/${participantId}/rating`),
      );
      await page.keyboard.press(points);
      expect((await given).status()).toBe(200);
      seen.push(participantId);
    }
  }
  const [byRea, byKim] = await Promise.all([finish(rea.page, "4"), finish(kim.page, "2")]);
  for (const seen of [byRea, byKim]) expect(new Set(seen).size).toBe(20);
  const { rows } = await database.query(
    `SELECT count(*)::int AS count, min(rating_count) AS least, max(rating_count) AS most, avg(average)::float8 AS average
     FROM application_reviews WHERE event_id = 'evt_harbor' AND rating_count > 0`,
  );
  expect(rows).toEqual([{ count: 20, least: 2, most: 2, average: 3 }]);

  // What the other does now shows without anybody asking for it.
  const [last = ""] = byKim.slice(-1);
  for (const { page } of [rea, kim]) {
    await page.goto(`/events/evt_harbor/applications?selected=${last}&columns=name,rating,reviews`);
    await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  }
  const ratingOf = (page: Page) => page.getByRole("region", { name: "Rating", exact: true });
  await expect(ratingOf(rea.page)).toContainText("Kim is looking at this, too");
  await expect(ratingOf(kim.page)).toContainText("Rea is looking at this, too");
  // Keys rate from the moment that the points are there.
  await expect(ratingOf(kim.page).getByRole("button", { name: "2 of 5" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await kim.page.keyboard.press("5");
  await expect(ratingOf(rea.page)).toContainText("4.5from 2 ratings");
  await expect(
    rea.page.locator('[role="row"][aria-current="true"], tr[aria-current="true"]'),
  ).toContainText("4.5");
  await kim.page.keyboard.press("l");
  await kim.page.getByRole("textbox", { name: "New label" }).fill("Workshop 12");
  await kim.page.keyboard.press("Enter");
  await expect(rea.page.getByRole("article")).toContainText("Workshop 12");
  await expectSoundScreen(rea.page, { sideways: "page" });
  await rea.context.close();
  await kim.context.close();
});
