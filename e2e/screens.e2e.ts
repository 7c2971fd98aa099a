import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./support/fixtures";

const EVENT = "evt_harbor";
const SCREENS = [
  "/",
  "/events",
  `/events/${EVENT}`,
  `/events/${EVENT}/applications`,
  `/events/${EVENT}/applications?q=nobody-is-called-this`,
  `/events/${EVENT}/applications?selected=ptp_harbor_1`,
  `/events/${EVENT}/participants`,
  `/events/${EVENT}/program`,
  `/events/${EVENT}/settings`,
  "/connect",
];
const WIDTHS = [320, 1280];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    for (const screen of SCREENS) {
      test(`${screen} is free of axe findings and never scrolls sideways`, async ({
        page,
        foyer,
        asOrganizer: _,
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
