import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { connectByHttp } from "./support/connect-by-http";
import { test as consoleTest, expect, plantOperator } from "./support/console-fixtures";
import { deadLetter } from "./support/dead-letter";
import { eventually } from "./support/eventually";
import { scrollsSideways } from "./support/scrolls-sideways";

const HARBOR = "evt_harbor";
const SUMMIT = "evt_summit";
const WIDTHS = [320, 1280];

const SCREENS = {
  "the overview": "",
  connections: "/connections",
  "connections that nothing matches": "/connections?q=nobody-is-called-this",
  "a connection": `/connections/${HARBOR}`,
  "an ended connection": `/connections/${SUMMIT}`,
  deliveries: "/deliveries",
  "deliveries of unknown types": "/deliveries?outcome=unknown_type",
  "a page of deliveries that continues nothing": "/deliveries?cursor=nothing",
  erasures: "/erasures",
  suspension: "/suspension",
  installations: "/installations",
  jobs: "/jobs",
  actions: "/actions",
} as const;

type Prepared = {
  /** An operator's cookie, in a Foyer with something on every page. */
  world: string;
  operator: { name: string; value: string; deliveryPath: string };
};

const test = consoleTest.extend<object, Prepared>({
  operator: [
    async ({ foyer, organizer: _ }, use) => {
      await connectByHttp(foyer, SUMMIT, "usr_ana");
      await foyer.control("act", {
        action: "emit",
        event_id: HARBOR,
        type: "badge.printed",
        data: {},
      });
      await deadLetter(foyer, HARBOR, 2);
      await foyer.control("act", { action: "revoke_connection", event_id: SUMMIT });
      const { rows } = await eventually(
        () =>
          foyer.database.query(
            `SELECT event_id, delivery_id FROM deliveries
             WHERE state = 'dead' AND EXISTS (SELECT FROM erasures WHERE event_id = $1)`,
            [SUMMIT],
          ),
        ({ rowCount }) => rowCount === 2,
        20_000,
      );
      const { event_id: eventId, delivery_id: deliveryId } = rows[0];
      await use({
        ...(await plantOperator(foyer)),
        deliveryPath: `/deliveries/${eventId}/${deliveryId}`,
      });
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

test.use({ world: "console screens", expectedConsoleErrors: ["status of 400"] });

/** At 320 and at 1280 px, in both schemes: one visit, since nothing but colours changes with the scheme. */
async function expectNoFindings(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const axe = new AxeBuilder({ page });
      if (colorScheme === "dark") axe.withRules(["color-contrast"]);
      const { violations } = await axe.analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect.soft(found, `at ${width} px, ${colorScheme}`).toEqual([]);
      expect.soft(await page.evaluate(scrollsSideways), `sideways at ${width} px`).toEqual([]);
    }
  }
}

test.beforeEach(async ({ context, foyer, operator: { name, value } }) => {
  await context.addCookies([{ name, value, url: foyer.appUrl }]);
});

for (const [name, path] of Object.entries(SCREENS)) {
  test(`${name}: free of axe findings, and never scrolls sideways`, async ({ page, foyer }) => {
    await page.goto(`${foyer.appUrl}/admin${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectNoFindings(page);
  });
}

test("a delivery: free of axe findings, and never scrolls sideways", async ({
  page,
  foyer,
  operator,
}) => {
  await page.goto(`${foyer.appUrl}/admin${operator.deliveryPath}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expectNoFindings(page);
});

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
  await expectNoFindings(page);
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();

  await page.goto(`${foyer.appUrl}/admin/deliveries?state=dead`);
  await page.getByRole("button", { name: /Choose all/ }).press("Enter");
  await page.getByRole("button", { name: "Replay…" }).press("Enter");
  await expect(page.getByRole("list", { name: "Verdicts" })).toContainText("Applies 2");
  await expectNoFindings(page);
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
