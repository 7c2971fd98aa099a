import { expect, test } from "@/testing/fixtures";

test("the start page shows the product as it changes, and stands still when told to", async ({
  page,
  foyer,
}) => {
  await page.clock.install();
  await page.goto(foyer.appUrl);
  await expect(page.getByRole("link", { name: "Connect with Revento" })).toHaveAttribute(
    "href",
    "/connect",
  );
  await expect(page.getByRole("button", { name: "Pause the picture" })).toBeVisible();
  await expect(async () => {
    await page.clock.runFor(500);
    await expect(page.getByText("Amara Okafor")).toBeVisible({ timeout: 100 });
  }).toPass();
  await page.getByRole("button", { name: "Pause the picture" }).click();
  await expect(page.getByRole("button", { name: "Play the picture" })).toBeVisible();
  const pending = await page.getByText(/^\d+ pending$/).textContent();
  // Longer than any of its pictures stays.
  await page.clock.runFor(2_000);
  await expect(page.getByText(pending ?? "", { exact: true })).toBeVisible();

  await page.getByText("I have the event's link or id").click();
  await expect(page.getByRole("textbox", { name: /Event id/ })).toBeVisible();
});

test("whoever wants less motion sees the picture at rest", async ({ page, foyer }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(foyer.appUrl);
  await expect(page.getByText("Mira Novak")).toBeVisible();
  await expect(page.getByRole("button", { name: "Pause the picture" })).toHaveCount(0);
});

test("a link to the start page has a picture of its own", async ({ page, foyer }) => {
  await page.goto(foyer.appUrl);
  const address = await page.locator('meta[property="og:image"]').getAttribute("content");
  expect(address).toMatch(new RegExp(`^${foyer.appUrl}/opengraph-image`));
  const picture = await page.request.get(address ?? "");
  expect(picture.headers()["content-type"]).toBe("image/png");
  expect((await picture.body()).subarray(1, 4).toString()).toBe("PNG");
});
