import path from "node:path";
import type { Page } from "@playwright/test";
import { fillConsole, plantOperator } from "@/testing/console-fixtures";
import { expect, test as portalTest } from "@/testing/portal-fixtures";
import {
  CONSOLE_SCREENS,
  ORGANIZER_SCREENS,
  PORTAL_SCREENS,
  PROGRAM_SCREENS,
  type Screen,
  SIGN_IN_SCREENS,
} from "@/testing/screens";

const FOLDER = path.join("test-results", "screenshots");
const SIZES = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];
const SCHEMES = ["light", "dark"] as const;

type Operator = { operator: { name: string; value: string; deliveryPath: string } };

const test = portalTest.extend<object, Operator>({
  operator: [
    async ({ foyer, organizer: _ }, use) => {
      const deliveryPath = await fillConsole(foyer, "evt_harbor");
      await use({ ...(await plantOperator(foyer)), deliveryPath });
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

test.use({ world: "screenshots", expectedConsoleErrors: ["status of 4"] });

const named = (area: string, screens: readonly Screen[]) =>
  screens.map((screen) => ({ ...screen, title: `${area} ${screen.name}` }));

for (const { title, path: at, role, status } of [
  ...named("organizer", ORGANIZER_SCREENS),
  ...named("organizer", PROGRAM_SCREENS.slice(1)),
  ...named("portal", PORTAL_SCREENS),
  ...named("console", CONSOLE_SCREENS),
  ...named("console", SIGN_IN_SCREENS.links),
]) {
  test(title, async ({ context, page, foyer, organizer, operator, regular, signIn }) => {
    if (role === "organizer") await context.addCookies([organizer]);
    const { name, value, deliveryPath } = operator;
    if (role === "operator") await context.addCookies([{ name, value, url: foyer.appUrl }]);
    if (role === "participant") await signIn(context, await regular(status ?? "approved"));
    await takePictures(page, foyer.appUrl + at.replace("DELIVERY", deliveryPath), title);
  });
}

async function takePictures(page: Page, url: string, title: string): Promise<void> {
  const name = title.replace(/[^a-z0-9]+/gi, "-").toLowerCase();
  for (const size of SIZES) {
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(url);
      await untilDrawn(page);
      const file = `${name}-${colorScheme}-${size.width}.png`;
      await page.screenshot({ path: path.join(FOLDER, file), fullPage: true });
    }
  }
}

async function untilDrawn(page: Page): Promise<void> {
  await page.getByRole("main").waitFor();
  await expect(page.getByText("Connecting…")).toHaveCount(0);
  const waiting = page.locator("[aria-busy=true], [aria-label=Loading], [aria-label^=Waiting]");
  await expect(waiting).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}
