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
  await context.close();
});
