import type { Page } from "@playwright/test";
import { expect, test } from "@/testing/fixtures";

const groundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test("an organizer chooses a theme, which the server draws from the first byte on", async ({
  page,
  foyer,
  asOrganizer: _,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`${foyer.appUrl}/events/evt_harbor/settings`);
  const light = await groundOf(page);
  await page.getByRole("main").getByRole("radio", { name: "Dark theme" }).click();
  await expect.poll(() => groundOf(page)).not.toBe(light);
  const dark = await groundOf(page);
  const answer = await page.request.get(`${foyer.appUrl}/events`);
  expect(await answer.text()).toContain('data-theme="dark"');

  await page.reload();
  expect(await groundOf(page)).toBe(dark);
  const system = page.getByRole("main").getByRole("radio", { name: "System theme" });
  await expect(page.getByRole("main").getByRole("radio", { name: "Dark theme" })).toBeChecked();
  await system.click();
  await expect.poll(() => groundOf(page)).toBe(light);
});

test("the page's own fonts are there, in every weight", async ({ page, foyer, asOrganizer: _ }) => {
  await page.goto(`${foyer.appUrl}/events/evt_harbor/settings`);
  await page.evaluate(() => document.fonts.ready);
  const loaded = await page.evaluate(() =>
    [...document.fonts]
      .filter(({ status }) => status === "loaded")
      .map(({ family, weight }) => `${family} ${weight}`),
  );
  expect(loaded.join()).toMatch(/inter.* 100 900/);
  expect(loaded.join()).toMatch(/fraunces.* 100 900/);
});

test.describe("outside Next's pages", () => {
  test.use({ expectedConsoleErrors: ["status of 404"] });

  test("a message has the chosen theme and the product's letters", async ({ page, foyer }) => {
    await page.emulateMedia({ colorScheme: "light" });
    const missing = `${foyer.appUrl}/certificates/none`;
    await page.goto(missing);
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.body).getPropertyValue("background-color"));
    const light = await ground();
    const loaded = await page.evaluate(async () =>
      [...(await document.fonts.ready)]
        .filter(({ status }) => status === "loaded")
        .map(({ family }) => family),
    );
    expect(loaded).toEqual(expect.arrayContaining(["Inter", "Fraunces"]));

    await page.context().addCookies([{ name: "foyer_theme", value: "dark", url: foyer.appUrl }]);
    await page.goto(missing);
    expect(await ground()).not.toBe(light);
  });
});
