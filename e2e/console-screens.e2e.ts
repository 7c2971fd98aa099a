import {
  test as consoleTest,
  expect,
  fillConsole,
  plantOperator,
} from "@/testing/console-fixtures";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { CONSOLE_SCREENS } from "@/testing/screens";

const HARBOR = "evt_harbor";
const SUMMIT = "evt_summit";

type Prepared = {
  /** An operator's cookie, in a Foyer with something on every page. */
  world: string;
  operator: { name: string; value: string; deliveryPath: string };
};

const test = consoleTest.extend<object, Prepared>({
  operator: [
    async ({ foyer, organizer: _ }, use) => {
      const deliveryPath = await fillConsole(foyer, HARBOR);
      await use({ ...(await plantOperator(foyer)), deliveryPath });
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

test.use({ world: "console screens", expectedConsoleErrors: ["status of 400"] });

test.beforeEach(async ({ context, foyer, operator: { name, value } }) => {
  await context.addCookies([{ name, value, url: foyer.appUrl }]);
});

for (const { name, path } of CONSOLE_SCREENS) {
  test(`${name}: free of axe findings, and never scrolls sideways`, async ({
    page,
    foyer,
    operator,
  }) => {
    await page.goto(foyer.appUrl + path.replace("DELIVERY", operator.deliveryPath));
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectSoundScreen(page, { isFramed: true });
  });
}

test("the dialogs, by keyboard alone: free of axe findings, and never scroll sideways", async ({
  page,
  foyer,
}) => {
  await page.goto(`${foyer.appUrl}/admin/connections/${SUMMIT}`);
  const button = page
    .getByRole("region", { name: "What can be done" })
    .getByRole("button", { name: "Erase now" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog")).toContainText("rows would be deleted now");
  await expectSoundScreen(page);
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();

  await page.goto(`${foyer.appUrl}/admin/deliveries?state=dead`);
  await page.getByRole("button", { name: /Choose all/ }).press("Enter");
  await page.getByRole("button", { name: "Replay…" }).press("Enter");
  await expect(page.getByRole("list", { name: "Verdicts" })).toContainText("Applies 2");
  await expectSoundScreen(page);
});

test("the menu of a phone opens by keyboard and leads to another page", async ({ page, foyer }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${foyer.appUrl}/admin`);
  const jobs = page.getByRole("link", { name: "Jobs" });
  await expect(async () => {
    await page.getByRole("button", { name: "Menu" }).press("Enter");
    await expect(jobs).toBeVisible({ timeout: 2_000 });
  }, "the menu answers once its scripts have run").toPass();
  await jobs.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Jobs");
  await expect(page.getByRole("link", { name: "Actions" })).toBeHidden();
});

test("a page that cannot be refreshed keeps what it shows, and says how old that is", async ({
  page,
  foyer,
}) => {
  await page.goto(`${foyer.appUrl}/admin/connections`);
  await expect(page.getByText(/^Updated/)).toBeVisible();
  await page.route("**/api/admin/connections*", (route) =>
    route.fulfill({ status: 400, json: { error: "invalid", message: "Foyer is out of breath." } }),
  );
  await expect(page.getByText(/Not refreshed: Foyer is out of breath. Shown as of/)).toBeVisible();
  await expect(page.getByRole("link", { name: /Harbor/ })).toBeVisible();
  await page.unroute("**/api/admin/connections*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(/^Updated/)).toBeVisible();
});
