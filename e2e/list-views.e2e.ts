import type { Page } from "@playwright/test";
import { expect, test } from "@/testing/fixtures";
import { chooseMore } from "@/testing/lists/choose-more";
import { secondMember } from "@/testing/second-member";
import { watchContext } from "@/testing/watch-context";

const EVENT = "evt_harbor";
const LIST = `/events/${EVENT}/applications`;

// Naming the fixture is using it: the browser of every test here is the organizer's.
test.beforeEach(({ asOrganizer: _ }) => {});
test.afterEach(async ({ foyer }) => {
  await foyer.database.query("DELETE FROM saved_views");
  await foyer.database.query("DELETE FROM list_layouts");
});
test.use({ expectedConsoleErrors: ["409 (Conflict)"] });

const views = (page: Page) => page.getByRole("button", { name: /^Saved views/ });
const menu = (page: Page) => page.getByRole("menu", { name: "Saved views" });
const chip = (page: Page, name: RegExp) =>
  page.getByRole("group", { name: "Filter by status" }).getByRole("button", { name });

async function pick(page: Page, name: string | RegExp, role = "menuitem"): Promise<void> {
  await views(page).click();
  await menu(page)
    .getByRole(role as "menuitem", { name })
    .click();
}

async function save(page: Page, name: string): Promise<void> {
  await pick(page, "Save as…");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(views(page)).toHaveAccessibleName(`Saved views: ${name}`);
}

test("an organizer keeps a list as a view, changes it, and finds it again where the list opens", async ({
  page,
}) => {
  await page.goto(`${LIST}?status=pending`);
  await save(page, "To decide");
  await chip(page, /^Approved/).click();
  await expect(views(page)).toHaveAccessibleName("Saved views: To decide, edited");
  await pick(page, "Discard changes");
  await expect(views(page)).toHaveAccessibleName("Saved views: To decide");
  await expect(page).not.toHaveURL(/status=approved/);
  await chip(page, /^Approved/).click({ modifiers: ["ControlOrMeta"] });
  await pick(page, "Save changes");
  await expect(views(page)).toHaveAccessibleName("Saved views: To decide");
  await pick(page, /^Make default/);
  await page.goto(`/events/${EVENT}`);
  await page.getByRole("link", { name: "Applications" }).first().click();
  await expect(page).toHaveURL(/status=pending&status=approved.*view=/);
  await expect(views(page)).toHaveAccessibleName("Saved views: To decide");

  await pick(page, "Every application", "menuitemradio");
  await expect(page).not.toHaveURL(/status=/);
  await page.reload();
  await expect(chip(page, /^All/)).toHaveAttribute("aria-pressed", "true");
  await expect(page).not.toHaveURL(/status=/);
});

test("two views cannot have one name, and whoever tries hears it in words", async ({ page }) => {
  await page.goto(`${LIST}?status=rejected`);
  await save(page, "Turned down");
  await pick(page, "Save as…");
  await page.getByLabel("Name", { exact: true }).fill("turned DOWN");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("view of this name already");
  await page.getByLabel("Name", { exact: true }).fill("Turned down, too");
  await page.keyboard.press("Enter");
  await expect(views(page)).toHaveAccessibleName("Saved views: Turned down, too");
});

test("a view of the team's is seen by another member at once, who cannot change it", async ({
  page,
  browser,
  foyer,
}) => {
  const context = await browser.newContext({ baseURL: foyer.appUrl });
  const faults = watchContext(context, []);
  await context.addCookies([await secondMember(foyer, EVENT, "viewer")]);
  const viewer = await context.newPage();
  await page.goto(`${LIST}?status=pending&columns=name,status`);
  await save(page, "Ours");
  await viewer.goto(LIST);
  await views(viewer).click();
  await expect(menu(viewer).getByRole("menuitem", { name: "Save as…" })).toBeVisible();
  await expect(menu(viewer).getByText("Ours")).toHaveCount(0);
  await expect(viewer.getByText("Live", { exact: true }).first()).toBeVisible();

  await pick(page, "Share with the team");
  const choice = menu(viewer).getByRole("menuitemradio", { name: "Ours" });
  await choice.click();
  await expect(viewer).toHaveURL(/status=pending&columns=name.*status.*view=/);
  await expect(views(viewer)).toHaveAccessibleName("Saved views: Ours");
  await views(viewer).click();
  await expect(menu(viewer).getByRole("menuitem", { name: /^Make default/ })).toBeVisible();
  for (const name of ["Rename…", "Delete…", "Keep to myself"]) {
    await expect(menu(viewer).getByRole("menuitem", { name })).toHaveCount(0);
  }
  await viewer.keyboard.press("Escape");

  await pick(page, "Rename…");
  await page.getByLabel("Name", { exact: true }).fill("Everybody's");
  await page.keyboard.press("Enter");
  await expect(views(viewer)).toHaveAccessibleName("Saved views: Everybody's");
  await pick(page, "Delete…");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(views(page)).toHaveAccessibleName("Saved views: none is open");
  await expect(views(viewer)).toHaveAccessibleName("Saved views: none is open");
  await expect(viewer).toHaveURL(/status=pending/);
  expect(faults).toEqual([]);
  await context.close();
});

test("views are kept, opened and deleted without a mouse, and the focus stays with them", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${LIST}?status=pending`);
  const act = async (word: string) => {
    await views(page).focus();
    await page.keyboard.press("Enter");
    const item = menu(page).getByRole("menuitem", { name: word });
    await expect(item).toBeVisible();
    for (let n = 0; n < 20 && !(await item.evaluate((el) => el === document.activeElement)); n += 1)
      await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  };
  await act("Save as…");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.type("Mine");
  await page.keyboard.press("Enter");
  await expect(views(page)).toHaveAccessibleName("Saved views: Mine");
  await expect(views(page)).toBeFocused();

  await chooseMore(page, "Copy link");
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(link.pathname).toBe(LIST);
  expect(link.searchParams.get("status")).toBe("pending");
  expect(link.searchParams.get("columns")).toContain("name,");
  expect(link.searchParams.has("view")).toBe(false);

  await act("Delete…");
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(views(page)).toBeFocused();
  await expect(views(page)).toHaveAccessibleName("Saved views: Mine");
  await act("Delete…");
  await page.getByRole("button", { name: "Delete", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(views(page)).toHaveAccessibleName("Saved views: none is open");
  await expect(views(page)).toBeFocused();
});
