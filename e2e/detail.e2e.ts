import type { Locator, Page } from "@playwright/test";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { expect, test } from "@/testing/fixtures";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";

const EVENT = "evt_harbor";
const LIST = `/events/${EVENT}/applications`;

// One's own world: these journeys decide on applications.
test.use({ world: "detail" });
test.beforeEach(({ asOrganizer: _ }) => {});

type Someone = { id: string; application_id: string; display_name: string };

async function someonePending(foyer: FoyerUnderTest, at: number): Promise<Someone> {
  const { data } = (await foyer.control(`participants?event_id=${EVENT}`)) as {
    data: (Someone & { application_status: string | null })[];
  };
  const pending = data.filter((row) => row.application_status === "pending");
  const found = pending[at];
  if (!found) throw new Error(`the seed has no pending application number ${at}`);
  return found;
}

const field = (page: Page, name: string): Locator => page.locator(`[data-field="${name}"]`);
const heading = (page: Page): Locator =>
  page.getByRole("article").getByRole("heading", { level: 2 });

async function openPerson(page: Page, { id, display_name }: Someone): Promise<void> {
  await page.goto(`${LIST}?selected=${id}`);
  await expect(heading(page)).toHaveText(display_name);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
}

/** Opens a folded part of the person, and answers it. */
async function unfold(page: Page, name: string): Promise<Locator> {
  const part = page.getByRole("region", { name });
  await part.getByRole("heading", { name }).click();
  return part;
}

test("an organizer goes through the pending ones, one after the other, and the filter stays", async ({
  page,
}) => {
  await page.goto(`${LIST}?status=pending`);
  await page.locator("tbody tr").first().click();
  const first = (await heading(page).textContent()) ?? "";
  const neighbours = page.getByRole("navigation", { name: "Neighbours in the list" });
  const next = neighbours.getByRole("button", { name: "Next" });
  await expect(neighbours).toContainText(/1 of \d+$/);
  await expect(next).toHaveAttribute("title", "Next (J)");

  await next.click();
  await expect(neighbours).toContainText(/2 of \d+$/);
  await expect(heading(page)).not.toHaveText(first);
  await expect(next).toBeFocused();
  await expect(field(page, "status")).toContainText("Pending");
  const second = (await heading(page).textContent()) ?? "";
  await expect(page.getByRole("status").filter({ hasText: `${second}, 2 of` })).toHaveCount(1);

  await page.keyboard.press("k");
  await expect(heading(page)).toHaveText(first);
  expect(new URL(page.url()).searchParams.getAll("status")).toEqual(["pending"]);
  await expect(page.getByRole("button", { name: "Previous" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await page.keyboard.press("j");
  await expect(heading(page)).toHaveText(second);
});

test("an organizer reads one application after the other on the whole page, by keyboard", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${LIST}?status=pending`);
  await page.locator("tbody tr").first().click();
  const first = (await heading(page).textContent()) ?? "";
  const fetched = page.waitForRequest(/\/applications\/ptp_/);
  await page.keyboard.press("f");
  const answers = page.getByRole("region", { name: "Answers" });
  const facts = page.getByRole("region", { name: "Facts" });
  await expect(page.locator("table")).toBeHidden();
  await expect
    .poll(
      async () => ((await facts.boundingBox())?.x ?? 0) - ((await answers.boundingBox())?.x ?? 0),
    )
    .toBeGreaterThan(300);
  const size = await answers
    .locator("dd")
    .first()
    .evaluate((each) => getComputedStyle(each).fontSize);
  expect(size).toBe("16px");

  await page.keyboard.press("j");
  await expect(heading(page)).not.toHaveText(first);
  // The one after it is under way before anybody asks.
  await fetched;
  await expect(page.getByRole("navigation", { name: "Neighbours in the list" })).toContainText(
    /2 of \d+$/,
  );
  await page.reload();
  // While a page comes in, there are two of it for a moment.
  await expect(page.locator("table")).toHaveCount(1);
  await expect(page.locator("table")).toBeHidden();
  await expect(heading(page)).not.toHaveText(first);
  await page.getByRole("button", { name: "Back to the list" }).press("Escape");
  await expect(page.locator("table")).toBeVisible();
  await expect(heading(page)).toBeVisible();
});

test("a decision in Revento glows where one looks, says that it came by webhook, and stays in the history", async ({
  page,
  foyer,
}) => {
  const someone = await someonePending(foyer, 0);
  await openPerson(page, someone);
  await expect(field(page, "status")).not.toContainText("changed");
  const glowing = page
    .locator('[data-field="status"][data-changed]')
    .waitFor({ state: "attached" });
  await foyer.control("act", {
    action: "approve",
    application_id: someone.application_id,
    actor: "usr_ana",
  });
  await glowing;
  await expect(field(page, "status")).toContainText("Approved");
  await expect(field(page, "status")).toContainText(/changed (just now|\d+ s ago|1 minute ago)/);
  await expect(field(page, "submitted")).not.toContainText("changed");
  await expect(page.getByRole("article").locator("header")).toContainText(
    /Changed in Revento .+ · last full read/,
  );
  const source = await unfold(page, "How Foyer knows");
  await expect(source.getByRole("listitem").filter({ hasText: "Changed: webhook" })).toContainText(
    "Status",
  );
  await unfold(page, "History");
  const newest = page.getByRole("region", { name: "History" }).getByRole("listitem").first();
  await expect(newest).toContainText("Approved");
  await expect(newest).toContainText("by usr_ana");
  await expect(newest).toContainText("Came by webhook");
  await expect(newest.getByText("Status", { exact: true })).toBeVisible();
  await expect(newest).toContainText(/Before\s*Pending\s*After\s*Approved/);
});

test("a reviewer is named once, and is called so from then on", async ({ page, foyer }) => {
  const someone = await someonePending(foyer, 1);
  await foyer.control("act", {
    action: "approve",
    application_id: someone.application_id,
    actor: "usr_ana",
  });
  await openPerson(page, someone);
  await expect(field(page, "reviewer")).toContainText("usr_ana");
  await page.getByRole("button", { name: "Name this reviewer" }).click();
  await page.getByRole("textbox", { name: "What usr_ana is called" }).fill("Ana of the harbour");
  await page.keyboard.press("Enter");
  await expect(field(page, "reviewer")).toHaveText(/Ana of the harbour/);
  const history = await unfold(page, "History");
  await expect(history.getByRole("listitem").first()).toContainText("by Ana of the harbour");
  await page.goto(`/events/evt_harbor`);
  await expect(page.getByRole("region", { name: "What happened" })).toContainText(
    "by Ana of the harbour",
  );
});

test("an answer that changed is told by itself, with what it was before", async ({
  page,
  foyer,
}) => {
  const someone = await someonePending(foyer, 1);
  await openPerson(page, someone);
  const answers = page.getByRole("region", { name: "Answers" }).locator("[data-field]");
  const names = await answers.evaluateAll((all) => all.map((each) => each.dataset.field ?? ""));
  const { rows } = await foyer.database.query<{ fields: Record<string, unknown> }>(
    "SELECT fields FROM participants WHERE event_id = $1 AND participant_id = $2",
    [EVENT, someone.id],
  );
  const site = "https://boats.example/ana";
  const custom_form_fields = { ...rows[0]?.fields, favorite_track: `Boats, see ${site}` };
  await foyer.control("act", {
    action: "update_answers",
    application_id: someone.application_id,
    custom_form_fields,
  });
  await expect(field(page, "answers.favorite_track")).toContainText("Boats");
  await expect(field(page, "answers.favorite_track")).toContainText("changed");
  await expect(page.getByRole("link", { name: site }).first()).toHaveAttribute("href", site);
  const others = names.filter((name) => name !== "answers.favorite_track");
  for (const name of others) await expect(field(page, name)).not.toContainText("changed");
  await unfold(page, "History");
  const newest = page.getByRole("region", { name: "History" }).getByRole("listitem").first();
  await expect(newest).toContainText(/Favorite track\s*Before.*After\s*Boats/s);
});

test("whoever wants to decide is led to the application in Revento", async ({ page, foyer }) => {
  const someone = await someonePending(foyer, 2);
  await openPerson(page, someone);
  const link = page.getByRole("link", { name: /Decide in Revento/ });
  const { port } = new URL(foyer.sandboxUrl);
  const address = `http://localhost:${port}/organizer/events/${EVENT}/applications/${someone.application_id}`;
  await expect(link).toHaveAttribute("href", address);
  await expect(link).toHaveAttribute("rel", /noopener/);
});

test.describe("when the detail cannot be read", () => {
  test.use({ expectedConsoleErrors: ["503"] });

  test("that is said, with a way to try again", async ({ page, foyer }) => {
    const someone = await someonePending(foyer, 2);
    const address = `**/api/events/${EVENT}/applications/${someone.id}`;
    const error = { error: "upstream", message: "The database is away." };
    await page.route(address, (route) => route.fulfill({ status: 503, json: error }));
    await page.goto(`${LIST}?selected=${someone.id}`);
    const again = page.getByRole("alert").getByRole("button", { name: "Try again" });
    await expect(again).toBeVisible({ timeout: 30_000 });
    await page.unroute(address);
    await again.click();
    await expect(heading(page)).toHaveText(someone.display_name);
  });
});

test("a long answer shows its beginning, and the rest on request; what is too long to keep is said", async ({
  page,
  foyer,
}) => {
  const someone = await someonePending(foyer, 2);
  await foyer.control("act", {
    action: "update_answers",
    application_id: someone.application_id,
    custom_form_fields: {
      bio: `${"I build boats. ".repeat(4_300)}That is the very end.`,
      essay: "e".repeat(90_000),
    },
  });
  await openPerson(page, someone);
  const answer = page.locator('[data-field="answers.bio"]');
  await expect(answer).toContainText("I build boats.");
  await answer.getByRole("button", { name: "Show more" }).click();
  await expect(answer).toContainText("A long answer: 10 KB of 63 KB.");
  await expect(answer).not.toContainText("the very end");
  await answer.getByRole("button", { name: "Show more" }).click();
  await expect(answer).toContainText("That is the very end.");
  await expect(answer).toContainText("All 63 KB that Foyer has are shown.");
  await expect(answer).not.toContainText("Foyer keeps the beginning");
  await expect(page.locator('[data-field="answers.essay"]')).toContainText(
    "Foyer keeps the beginning of this answer. Revento has all of it: 88 KB.",
  );
  await page.goto(`/events/${EVENT}/settings`);
  await expect(page.getByRole("region", { name: "How fresh this is" })).toContainText(
    "One application is longer than Foyer keeps",
  );
});

test("the detail is free of axe findings and fits the narrowest phone", async ({ page, foyer }) => {
  const someone = await someonePending(foyer, 1);
  const show = async () => {
    await openPerson(page, someone);
    const overflow = await page.getByRole("article").evaluate((article) => {
      const panel = article.parentElement ?? article;
      return panel.scrollWidth - panel.clientWidth;
    });
    expect.soft(overflow, "sideways").toBeLessThanOrEqual(0);
  };
  await expectSoundScreen(page, { widths: [320, 1440], height: 800, sideways: "page", show });
});
