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
});
