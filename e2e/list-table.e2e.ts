import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/testing/fixtures";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { chooseMore } from "@/testing/lists/choose-more";
import { tabTo } from "@/testing/tab-to";

const EVENT = "evt_harbor";
const MORE = 140;
// One's own world: people apply here, and sizes are counted.
test.use({ world: "table" });

const LIST = `/events/${EVENT}/applications`;
const grid = (page: Page): Locator => page.getByRole("grid", { name: "Applications" });
const row = (page: Page, id: string): Locator => page.locator(`[id="row-${id}"]`);
const said = (page: Page, words: string): Locator =>
  page.locator("[aria-live=polite]").filter({ hasText: words });
const heads = (page: Page): Promise<string[]> =>
  page
    .getByRole("columnheader")
    .getByRole("button")
    .evaluateAll((all) => all.map((each) => each.textContent?.trim() ?? ""));

async function sizeOf({ database }: FoyerUnderTest, status?: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM participants
     WHERE event_id = $1 AND removed_at IS NULL AND status IS NOT NULL AND ($2::text IS NULL OR status = $2)`,
    [EVENT, status ?? null],
  );
  return rows[0]?.n ?? 0;
}

async function apply(foyer: FoyerUnderTest, count: number): Promise<void> {
  const before = await sizeOf(foyer);
  await foyer.control("act", { action: "add_applications", event_id: EVENT, count });
  await expect
    .poll(() => sizeOf(foyer), { message: "the mirror has everybody", timeout: 30_000 })
    .toBe(before + count);
}

async function applicationOf(foyer: FoyerUnderTest, participantId: string): Promise<string> {
  const { rows } = await foyer.database.query<{ application_id: string }>(
    "SELECT application_id FROM participants WHERE event_id = $1 AND participant_id = $2",
    [EVENT, participantId],
  );
  return rows[0]?.application_id ?? "";
}

/** The participants on the page, from the top. */
const shownIds = (page: Page): Promise<string[]> =>
  grid(page)
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows
        .map((each) => ({ id: each.id.replace("row-", ""), at: Number(each.dataset.index) }))
        .sort((a, b) => a.at - b.at)
        .map(({ id }) => id),
    );

const activeId = async (page: Page): Promise<string> =>
  ((await grid(page).getAttribute("aria-activedescendant")) ?? "").replace("row-", "");

/** Until the server holds how this member arranged the columns: it is the next test's beginning. */
function untilKept(page: Page) {
  return page.waitForResponse(
    (answer) => answer.url().endsWith("/layout") && answer.request().method() === "PUT",
  );
}

test.beforeAll(async ({ foyer, organizer: _ }) => {
  if ((await sizeOf(foyer)) < MORE) await apply(foyer, MORE);
});
test.beforeEach(async ({ page, asOrganizer: _ }) => {
  await page.goto(LIST);
  await expect(grid(page).locator("tbody tr").first()).toBeVisible();
});

test("an organizer arranges columns with the keyboard alone, hears where they are, and finds them again", async ({
  page,
}) => {
  // Its own form's choices are among them.
  const usual = await heads(page);
  expect(usual).toHaveLength(6);
  await tabTo(page, page.getByRole("button", { name: "More", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Columns" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Columns" })).toBeFocused();
  await page.keyboard.press("Enter");
  const popup = page.getByRole("dialog", { name: "Columns" });
  const box = popup.getByRole("checkbox", { name: "Years attending" });
  await tabTo(page, box);
  await page.keyboard.press("Space");
  await expect(said(page, "Years attending, now column 7 of 7")).toHaveCount(1);
  await expect(box).toBeChecked();
  await expect(box).toBeFocused();
  const up = popup.getByRole("button", { name: "Move Years attending up" });
  await tabTo(page, up);
  await page.keyboard.press("Enter");
  await expect(said(page, "Years attending, now column 6 of 7")).toHaveCount(1);
  await expect(up).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "More", exact: true })).toBeFocused();

  await tabTo(page, page.getByRole("columnheader").getByRole("button", { name: "Name" }));
  for (let step = 1; step < 6; step += 1) await page.keyboard.press("ArrowRight");
  const head = page.getByRole("columnheader").getByRole("button", { name: "Years attending" });
  await expect(head).toBeFocused();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(said(page, "Years attending, now column 5 of 7")).toHaveCount(1);
  await expect(head).toBeFocused();
  await page.keyboard.press("Tab");
  const edge = page.getByRole("separator", { name: "Width of Years attending" });
  await expect(edge).toBeFocused();
  const kept = untilKept(page);
  await page.keyboard.press("ArrowRight");
  await expect(said(page, "Years attending, width 184 pixels")).toHaveCount(1);
  await kept;

  // On the server, for this member: an address that names no columns opens them, too.
  await page.goto(LIST);
  await expect
    .poll(() => heads(page))
    .toEqual([...usual.slice(0, 4), "Years attending", ...usual.slice(4)]);
  await expect(edge).toHaveAttribute("aria-valuenow", "184");

  await tabTo(page, page.getByRole("button", { name: "More", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Columns" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Columns" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, popup.getByRole("button", { name: "As it was at first" }));
  const keptAgain = untilKept(page);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect.poll(() => heads(page)).toEqual(usual);
  await keptAgain;
});

test("a column is dragged to its place by its head, and wider by its edge", async ({ page }) => {
  const usual = await heads(page);
  const head = page.getByRole("columnheader").getByRole("button", { name: "Changed" });
  const target = page.getByRole("columnheader").filter({ hasText: "Status" });
  const from = await head.boundingBox();
  const to = await target.boundingBox();
  if (!from || !to) throw new Error("the heads are not on the page");
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 10, { steps: 8 });
  await page.mouse.up();
  await expect
    .poll(() => heads(page))
    .toEqual([...usual.slice(0, 3), "Changed", "Status", "Submitted"]);
  await expect(page).not.toHaveURL(/sort=/);

  const edge = page.getByRole("separator", { name: "Width of Status" });
  const grip = await edge.boundingBox();
  if (!grip) throw new Error("the edge is not on the page");
  await page.mouse.move(grip.x + grip.width / 2, grip.y + 10);
  await page.mouse.down();
  await page.mouse.move(grip.x + grip.width / 2 + 40, grip.y + 10, { steps: 5 });
  await page.mouse.up();
  await expect(edge).toHaveAttribute("aria-valuenow", "228");
  await edge.dblclick();
  await expect(edge).toHaveAttribute("aria-valuenow", "188");
  await chooseMore(page, "Columns");
  const kept = untilKept(page);
  await page.getByRole("button", { name: "As it was at first" }).click();
  await kept;
});

test("heads order the list by one key, and with shift by more", async ({ page }) => {
  const name = page.getByRole("columnheader").filter({ hasText: "Name" });
  const status = page.getByRole("columnheader").filter({ hasText: "Status" });
  await status.getByRole("button").click();
  await expect(page).toHaveURL(/sort=status$/);
  await expect(status).toHaveAttribute("aria-sort", "ascending");
  await name.getByRole("button").click({ modifiers: ["Shift"] });
  await expect(page).toHaveURL(/sort=status,name$/);
  await expect(name.getByRole("button")).toHaveAccessibleName("Name , ascending, key 2 of 2");
  await expect(said(page, "Ordered by Status, ascending, then Name, ascending")).toHaveCount(1);
  await name.getByRole("button").focus();
  await page.keyboard.press("Shift+Enter");
  await expect(page).toHaveURL(/sort=status,-name$/);
});

test("rows are picked one by one, up to another, all that are loaded, and all there are", async ({
  page,
  foyer,
}) => {
  const all = await sizeOf(foyer);
  const bar = page.getByRole("region", { name: "Selection" });
  await tabTo(page, grid(page));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(bar).toContainText("1 selected");
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Space");
  await expect(bar).toContainText("4 selected");
  const [first = "", , , , , , seventh = ""] = await shownIds(page);
  await expect(row(page, first)).toHaveAttribute("aria-selected", "true");
  await row(page, seventh).click({ modifiers: ["Shift"] });
  await expect(bar).toContainText("7 selected");

  await page.getByRole("checkbox", { name: "Select every row that is loaded" }).check();
  await bar.getByRole("button", { name: `Select all ${all} in this list` }).click();
  await expect(bar).toContainText(`All ${all} selected`);
  await row(page, first).getByRole("checkbox").uncheck();
  await expect(bar).toContainText(`${all - 1} selected`);
  // Nobody was opened by all this.
  await expect(page).toHaveURL(new RegExp(`${LIST}$`));
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);

  await page.keyboard.press("Space");
  await expect(bar).toContainText("1 selected");
  await page.getByRole("button", { name: /^Rejected/ }).click();
  await expect(bar).toHaveCount(0);
});

test("a live change leaves scroll, focus and selection as they are, and who applies waits above", async ({
  page,
  foyer,
}) => {
  await tabTo(page, grid(page));
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("PageDown");
  // Rows that are not loaded yet have no name and cannot be selected.
  await expect.poll(() => activeId(page)).not.toBe("");
  await page.keyboard.press("Space");
  const id = await activeId(page);
  await expect(row(page, id)).toHaveAttribute("aria-selected", "true");
  const topOf = async () => Math.round((await row(page, id).boundingBox())?.y ?? -1);
  const before = await topOf();

  await foyer.control("act", {
    action: "reject",
    application_id: await applicationOf(foyer, id),
  });
  await expect(row(page, id)).toContainText("Rejected");
  await apply(foyer, 3);
  const news = page.getByRole("button", { name: "3 new", exact: true });
  await expect(news).toBeVisible();
  expect(await topOf()).toBe(before);
  expect(await activeId(page)).toBe(id);
  await expect(row(page, id)).toHaveAttribute("aria-selected", "true");
  await expect(grid(page)).toBeFocused();

  const size = await sizeOf(foyer);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", `${size + 1}`);
  await news.click();
  await expect(async () => {
    const [first = ""] = await shownIds(page);
    await expect(row(page, first)).toBeInViewport({ timeout: 1_000 });
    await expect(row(page, first)).toHaveAttribute("aria-rowindex", "2", { timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  await expect(grid(page)).toBeFocused();
  await expect(news).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Selection" })).toContainText("1 selected");
});

test("a row that no longer matches says so before it leaves", async ({ page, foyer }) => {
  await page.goto(`${LIST}?status=pending`);
  await expect(grid(page).locator("tbody tr").first()).toBeVisible();
  const [, second = "", third = ""] = await shownIds(page);
  await row(page, second).getByRole("checkbox").check();
  await row(page, third).getByRole("checkbox").check();
  const bar = page.getByRole("region", { name: "Selection" });
  await expect(bar).toContainText("2 selected");
  await row(page, second).hover();
  await foyer.control("act", {
    action: "approve",
    application_id: await applicationOf(foyer, second),
  });
  await expect(row(page, second)).toContainText("No longer in this list");
  await expect(row(page, second)).toContainText("Approved");
  await expect(bar).toContainText("1 selected");
  expect((await shownIds(page))[1]).toBe(second);
  await page.mouse.move(0, 0);
  await expect(row(page, second)).toHaveCount(0);
  await expect(row(page, third)).toHaveAttribute("aria-selected", "true");
});

test("two browsers see a change, and who begins to match a filter", async ({
  page,
  browser,
  organizer,
  foyer,
}) => {
  const other = await browser.newContext({ baseURL: foyer.appUrl });
  await other.addCookies([organizer]);
  const second = await other.newPage();
  const [, , , someone = ""] = await shownIds(page);
  await page.goto(`${LIST}?sort=-updated`);
  await second.goto(`${LIST}?status=revision_requested`);
  await expect(grid(second).locator("tbody tr").first()).toBeVisible();
  await expect(row(second, someone)).toHaveCount(0);
  await foyer.control("act", {
    action: "request_revision",
    application_id: await applicationOf(foyer, someone),
  });
  await expect(row(page, someone)).toContainText("Revision requested");
  await expect(row(second, someone)).toContainText("Revision requested");
  await expect.poll(async () => (await shownIds(page))[0]).toBe(someone);
  await other.close();
});

test("next and previous in the details follow the list beyond what is loaded", async ({ page }) => {
  await tabTo(page, grid(page));
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("PageDown");
  await page.keyboard.press("Enter");
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details).toBeVisible();
  const opened = await activeId(page);
  await expect(row(page, opened)).toHaveAttribute("aria-current", "true");
  await expect(row(page, opened)).toHaveAttribute("aria-selected", "false");
  for (let step = 0; step < 12; step += 1) {
    const at = await page.locator("tr[aria-current]").getAttribute("aria-rowindex");
    await details.getByRole("button", { name: "Next" }).click();
    await expect(page.locator("tr[aria-current]")).toHaveAttribute(
      "aria-rowindex",
      `${Number(at) + 1}`,
    );
  }
});
