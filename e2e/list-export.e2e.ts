import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { expect, test } from "@/testing/fixtures";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { chooseMore } from "@/testing/lists/choose-more";
import { sizeOf } from "@/testing/long-form";
import { readSheet } from "@/testing/read-workbook";

const EVENT = "evt_harbor";
const DIALOG = '[role="alertdialog"]';
const MANY = sizeOf(20_000, 100_000);
const WRITTEN = MANY.toLocaleString("en-GB");

// A product of its own: the last journey fills it with applications.
test.use({ world: "export" });
test.beforeEach(({ asOrganizer: _ }) => {});

type Person = { participantId: string; name: string; email: string; status: string };

async function listed(page: Page, appUrl: string, address: string): Promise<Person[]> {
  const response = await page.request.get(
    `${appUrl}/api/events/${EVENT}/applications?${address}&limit=100`,
  );
  return ((await response.json()) as { rows: Person[] }).rows;
}

/** Runs in the page: what of the dialog, or the page under it, can be scrolled sideways. */
function scrollsSideways(dialog: Element): string[] {
  return [document.documentElement, dialog, ...dialog.querySelectorAll("*")]
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
    .filter((element) => /auto|scroll|visible/.test(getComputedStyle(element).overflowX))
    .map(({ tagName, className }) => `${tagName} ${className}`);
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

test("an organizer exports the list that they see, for a spreadsheet", async ({ page, foyer }) => {
  const address = "status=approved&sort=name&columns=email,name,status";
  await page.goto(`${foyer.appUrl}/events/${EVENT}/applications?${address}`);
  const people = await listed(page, foyer.appUrl, "status=approved&sort=name");
  expect(people.length).toBeGreaterThan(1);

  await chooseMore(page, "Export");
  const dialog = page.getByRole("alertdialog", { name: "Export applications" });
  await expect(dialog).toContainText(
    `The ${people.length} applications of this list, in this order, with these 3 columns.`,
  );
  await dialog.getByRole("radio", { name: /^CSV/ }).check();
  const begun = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export" }).click();
  const download = await begun;
  await expect(dialog).toContainText(`${people.length} rows exported`);
  expect(download.suggestedFilename()).toMatch(/^Harbor .* – applications – [\d-]{10}\.csv$/);
  expect((await contentOf(download)).toString("utf8")).toBe(
    `\uFEFFE-mail,Name,Status\r\n${people
      .map(({ email, name }) => `${email},${name},Approved\r\n`)
      .join("")}`,
  );

  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  await chooseMore(page, "Export");
  await expect(dialog.getByRole("radio", { name: /^Excel/ })).toBeVisible();
});

test("an organizer pastes addresses, learns which are nobody's, and exports those people to Excel", async ({
  page,
  foyer,
}) => {
  await page.goto(`${foyer.appUrl}/events/${EVENT}/applications?columns=name,email,submitted`);
  const [first, second] = await listed(page, foyer.appUrl, "sort=-submitted");
  if (!first || !second) throw new Error("the seed has too few applications");

  await chooseMore(page, "Select by e-mail");
  const paste = page.getByRole("alertdialog", { name: "Select by e-mail" });
  await paste
    .getByRole("textbox")
    .fill(`"${second.name}" <${second.email}>;\n${first.email.toUpperCase()}, nobody@nowhere.test`);
  await expect(paste).toContainText("3 addresses");
  await paste.getByRole("button", { name: "Select" }).click();
  await expect(paste).toContainText("2 applications selected.");
  await expect(paste.getByRole("textbox", { name: "Not found" })).toHaveValue(
    "nobody@nowhere.test",
  );
  await paste.getByRole("button", { name: "Done" }).click();

  await expect(page.getByRole("region", { name: "Selection" })).toContainText("2 selected");
  await page.getByRole("button", { name: "Export selected" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Export selected applications" });
  await expect(dialog).toContainText("The 2 applications you selected");
  const begun = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export" }).click();
  const sheet = readSheet(await contentOf(await begun));
  await expect(dialog).toContainText("2 rows exported");
  expect(sheet.map((cells) => cells.slice(0, 2).map(({ value }) => value))).toEqual([
    ["Name", "E-mail"],
    [first.name, first.email],
    [second.name, second.email],
  ]);
  expect(sheet[1]?.[2]?.style).toBe(2);
});

test.describe("an export that is refused", () => {
  test.use({ expectedConsoleErrors: ["503"] });

  test("says so, and what was chosen is still chosen", async ({ page, foyer }) => {
    await page.goto(`${foyer.appUrl}/events/${EVENT}/applications`);
    await page.route("**/exports", (route) =>
      route.fulfill({ status: 503, json: { error: "internal", message: "Not just now." } }),
    );
    await chooseMore(page, "Export");
    const dialog = page.getByRole("alertdialog");
    await dialog.getByRole("radio", { name: /^JSON/ }).check();
    await dialog.getByRole("button", { name: "Export" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Not just now.");
    await expect(dialog.getByRole("radio", { name: /^JSON/ })).toBeChecked();
  });
});

for (const name of ["Export", "Select by e-mail"]) {
  test(`the dialog “${name}” is free of axe findings and fits a phone`, async ({ page, foyer }) => {
    const show = async () => {
      await page.goto(`${foyer.appUrl}/events/${EVENT}/applications`);
      await chooseMore(page, name);
      const dialog = page.getByRole("alertdialog");
      await expect(dialog.getByRole("button", { name: "Cancel" })).toBeVisible();
      await dialog.evaluate((element) =>
        Promise.all(element.getAnimations({ subtree: true }).map((each) => each.finished)),
      );
      expect.soft(await dialog.evaluate(scrollsSideways)).toEqual([]);
    };
    await expectSoundScreen(page, { height: 720, part: DIALOG, sideways: "page", show });
    await page.keyboard.press("Escape");
    await expect(page.getByRole("alertdialog")).toBeHidden();
  });
}

/** Stops the writing of the event's export somewhere in the middle. Answers how to let it go on. */
async function holdMidway({ database }: FoyerUnderTest): Promise<() => Promise<void>> {
  const client = await database.connect();
  for (;;) {
    await client.query("BEGIN");
    const { rows } = await client.query<{ written: number }>(
      "SELECT written FROM exports WHERE event_id = $1 AND state = 'running' FOR UPDATE",
      [EVENT],
    );
    if (rows.some(({ written }) => written > 0)) {
      return async () => {
        await client.query("COMMIT");
        client.release();
      };
    }
    await client.query("COMMIT");
  }
}

test("a long export shows how far it is", async ({ page, foyer }) => {
  test.setTimeout(180_000);
  const client = await foyer.database.connect();
  // Past the triggers, which count each row: nothing here looks at the counts.
  await client.query("SET session_replication_role = replica");
  await client.query(
    `INSERT INTO participants (event_id, participant_id, application_id, name, email, status, fields,
       submitted_at, updated_at, version_at, source, confirmed_at)
     SELECT $1, 'ptp_many_' || n, 'app_many_' || n, 'Many ' || n, n || '@many.example', 'rejected',
       jsonb_build_object('about', repeat(n || ' ', 150)), now(), now(), now(), 'sync', now()
     FROM generate_series(1, $2::int) AS n`,
    [EVENT, MANY],
  );
  client.release(true);
  const address = "f=domain:is:many.example&columns=name,answers.about";
  await page.goto(`${foyer.appUrl}/events/${EVENT}/applications?${address}`);
  await chooseMore(page, "Export");
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("radio", { name: /^JSON/ }).check();
  const begun = page.waitForEvent("download");
  const held = holdMidway(foyer);
  await dialog.getByRole("button", { name: "Export" }).click();
  const goOn = await held;
  await expect(dialog).toContainText(new RegExp(`[1-9][\\d,]* of ${WRITTEN} rows`), {
    timeout: 30_000,
  });
  await expect(dialog.getByRole("progressbar", { name: "Rows written" })).toHaveAttribute(
    "aria-valuenow",
    /^[1-9]/,
  );
  await goOn();
  await expect(dialog).toContainText(`${WRITTEN} rows exported`, { timeout: 120_000 });
  const people = JSON.parse((await contentOf(await begun)).toString("utf8")) as unknown[];
  expect(people).toHaveLength(MANY);
});
