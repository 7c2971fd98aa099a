import { expect, test } from "@/testing/fixtures";
import { sizeOf } from "@/testing/long-form";

const EVENT = "evt_harbor";
const PAGES = ["", "/applications", "/participants", "/program", "/settings"];
/** How often each page is loaded; one in 160 loads was drawn anew once. */
const LOADS = sizeOf(12, 200);

test("the browser takes over what the server drew, in every load: nothing is drawn anew", async ({
  page,
  asOrganizer: _,
}) => {
  test.setTimeout(LOADS * PAGES.length * 1_500);
  const faults: string[] = [];
  page.on("console", (message) => {
    if (/hydrat|#418|#425|did not match/i.test(message.text())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  for (let load = 0; load < LOADS; load += 1) {
    for (const path of PAGES) {
      await page.goto(`/events/${EVENT}${path}`);
      await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
    }
  }
  expect(faults).toEqual([]);
});

test("a page that an event does not have keeps the event's frame, and is called that", async ({
  page,
  asOrganizer: _,
}) => {
  const answer = await page.goto(`/events/${EVENT}/nothing/here`);
  expect(answer?.status()).toBe(404);
  await expect(
    page.getByRole("heading", { name: "There is no such page of this event" }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Applications" }).first()).toBeVisible();
  await expect(page).toHaveTitle(/^Not here/);
});

test("an event that is not there has a title of its own", async ({ page, asOrganizer: _ }) => {
  await page.goto("/events/evt_nobody_knows");
  await expect(page).toHaveTitle("Not here · Foyer");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such event here");
});
test.use({ expectedConsoleErrors: ["status of 404"] });
