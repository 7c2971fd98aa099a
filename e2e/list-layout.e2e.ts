import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/testing/fixtures";

const LIST = "/events/evt_harbor/applications";

test.beforeEach(({ asOrganizer: _ }) => {});

const rows = (page: Page): Locator => page.locator("tbody tr");

async function boxOf(locator: Locator): Promise<{ y: number; height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not on the page");
  return box;
}

async function open(page: Page, address: string, size: { width: number; height: number }) {
  await page.setViewportSize(size);
  await page.goto(address);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
}

/** How far the first row stands below the page's frame. */
async function headHeight(page: Page): Promise<number> {
  const main = await boxOf(page.getByRole("main"));
  return (await boxOf(rows(page).first())).y - main.y;
}

test("with somebody open beside it the list keeps one row of tools and one of tabs", async ({
  page,
}) => {
  await open(page, `${LIST}?selected=ptp_harbor_1`, { width: 1440, height: 900 });
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
  const heads = 37;
  expect(await headHeight(page)).toBeLessThanOrEqual(96 + heads);
  const tools = ["Filter", "More"].map((name) => page.getByRole("button", { name }));
  const [filter, more] = await Promise.all(tools.map(boxOf));
  expect(filter?.y).toBe(more?.y);
});

test("beside somebody who is open there is room to search on a small screen, too", async ({
  page,
}) => {
  await open(page, `${LIST}?selected=ptp_harbor_1`, { width: 1024, height: 768 });
  const box = await page.getByRole("textbox", { name: "Search applications" }).boundingBox();
  expect(box?.width).toBeGreaterThan(130);
});

test("on a phone six people stand under two rows of tools", async ({ page }) => {
  await open(page, LIST, { width: 390, height: 844 });
  expect(await headHeight(page)).toBeLessThanOrEqual(112);
  await expect(rows(page).nth(5)).toBeInViewport({ ratio: 1 });
});

test("selecting moves no row under the mouse, and what is selected is not what is open", async ({
  page,
}) => {
  await open(page, LIST, { width: 1440, height: 900 });
  const third = rows(page).nth(2);
  const before = await boxOf(third);
  await third.getByRole("checkbox").check();
  await expect(page.getByRole("region", { name: "Selection" })).toBeVisible();
  expect(await boxOf(third)).toEqual(before);
  await rows(page).nth(3).click();
  await expect(rows(page).nth(3)).toHaveAttribute("aria-current", "true");
  const grounds = await Promise.all(
    [2, 3, 4].map((at) =>
      rows(page)
        .nth(at)
        .evaluate((row) => getComputedStyle(row).backgroundColor),
    ),
  );
  expect(new Set(grounds).size).toBe(3);
});

test("rows are as high as a member likes, and stay so", async ({ page }) => {
  await open(page, LIST, { width: 1440, height: 900 });
  expect((await boxOf(rows(page).first())).height).toBe(44);
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/layout"));
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitemradio", { name: "Compact" }).click();
  await expect.poll(async () => (await boxOf(rows(page).first())).height).toBe(36);
  await kept;
  const clipped = await rows(page).evaluateAll(
    (all) =>
      all.filter((row) => (row.querySelector("td:nth-child(2)")?.scrollHeight ?? 0) > 36).length,
  );
  expect(clipped, "rows that do not hold what they show").toBe(0);
  await page.reload();
  await expect.poll(async () => (await boxOf(rows(page).first())).height).toBe(36);
  const [first, second] = await Promise.all([0, 1].map((at) => boxOf(rows(page).nth(at))));
  expect((second?.y ?? 0) - (first?.y ?? 0)).toBe(36);
  await page.getByRole("button", { name: "More", exact: true }).click();
  const again = page.waitForResponse((answer) => answer.url().endsWith("/layout"));
  await page.getByRole("menuitemradio", { name: "Regular" }).click();
  await again;
});

test("those who are selected are copied as addresses, or shown alone, and back", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, `${LIST}?sort=name`, { width: 1440, height: 900 });
  const before = await rows(page).count();
  for (const at of [1, 3]) await rows(page).nth(at).getByRole("checkbox").check();
  const bar = page.getByRole("region", { name: "Selection" });
  await bar.getByRole("button", { name: /^Copy e-mail/ }).click();
  await expect(page.getByText("2 addresses copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^\S+@\S+, \S+@\S+$/);

  await bar.getByRole("button", { name: "Show only these" }).click();
  await expect(rows(page)).toHaveCount(2);
  for (const email of copied.split(", "))
    await expect(rows(page).filter({ hasText: email })).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows(page)).toHaveCount(before);
});
