import AxeBuilder from "@axe-core/playwright";
import { connectByHttp } from "./support/connect-by-http";
import { eventually } from "./support/eventually";
import { expect, test } from "./support/fixtures";

const EVENT = "evt_harbor";
const SCREENS = [
  "/",
  "/events",
  `/events/${EVENT}`,
  `/events/${EVENT}/applications`,
  `/events/${EVENT}/applications?q=nobody-is-called-this`,
  `/events/${EVENT}/participants`,
  `/events/${EVENT}/program`,
  `/events/${EVENT}/settings`,
  "/connect",
];
const WIDTHS = [320, 1280];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    test.beforeEach(async ({ context, foyer }) => {
      const cookie = await connectByHttp(foyer, EVENT, "usr_ana");
      const [name = "", value = ""] = cookie.split("=");
      await context.addCookies([{ name, value, url: foyer.appUrl }]);
      await eventually(
        () => foyer.database.query("SELECT 1 FROM sync_runs WHERE state IN ('queued', 'running')"),
        ({ rowCount }) => rowCount === 0,
        60_000,
      );
    });

    for (const screen of SCREENS) {
      test(`${screen} is free of axe findings and never scrolls sideways`, async ({
        page,
        foyer,
      }) => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(foyer.appUrl + screen);
          await page.getByRole("main").waitFor();
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          expect.soft(found, `at ${width} px`).toEqual([]);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect.soft(overflow, `sideways at ${width} px`).toBeLessThanOrEqual(0);
        }
      });
    }
  });
}
