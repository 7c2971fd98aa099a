import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/testing/fixtures";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { chooseMore } from "@/testing/lists/choose-more";

const EVENT = "evt_harbor";
const LIST = `/events/${EVENT}/applications`;

// One's own world: people are renamed and joined here.
test.use({ world: "list person", expectedConsoleErrors: ["ptp_nobody"] });
test.beforeEach(({ asOrganizer: _ }) => {});

const heading = (page: Page): Locator =>
  page.getByRole("article").getByRole("heading", { level: 2 });
const row = (page: Page, id: string): Locator => page.locator(`[id="row-${id}"]`);
const steps = (page: Page): Locator =>
  page.getByRole("navigation", { name: "Neighbours in the list" });
const isLive = (page: Page) =>
  expect(page.getByText("Live", { exact: true }).first()).toBeVisible();

async function idsByName({ database }: FoyerUnderTest): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT participant_id AS id FROM participants
     WHERE event_id = $1 AND removed_at IS NULL AND status IS NOT NULL ORDER BY name_order, participant_id`,
    [EVENT],
  );
  return rows.map(({ id }) => id);
}

test("Back closes the person and keeps the list, on a phone, too", async ({ page }) => {
  for (const width of [1_300, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/events/${EVENT}`);
    await page.goto(`${LIST}?status=pending&q=a`);
    await isLive(page);
    const rows = page.locator("tbody tr");
    await rows.first().click();
    await expect(heading(page)).toBeVisible();
    await steps(page).getByRole("button", { name: "Next" }).click();
    await page.goBack();
    await expect(heading(page)).toBeHidden();
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe(`${LIST}?status=pending&q=a`);
    // Closed by its button it is no step either.
    await rows.first().click();
    await page.getByRole("button", { name: "Close details" }).click();
    await expect(heading(page)).toBeHidden();
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`/events/${EVENT}$`));
  }
});

test("a person who is opened by a link is marked, and has those before and after", async ({
  page,
  foyer,
}) => {
  const ids = await idsByName(foyer);
  const [at, far] = [30, ids.length - 3];
  for (const place of [at, far]) {
    await page.goto(`${LIST}?sort=name&selected=${ids[place]}`);
    await expect(steps(page)).toContainText(`${place + 1} of ${ids.length}`);
    await expect(row(page, ids[place] ?? "")).toHaveAttribute("aria-current", "true");
    await expect(row(page, ids[place] ?? "")).toBeInViewport();
    await steps(page).getByRole("button", { name: "Next" }).click();
    await expect(row(page, ids[place + 1] ?? "")).toHaveAttribute("aria-current", "true");
  }
});

test("a link to nobody says so and closes, without trying again", async ({ page }) => {
  await page.goto(`${LIST}?selected=ptp_nobody`);
  const notice = page.getByRole("alert").filter({ hasText: "There is nobody here" });
  await expect(notice).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toBeHidden();
  await notice.getByRole("button", { name: "Close" }).click();
  await expect(notice).toBeHidden();
  expect(new URL(page.url()).searchParams.has("selected")).toBe(false);
});

test("End goes to the last row of the whole list", async ({ page, foyer }) => {
  const { database } = foyer;
  await database.query(
    `INSERT INTO participants (event_id, participant_id, application_id, status, name, fields,
       submitted_at, updated_at, version_at, source, confirmed_at)
     SELECT $1, 'ptp_end_' || n, 'app_end_' || n, 'pending', 'Zz ' || n, '{}', now(), now(), now(), 'sync', now()
     FROM generate_series(1, 180) AS n`,
    [EVENT],
  );
  // What was counted before is not counted anew before something has changed.
  await database.query("UPDATE change_heads SET seq = seq + 1 WHERE event_id = $1", [EVENT]);
  const last = (await idsByName(foyer)).at(-1) ?? "";
  await page.goto(`${LIST}?sort=name`);
  await isLive(page);
  await page.locator("tbody tr").first().click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("grid")).toBeFocused();
  await page.keyboard.press("End");
  await expect(row(page, last)).toBeInViewport();
  await expect(page.getByRole("grid")).toHaveAttribute("aria-activedescendant", `row-${last}`);
  await database.query("DELETE FROM participants WHERE participant_id LIKE 'ptp_end_%'");
});

test("a column is moved by Alt and an arrow, wherever in its row one is", async ({ page }) => {
  await page.goto(`${LIST}?columns=name,status,email,role`);
  await isLive(page);
  await chooseMore(page, "Columns");
  const box = page.getByRole("checkbox", { name: "Role" });
  await box.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page).toHaveURL(/columns=name,status,role,email/);
  await expect(box).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page).toHaveURL(/columns=name,status,email,role/);
});

test("what a search found is marked, also in an answer, and several applications of one person are one's own", async ({
  page,
  foyer,
}) => {
  const ids = await idsByName(foyer);
  const [one = "", other = "", third = ""] = ids;
  const { database } = foyer;
  await database.query(
    `UPDATE participants SET user_id = 'usr_several', fields = '{"dietary_notes": "No peanuts, says Quetzalcóatl"}',
       name = CASE participant_id WHEN $2 THEN 'Ada O''Several' WHEN $3 THEN 'Bo Several' ELSE 'Ada O’Several' END
     WHERE event_id = $1 AND participant_id = ANY($4)`,
    [EVENT, one, other, [one, other, third]],
  );
  await page.goto(`${LIST}?q=oseveral`);
  await expect(row(page, one).locator("mark")).toHaveText("O'Several");
  await expect(row(page, one)).toContainText("×3");
  await page.goto(`${LIST}?q=quetzalcoatl&sort=name`);
  await expect(row(page, other)).toContainText("Dietary notes: …says Quetzalcóatl");
  await expect(row(page, other).locator("mark")).toHaveText("Quetzalcóatl");
  await isLive(page);
  await row(page, one).click();
  const others = page.getByRole("region", { name: "Other applications of this person" });
  await expect(others.getByRole("link")).toHaveCount(2);
  await others.getByRole("link").first().click();
  await expect(page).not.toHaveURL(new RegExp(`selected=${one}$`));
  await expect(others.getByRole("link")).toHaveCount(2);
  await page.goto(`${LIST}?f=duplicates:is:name&sort=name`);
  await expect(row(page, one)).toBeVisible();
  await expect(row(page, other)).toBeHidden();
  await expect(page.getByRole("list", { name: "Filters" })).toContainText(
    "Possible duplicates: Same name",
  );
});

test("a status that does not exist is left out with a word, and a field that nobody has says so", async ({
  page,
}) => {
  await page.goto(`${LIST}?status=pendng&status=approved`);
  await expect(page.getByText("Left out of this address")).toContainText("status=pendng");
  await expect(page.getByRole("button", { name: /^Approved/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.goto(`${LIST}?f=answers.shoe_size:is:42`);
  await expect(
    page.getByText("A filter asks for “Shoe size”, which nobody has answered"),
  ).toBeVisible();
});

test("a saved view says how many it holds", async ({ page, foyer }) => {
  await page.goto(`${LIST}?status=approved`);
  await isLive(page);
  const { rows } = await foyer.database.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM participants WHERE event_id = $1 AND status = 'approved' AND removed_at IS NULL",
    [EVENT],
  );
  await page.getByRole("button", { name: /^Saved views/ }).click();
  await page.getByRole("menuitem", { name: /Save as/ }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("The approved");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: /^Saved views/ }).click();
  await expect(page.getByRole("menuitemradio", { name: "The approved" })).toContainText(
    String(rows[0]?.n),
  );
});
