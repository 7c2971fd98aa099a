import { expect, test } from "@/testing/fixtures";
import { becomeAtRevento } from "@/testing/revento-people";

test.describe("every way a connection can fail ends on a page that says so", () => {
  test.use({
    // Chromium reports a page that is answered with its true status as an error of the console.
    expectedConsoleErrors: ["Failed to load resource"],
  });

  test("an organizer who refuses is told that nothing was connected, and can try again", async ({
    page,
    foyer,
  }) => {
    await becomeAtRevento(page, foyer.sandboxUrl, "Ana Kovačević");
    await page.goto(`${foyer.appUrl}/connect?event_id=evt_summit`);
    await page.getByRole("button", { name: "Refuse" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(foyer.appUrl);
    await expect(page.getByRole("link", { name: /try again/i })).toBeVisible();
    await page.goto(`${foyer.appUrl}/events`);
    await expect(page.getByText("Summit of Makers")).toHaveCount(0);
  });

  test("an event of an organization that is not formal cannot be connected", async ({
    page,
    foyer,
  }) => {
    await becomeAtRevento(page, foyer.sandboxUrl, "Ben Okafor");
    await page.goto(`${foyer.appUrl}/connect?event_id=evt_garden`);
    await expect(page.getByText(/formal/i).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Allow" })).toHaveCount(0);
  });

  test("a forged callback is refused with its status", async ({ page, foyer }) => {
    const answer = await page.goto(`${foyer.appUrl}/connect/callback?code=guessed&state=guessed`);
    expect(answer?.status()).toBe(400);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  test("an event id that is none is explained", async ({ page, foyer }) => {
    const answer = await page.goto(
      `${foyer.appUrl}/connect?event_id=${encodeURIComponent("<script>")}`,
    );
    expect(answer?.status()).toBe(400);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  test("another event's pages and data are not found, and without a session one is asked to connect", async ({
    page,
    foyer,
  }) => {
    const open = await page.request.get(`${foyer.appUrl}/api/events/evt_expo/applications`);
    expect(open.status()).toBe(401);
    await page.goto(`${foyer.appUrl}/events/evt_expo`);
    await expect(page.getByText(/connect/i).first()).toBeVisible();
  });
});
