import type { Page } from "@playwright/test";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { expect, test } from "@/testing/fixtures";

const EVENT = "evt_harbor";
const OVERVIEW = `/events/${EVENT}`;
const CARDS = [
  "Applications over time",
  "From submitted to registered",
  "Time to decision",
  "Registration waves",
  "Answers to the form",
];

// Somebody is approved here: whoever counts elsewhere must not notice.
test.use({ world: "overview" });
test.beforeEach(({ asOrganizer: _ }) => {});

type Counted = { href: string; label: string; count: number };

/** Every link of the page to a list, with the number that it says, those of closed tables, too. */
async function countedLinks(page: Page, within = "main"): Promise<Counted[]> {
  const links = await page.locator(`${within} a[href*="/applications?"]`).evaluateAll((all) =>
    all.map((link) => ({
      href: link.getAttribute("href") ?? "",
      label: link.getAttribute("aria-label") ?? link.textContent ?? "",
    })),
  );
  return links
    .filter(({ href }) => !href.includes("selected="))
    .map(({ href, label }) => {
      const said = label.match(/([\d,]+) applications?\b/) ?? label.match(/([\d,]+)\s*$/);
      return { href, label, count: Number(said?.[1]?.replaceAll(",", "") ?? Number.NaN) };
    });
}

async function openOverview(page: Page, search = ""): Promise<void> {
  await page.goto(OVERVIEW + search);
  // A page that streams in holds its parts twice for a moment.
  const fold = page.getByText("How far they have come, and how fast");
  await expect(fold).toHaveCount(1);
  await fold.click();
  for (const card of CARDS) {
    await expect(page.getByRole("region", { name: card }).getByText("Show as table")).toBeVisible();
  }
}

test("every number of the overview is the total of the list that it opens", async ({ page }) => {
  await openOverview(page);
  const links = await countedLinks(page);
  expect(links.length).toBeGreaterThan(60);
  for (const { href, label, count } of links) {
    const answer = await page.request.get(`/api${href}&limit=1`);
    const { total } = (await answer.json()) as { total: number };
    expect.soft({ label, href, count }).toEqual({ label, href, count: total });
  }
});

test("a bar of each picture opens its list, which says the same number", async ({ page }) => {
  for (const card of CARDS) {
    await openOverview(page);
    const region = page.getByRole("region", { name: card });
    const links = await countedLinks(page, `section[aria-label="${card}"]`);
    const some = links.find(({ count }) => count > 0);
    if (!some) throw new Error(`${card} opens nothing`);
    await region.locator(`a[href="${some.href}"]`).first().click();
    await expect(page).toHaveURL(/\/applications\?/);
    const said = page.getByRole("status").filter({ hasText: /^[\d,]+( of [\d,]+)? applications$/ });
    await expect(said).toHaveText(
      new RegExp(`^${some.count.toLocaleString("en-GB")}( of [\\d,]+)? applications$`),
    );
  }
});

test("a picture is a table as well, with the same numbers", async ({ page }) => {
  await openOverview(page);
  const card = page.getByRole("region", { name: "From submitted to registered" }).first();
  await card.getByText("Show as table").click();
  const table = card.getByRole("table", { name: "From submitted to registered" });
  await expect(table.getByRole("row")).toHaveCount(5);
  const bars = card.getByRole("list").getByRole("link");
  for (const [at, bar] of (await bars.all()).entries()) {
    const cell = table
      .getByRole("row")
      .nth(at + 1)
      .getByRole("link");
    expect(await cell.getAttribute("href")).toBe(await bar.getAttribute("href"));
    expect(await bar.textContent()).toContain(`${await cell.textContent()} application`);
  }
});

test("arrow keys go along the columns, which are one stop of the Tab key", async ({ page }) => {
  await openOverview(page);
  const columns = page.getByRole("group", { name: /^Applications by day/ }).getByRole("link");
  await columns.first().focus();
  await page.keyboard.press("End");
  await expect(columns.last()).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(columns.nth(-2)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(
    page.getByRole("group", { name: /^Applications by day/ }).locator(":focus"),
  ).toHaveCount(0);
});

test("the question that is broken down stands in the address", async ({ page, foyer }) => {
  await openOverview(page);
  const card = page.getByRole("region", { name: "Answers to the form" });
  await card.getByLabel("Question").selectOption("t_shirt_size");
  await expect(page).toHaveURL(/field=t_shirt_size/);
  const list = card.getByRole("list", { name: "Applications by T shirt size" });
  await expect(list).toBeVisible();
  const { rows } = await foyer.database.query<{ value: string; n: number }>(
    `SELECT fields->>'t_shirt_size' AS value, count(*)::int AS n FROM participants
     WHERE event_id = $1 AND status IS NOT NULL AND fields->>'t_shirt_size' IS NOT NULL GROUP BY 1`,
    [EVENT],
  );
  for (const { value, n } of rows) {
    const name = `${value} ${n} application${n === 1 ? "" : "s"}`;
    await expect(list.getByRole("link", { name, exact: true })).toBeVisible();
  }
  await page.reload();
  await expect(card.getByLabel("Question")).toHaveValue("t_shirt_size");
  await expect(list).toBeVisible();
});

test("what happens moves the pictures and stands on top of the feed; its name opens the person", async ({
  page,
  foyer,
}) => {
  await openOverview(page);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  const { rows } = await foyer.database.query<{
    application_id: string;
    participant_id: string;
    name: string;
  }>(
    `SELECT application_id, participant_id, name FROM participants
     WHERE event_id = $1 AND status = 'pending' ORDER BY participant_id LIMIT 1`,
    [EVENT],
  );
  const [someone] = rows;
  if (!someone) throw new Error("nobody is pending");
  const approved = page
    .getByRole("region", { name: "From submitted to registered" })
    .getByRole("link", { name: /^Approved/ });
  const before = Number((await approved.textContent())?.match(/\d+/)?.[0]);
  await foyer.control("act", { action: "approve", application_id: someone.application_id });
  await expect(approved).toContainText(`Approved ${before + 1} application`, {
    timeout: 30_000,
  });
  const feed = page.getByRole("region", { name: "What happened" });
  const line = feed
    .getByRole("listitem")
    .filter({ hasText: `${someone.name} was approved` })
    .first();
  await expect(line).toBeVisible({ timeout: 30_000 });
  await line.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`selected=${someone.participant_id}`));
  await expect(page.getByRole("heading", { name: someone.name })).toBeVisible();
});

test("a visit begins where the event is opened, not where its card is seen", async ({
  page,
  foyer,
}) => {
  const visits = async () => {
    const { rows } = await foyer.database.query<{ count: number }>(
      "SELECT count(visited_at)::int AS count FROM members WHERE event_id = $1",
      [EVENT],
    );
    return rows[0]?.count;
  };
  await foyer.database.query("UPDATE members SET visited_at = NULL WHERE event_id = $1", [EVENT]);
  await page.goto("/events");
  await page
    .getByRole("link", { name: /Harbor/ })
    .first()
    .hover();
  await page.waitForLoadState("networkidle");
  expect(await visits()).toBe(0);
  await page
    .getByRole("link", { name: /Harbor/ })
    .first()
    .click();
  await expect(page.getByRole("region", { name: "What happened" })).toBeVisible();
  expect(await visits()).toBe(1);
});

test("the feed goes back as far as anybody wants to read", async ({ page }) => {
  await openOverview(page);
  const feed = page.getByRole("region", { name: "What happened" });
  const lines = feed.getByRole("listitem");
  const more = feed.getByRole("button", { name: "Show more" });
  await expect(lines.first()).toBeVisible();
  for (let known = await lines.count(); await more.isVisible(); known = await lines.count()) {
    await more.click();
    await expect.poll(() => lines.count()).toBeGreaterThan(known);
    await expect(feed.getByRole("button", { name: "Reading more…" })).toHaveCount(0);
  }
  await expect(feed.getByText("Connected", { exact: true })).toBeVisible();
});

test.describe("without an answer", () => {
  test.use({ expectedConsoleErrors: ["net::ERR_FAILED"] });

  test("the answers to a question say that they did not load, and come when asked for again", async ({
    page,
    context,
  }) => {
    await openOverview(page);
    await context.route("**/insights?field=years_attending", (route) => route.abort());
    const card = page.getByRole("region", { name: "Answers to the form" });
    await card.getByLabel("Question").selectOption("years_attending");
    await expect(card.getByRole("alert")).toBeVisible({ timeout: 20_000 });
    await context.unroute("**/insights?field=years_attending");
    await card.getByRole("button", { name: "Try again" }).click();
    await expect(card.getByRole("list", { name: "Applications by Years attending" })).toBeVisible();
  });
});

test("the pictures and their tables are free of axe findings and never scroll sideways", async ({
  page,
}) => {
  const show = async () => {
    await openOverview(page);
    const summaries = page.getByText("Show as table");
    // While the pictures stream in, some stand in the document twice.
    await expect(summaries).toHaveCount(CARDS.length + 1);
    for (const summary of await summaries.all()) await summary.click();
  };
  await expectSoundScreen(page, { widths: [320, 768, 1440], sideways: "page", show });
});
