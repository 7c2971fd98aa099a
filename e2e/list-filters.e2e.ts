import type { Locator, Page } from "@playwright/test";
import { countListRequests } from "@/testing/count-list-requests";
import { expect, test } from "@/testing/fixtures";
import { tabTo } from "@/testing/tab-to";

const EVENT = "evt_harbor";
const TRACK = "Sea & Sail";

test.beforeEach(({ asOrganizer: _ }) => {});

const rowsOf = (page: Page): Locator => page.getByRole("grid").getByRole("row");
const total = (page: Page) =>
  page
    .getByRole("main")
    .getByText(/^\d[\d,]*( of \d[\d,]*)?( applications)?$/)
    .first();

async function openFilter(page: Page, field: string): Promise<Locator> {
  await page.getByRole("button", { name: /^Filter/ }).click();
  const popup = page.getByRole("dialog");
  await popup.getByLabel("Find a field").fill(field);
  await popup.getByRole("button", { name: new RegExp(`^${field}`) }).click();
  await expect(popup.getByRole("heading", { name: field })).toBeVisible();
  return popup;
}

async function applicantsWhere(
  database: { query: (sql: string, values: unknown[]) => Promise<{ rows: { n: number }[] }> },
  condition: string,
  values: unknown[] = [],
): Promise<number> {
  const { rows } = await database.query(
    `SELECT count(*)::int AS n FROM participants
     WHERE event_id = $1 AND removed_at IS NULL AND status IS NOT NULL AND ${condition}`,
    [EVENT, ...values],
  );
  return rows[0]?.n ?? 0;
}

test("an organizer filters by an answer, sees how many there are of each, and leaves one out", async ({
  page,
  foyer,
}) => {
  const all = await applicantsWhere(foyer.database, "true");
  const sailing = await applicantsWhere(foyer.database, "fields->>'favorite_track' = $2", [TRACK]);
  const making = await applicantsWhere(foyer.database, "fields->>'favorite_track' = 'Makers'");
  await page.goto(`/events/${EVENT}/applications`);
  const popup = await openFilter(page, "Favorite track");
  await expect(popup.getByRole("listitem").filter({ hasText: TRACK })).toContainText(`${sailing}`);
  await popup.getByRole("checkbox", { name: TRACK }).check();
  await expect(total(page)).toHaveText(`${sailing} of ${all} applications`);
  await popup.getByRole("checkbox", { name: "Makers" }).check();
  await expect(total(page)).toHaveText(`${sailing + making} of ${all} applications`);
  await popup.getByRole("checkbox", { name: "Makers" }).uncheck();
  await popup.getByRole("checkbox", { name: TRACK }).uncheck();
  await popup.getByRole("button", { name: `Leave out ${TRACK}` }).click();
  await expect(total(page)).toHaveText(`${all - sailing} of ${all} applications`);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Filter/ })).toBeFocused();
  await expect(page.getByRole("list", { name: "Filters" })).toHaveText(
    `Favorite track: not ${TRACK}`,
  );
  // The statuses count what the other filters leave.
  await expect(page.getByRole("button", { name: /^All/ })).toHaveText(`All ${all - sailing}`);
  await page.getByRole("button", { name: "Remove the filter Favorite track" }).click();
  await expect(total(page)).toHaveText(`${all} applications`);
});

test("days are the event's, and a pill is edited where it stands", async ({ page, foyer }) => {
  const { rows } = await foyer.database.query<{ day: string; n: number }>(
    `SELECT to_char(p.submitted_at AT TIME ZONE e.timezone, 'YYYY-MM-DD') AS day, count(*)::int AS n
     FROM participants p JOIN events e USING (event_id)
     WHERE event_id = $1 AND p.removed_at IS NULL AND p.status IS NOT NULL
     GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`,
    [EVENT],
  );
  const { day = "", n = 0 } = rows[0] ?? {};
  await page.goto(`/events/${EVENT}/applications`);
  const popup = await openFilter(page, "Submitted");
  await popup.getByLabel("From").fill(day);
  await popup.getByLabel("To").fill(day);
  await expect(total(page)).toContainText(`${n} of`);
  await popup.getByRole("button", { name: /^Show/ }).click();
  await page.getByRole("button", { name: /^Submitted: \d/ }).click();
  await expect(popup.getByLabel("From")).toHaveValue(day);
  await popup.getByLabel("Is not in this range").check();
  // While the small window is open, nothing else is there for those who hear the page.
  const pill = page.getByRole("button", { name: /^Submitted:/, includeHidden: true });
  await expect(pill).toHaveText(/^Submitted: not \d/);
  await popup.getByLabel("Is not in this range").uncheck();
  await popup.getByLabel("From").fill("");
  await expect(pill).toHaveText(/^Submitted: until \d/);
  await page.keyboard.press("Escape");
  await expect(pill).toBeFocused();
});

test("a copied link opens the same list in somebody else's browser", async ({
  page,
  browser,
  organizer,
}) => {
  await page.goto(`/events/${EVENT}/applications`);
  const popup = await openFilter(page, "T shirt size");
  await popup.getByRole("checkbox", { name: /^M \d/ }).check();
  await popup.getByRole("checkbox", { name: /^XL \d/ }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Order/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Name Z to A" }).click();
  await page.getByRole("dialog").getByLabel("Then by").selectOption("status");
  await expect(page).toHaveURL(/sort=-name,status/);
  await page.keyboard.press("Escape");
  await expect(total(page)).toContainText(" of ");
  const names = await rowsOf(page).allInnerTexts();
  const other = await browser.newContext();
  await other.addCookies([organizer]);
  const copy = await other.newPage();
  await copy.goto(page.url());
  await expect(total(copy)).toHaveText((await total(page).textContent()) ?? "");
  expect(await rowsOf(copy).allInnerTexts()).toEqual(names);
  await expect(copy.getByRole("button", { name: "T shirt size: M or XL" })).toBeVisible();
  await expect(copy.getByRole("button", { name: "Order: Name Z to A, 1 more" })).toBeVisible();
  await other.close();
});

test("what no list understands is left out of an address, named, and taken away", async ({
  page,
}) => {
  await page.goto(
    `/events/${EVENT}/applications?f=shoe:is:42&f=answers.favorite_track:is:Makers&sort=name,hat&status=approved`,
  );
  const notice = page.getByText("Left out of this address");
  await expect(notice).toContainText("f=shoe:is:42");
  await expect(notice).toContainText("sort=hat");
  await expect(notice).toContainText("The rest is kept");
  await expect(page.getByRole("button", { name: "Favorite track: Makers" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Order: Name A to Z" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Approved/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.getByRole("button", { name: "Remove from the address" }).click();
  await expect(notice).toHaveCount(0);
  await expect
    .poll(() => [...new URL(page.url()).searchParams].sort())
    .toEqual([
      ["f", "answers.favorite_track:is:Makers"],
      ["sort", "name"],
      ["status", "approved"],
    ]);
});

test("a search folds accents, finds answers and domains, and shows the best match first", async ({
  page,
  foyer,
}) => {
  const { data } = (await foyer.control(`participants?event_id=${EVENT}`)) as {
    data: { display_name: string; application_status: string | null }[];
  };
  const folded = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const accented = data.find(
    ({ display_name: name, application_status: status }) =>
      status !== null &&
      /^[\p{Script=Latin}\p{M} -]+$/u.test(name) &&
      folded(name) !== name.toLowerCase(),
  );
  const name = accented?.display_name ?? "";
  await page.goto(`/events/${EVENT}/applications`);
  const search = page.getByLabel("Search applications");
  await expect(search).toHaveAttribute("placeholder", /answer/);
  await search.fill(folded(name).toUpperCase());
  await expect(page.getByRole("button", { name: "Order: Best match" })).toBeVisible();
  await expect(rowsOf(page).nth(1)).toContainText(name);
  const fermenting = await applicantsWhere(
    foyer.database,
    "fields->>'workshops' LIKE '%Fermentation%'",
  );
  await search.fill("fermentat");
  await expect(total(page)).toContainText(`${fermenting} of`);
  await search.fill("harbor.example");
  await expect(total(page)).toContainText(/^(\d+) of \1 /);
});

test("however fast one types, one search is under way, and the newest text wins", async ({
  page,
}) => {
  const requests = await countListRequests(page);
  await page.goto(`/events/${EVENT}/applications`);
  await expect(total(page)).toBeVisible();
  const search = page.getByLabel("Search applications");
  await search.pressSequentially("harbor.example", { delay: 40 });
  await search.press("Backspace");
  await expect(search).toHaveValue("harbor.exampl");
  await expect(page).toHaveURL(/q=harbor\.exampl$/);
  await expect(total(page)).toContainText(" of ");
  const { most, searches } = await requests();
  expect(most).toBe(1);
  expect(searches.at(-1)).toBe("harbor.exampl");
  expect(searches.length).toBeLessThan("harbor.example".length);
});

test("back and forward go through the questions, not through the letters", async ({ page }) => {
  await page.goto(`/events/${EVENT}/applications`);
  const all = (await total(page).textContent()) ?? "";
  const popup = await openFilter(page, "Age confirmed");
  await popup.getByRole("checkbox", { name: "Yes" }).check();
  await page.keyboard.press("Escape");
  const pill = page.getByRole("button", { name: "Age confirmed: Yes" });
  await expect(pill).toBeVisible();
  const search = page.getByLabel("Search applications");
  await search.pressSequentially("harbor");
  await expect(page).toHaveURL(/q=harbor$/);
  await page.goBack();
  await expect(search).toHaveValue("");
  await expect(pill).toBeVisible();
  await page.goBack();
  await expect(pill).toHaveCount(0);
  await expect(total(page)).toHaveText(all);
  await page.goForward();
  await expect(pill).toBeVisible();
  await page.goForward();
  await expect(search).toHaveValue("harbor");
});

test("with the keyboard alone an organizer opens the event, filters, orders, and opens the second person", async ({
  page,
}) => {
  await page.goto("/events");
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  await tabTo(page, page.getByRole("link", { name: /Harbor Sample Convention/ }).first());
  await press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Applications", exact: true }).first());
  await press("Enter");
  await expect(page.getByRole("grid")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: /^Filter/ }));
  await press("Enter");
  const popup = page.getByRole("dialog");
  await expect(popup.getByLabel("Find a field")).toBeFocused();
  await page.keyboard.type("favorite");
  await press("Enter");
  await expect(popup.getByRole("checkbox", { name: "Makers" })).toBeVisible();
  await tabTo(page, popup.getByRole("checkbox").first());
  while (!(await isFocused(popup.getByRole("checkbox", { name: "Makers" })))) {
    await press("ArrowDown");
  }
  await press("Space", "Escape");
  await expect(page.getByRole("button", { name: /^Filter/ })).toBeFocused();
  await expect(page.getByRole("button", { name: "Favorite track: Makers" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: /^Order/ }), "Shift+Tab");
  await press("Enter");
  await tabTo(page, popup.getByRole("button", { name: "Name Z to A" }));
  await press("Enter", "Escape");
  await expect(page.getByRole("button", { name: "Order: Name Z to A" })).toBeFocused();
  await expect(total(page)).toContainText(" of ");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
  const second =
    (await rowsOf(page).nth(2).textContent())?.match(/p\d+@harbor\.example/)?.[0] ?? "-";
  await tabTo(page, page.getByRole("grid"));
  await press("ArrowDown", "ArrowDown", "Enter");
  await expect(page.getByRole("complementary", { name: "Details" })).toContainText(second);
  await press("Escape");
  await expect(page.getByRole("complementary", { name: "Details" })).toHaveCount(0);
  await expect(page.getByRole("grid")).toBeFocused();
});

async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
