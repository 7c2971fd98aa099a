import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { expect, test } from "@/testing/fixtures";

const EVENT = "/events/evt_harbor";

test.beforeEach(async ({ page, asOrganizer: _ }) => {
  await page.goto(`${EVENT}/settings`);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
});

test("a person, an activity, a page and an action are reached by name, with keys alone", async ({
  page,
  foyer,
}) => {
  const { rows } = await foyer.database.query<{ name: string; participant_id: string }>(
    `SELECT name, participant_id FROM participants
     WHERE event_id = 'evt_harbor' AND name ~ '[čćšžéáő]' ORDER BY participant_id LIMIT 1`,
  );
  const { name = "", participant_id: id } = rows[0] ?? {};
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: /^Search people/ });
  await expect(field).toBeFocused();
  await expect(page.getByRole("option", { name: "Overview" })).toHaveAttribute("data-highlighted");
  await field.fill(name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase());
  await expect(page.getByRole("option", { name }).first()).toHaveAttribute("data-highlighted");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`\\?selected=${id}$`));
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(field).toHaveCount(0);

  await page.keyboard.press("Control+k");
  await field.fill("harbour walk");
  await page
    .getByRole("option", { name: /Harbour walk/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/program\?activity=act_/);

  await page.keyboard.press("Control+k");
  await field.fill("dark th");
  await expect(page.getByRole("option", { name: "Dark theme" })).toHaveAttribute(
    "data-highlighted",
  );
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await page.keyboard.press("Control+k");
  await field.fill("nothing is called this");
  await expect(page.getByText("Nothing is called that.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
});

test("a question mark shows the keys, unless it is typed", async ({ page }) => {
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toContainText("Search and commands");
  await expectSoundScreen(page, { sideways: "page" });
  await page.keyboard.press("Escape");
  await expect(keys).toHaveCount(0);
  await page.goto(`${EVENT}/applications`);
  await page.getByLabel("Search", { exact: false }).first().focus();
  await page.keyboard.press("?");
  await expect(keys).toHaveCount(0);
});

test("the palette is free of axe findings, and a finger reaches it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("option", { name: "Overview" })).toBeVisible();
  await expectSoundScreen(page, { sideways: "page" });
});
