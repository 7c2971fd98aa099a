import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/testing/fixtures";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";

const EVENT = "evt_harbor";
const LIST = `/events/${EVENT}/applications?sort=name`;
const PLANTED = 2_000;

// One's own world: a list that is too long to be loaded as a whole.
test.use({ world: "list window", expectedConsoleErrors: ["offset="] });
test.beforeEach(async ({ asOrganizer: _, foyer: { database } }) => {
  // Behind everybody of Revento's, who are the ones that can change.
  await database.query(
    `INSERT INTO participants (event_id, participant_id, application_id, status, name, email, fields,
       submitted_at, updated_at, version_at, source, confirmed_at)
     SELECT $1, 'ptp_long_' || n, 'app_long_' || n, 'pending', 'Aaa ' || lpad(n::text, 5, '0'), '', '{}',
       now(), now(), now(), 'sync', now()
     FROM generate_series(1, $2::int) AS n
     ON CONFLICT DO NOTHING`,
    [EVENT, PLANTED],
  );
});

const grid = (page: Page): Locator => page.getByRole("grid", { name: "Applications" });
const rows = (page: Page): Locator => grid(page).locator("tbody tr");
const rowNamed = (page: Page, name: string): Locator =>
  rows(page).filter({ has: page.getByText(name, { exact: true }) });

async function peopleByName({ database }: FoyerUnderTest): Promise<{ id: string; app: string }[]> {
  const { rows: found } = await database.query<{ id: string; app: string }>(
    `SELECT participant_id AS id, application_id AS app FROM participants
     WHERE event_id = $1 AND removed_at IS NULL AND status IS NOT NULL ORDER BY name_order, participant_id`,
    [EVENT],
  );
  return found;
}

/** Every row that is drawn, by its place in the whole list, counted from 0. */
async function drawn(page: Page): Promise<[number, string][]> {
  return rows(page).evaluateAll((all) =>
    all.map((tr): [number, string] => [
      Number(tr.getAttribute("aria-rowindex")) - 2,
      tr.id.replace("row-", ""),
    ]),
  );
}

/** Pulls the scroll bar to a row. */
async function pullTo(page: Page, index: number): Promise<void> {
  await grid(page).evaluate((table, at) => {
    const height = table.querySelector("tbody tr")?.getBoundingClientRect().height ?? 44;
    table.parentElement?.scrollTo({ top: at * height });
  }, index);
}

test("the scroll bar is of the whole list, and where it is pulled to is read at once", async ({
  page,
  foyer,
}) => {
  const people = await peopleByName(foyer);
  const pages: string[] = [];
  page.on("request", (request) => {
    const url = decodeURIComponent(request.url());
    if (/applications.*counts=no/.test(url)) pages.push(url);
  });
  await page.goto(LIST);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", String(people.length + 1));
  await expect(rowNamed(page, "Aaa 00001")).toBeVisible();
  await pullTo(page, 1_200);
  await expect(rowNamed(page, "Aaa 01201")).toBeInViewport();
  expect(pages.length).toBeLessThan(6);
  // Upwards in steps that are smaller than what is loaded, nothing is left out.
  for (let at = 1_190; at >= 990; at -= 20) {
    await pullTo(page, at);
    await expect(rowNamed(page, `Aaa ${String(at + 1).padStart(5, "0")}`)).toBeInViewport();
    for (const [index, id] of await drawn(page)) expect(people[index]?.id).toBe(id);
  }
  await pullTo(page, 0);
  await expect(rowNamed(page, "Aaa 00001")).toBeInViewport();
});

test("End and Home go to the ends of the whole list, Next goes on where it is opened", async ({
  page,
  foyer,
}) => {
  const people = await peopleByName(foyer);
  const [first, last] = [people[0]?.id, people.at(-1)?.id];
  await page.goto(LIST);
  await expect(rowNamed(page, "Aaa 00001")).toBeVisible();
  await grid(page).focus();
  await page.keyboard.press("End");
  await expect(page.locator(`[id="row-${last}"]`)).toBeInViewport();
  await expect(grid(page)).toHaveAttribute("aria-activedescendant", `row-${last}`);
  await page.keyboard.press("Home");
  await expect(grid(page)).toHaveAttribute("aria-activedescendant", `row-${first}`);
  await expect(page.locator(`[id="row-${first}"]`)).toBeInViewport();

  await page.goto(`${LIST}&selected=${people[1_500]?.id}`);
  const steps = page.getByRole("navigation", { name: "Neighbours in the list" });
  await expect(steps).toContainText(`1,501 of ${people.length.toLocaleString("en-GB")}`);
  await expect(page.locator(`[id="row-${people[1_500]?.id}"]`)).toBeInViewport();
  for (const back of [1_499, 1_498]) {
    await steps.getByRole("button", { name: "Previous" }).click();
    await expect(page.locator(`[id="row-${people[back]?.id}"]`)).toHaveAttribute(
      "aria-current",
      "true",
    );
  }
  // Whoever reads elsewhere meanwhile is not taken back.
  await pullTo(page, 200);
  await expect(rowNamed(page, "Aaa 00201")).toBeInViewport();
  await expect(steps).toContainText("1,499 of");
  await expect(rowNamed(page, "Aaa 00201")).toBeInViewport();
});

test("far down, a row changes where it is, and somebody new above moves nothing", async ({
  page,
  foyer,
}) => {
  const people = await peopleByName(foyer);
  const index = people.findIndex(({ id }) => !id.startsWith("ptp_long_"));
  const someone = people[index + 20];
  await page.goto(LIST);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  await pullTo(page, index + 15);
  const row = page.locator(`[id="row-${someone?.id}"]`);
  await expect(row).toBeInViewport();
  const before = await row.boundingBox();
  await foyer.control("act", { action: "apply", event_id: EVENT, user_id: "usr_p_summit_9" });
  await foyer.control("act", { action: "request_revision", application_id: someone?.app });
  await expect(row).toContainText("Revision");
  expect((await row.boundingBox())?.y).toBe(before?.y);
});

test("a page that cannot be read says so where it is, and is read when asked again", async ({
  page,
}) => {
  await page.goto(LIST);
  await expect(rowNamed(page, "Aaa 00001")).toBeVisible();
  await page.route(/offset/, (route) => route.abort());
  await pullTo(page, 1_000);
  const failed = page.getByRole("alert").filter({ hasText: "The list did not load" });
  await expect(failed).toBeInViewport();
  await page.unroute(/offset/);
  await failed.getByRole("button", { name: "Try again" }).click();
  await expect(rowNamed(page, "Aaa 00951")).toBeInViewport();
});

test("on paper are all the rows that are loaded, and how many there are besides", async ({
  page,
}) => {
  await page.goto(LIST);
  // Before the page's scripts are there, nobody hears that it is printed.
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  await expect(rowNamed(page, "Aaa 00001")).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(rowNamed(page, "Aaa 00050")).toBeAttached();
  await expect(page.getByText(/^Rows 1 to \d+ of 2,0\d\d\./)).toBeAttached();
  await page.emulateMedia({ media: "print" });
  const tops = await rows(page).evaluateAll((all) =>
    all.map((tr) => tr.getBoundingClientRect().top),
  );
  expect(new Set(tops).size).toBe(tops.length);
});
