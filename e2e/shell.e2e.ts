import { connectByHttp } from "@/testing/connect-by-http";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { expect, test } from "@/testing/fixtures";
import { plantSeatsToo } from "@/testing/plant-seat";

const EVENT = "/events/evt_harbor";

// A second event shows on pages that others look at.
test.use({ world: "shell" });
test.beforeEach(({ asOrganizer: _ }) => {});

test("an organizer goes from one event to another by the event's name", async ({ page, foyer }) => {
  await connectByHttp(foyer, "evt_summit", "usr_ana");
  await plantSeatsToo(foyer.database, "evt_harbor", "evt_summit");
  await page.goto(EVENT);
  const switcher = page.getByRole("button", { name: /switch to another event$/ });
  await switcher.click();
  await page
    .getByRole("menu", { name: "Events" })
    .getByRole("menuitem", { name: /Summit/ })
    .click();
  await expect(page).toHaveURL(/evt_summit$/);
  await switcher.click();
  await page.getByRole("menuitem", { name: "All events" }).click();
  await expect(page).toHaveURL(/\/events$/);
});

test("an organizer hands out the portal's address: as a link, as a picture, and sees it", async ({
  page,
  context,
  foyer,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(EVENT);
  await page.getByRole("button", { name: "Participants' portal" }).click();
  const popup = page.getByRole("dialog", { name: "Participants' portal" });
  await expect(popup.getByRole("img", { name: "The link as a QR code" })).toBeVisible();
  await popup.getByRole("button", { name: "Copy link" }).click();
  await expect(popup.getByText("Copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${foyer.appUrl}/portal/evt_harbor`);
  await expect(popup.getByRole("link", { name: /See it/ })).toHaveAttribute("href", copied);
  await expectSoundScreen(page, { widths: [320, 1280], sideways: "page" });
});

test("on a tablet the pages of an event are a narrow column, which keeps the height for rows", async ({
  page,
}) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.goto(`${EVENT}/applications`);
  const rail = page.getByRole("banner");
  await expect(page.getByRole("navigation", { name: "Event" })).toHaveCount(1);
  const box = await rail.boundingBox();
  expect(box?.width).toBe(64);
  const main = await page.getByRole("main").boundingBox();
  expect(main?.height).toBe(1024);
  await rail.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings");
});
