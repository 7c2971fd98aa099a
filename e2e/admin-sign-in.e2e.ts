import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { expect, test as foyerTest } from "@/testing/fixtures";
import { type FoyerWithOidc, startFoyerWithOidc } from "@/testing/foyer-with-oidc";
import { makeStateFolder } from "@/testing/make-state-folder";
import { linkIn, printOperatorLink } from "@/testing/print-operator-link";
import { SIGN_IN_SCREENS } from "@/testing/screens";

const test = foyerTest.extend<object, { withOidc: FoyerWithOidc; newLink: () => Promise<string> }>({
  withOidc: [
    async ({ foyer }, use) => {
      const started = await startFoyerWithOidc(foyer, "olga@foyer.example", {
        olga: { email: "Olga@foyer.example", email_verified: true },
        stranger: { email: "somebody@else.example", email_verified: true },
      });
      await use(started);
      await started.close();
    },
    { scope: "worker" },
  ],
  newLink: [
    async ({ foyer }, use) => {
      const FOYER_STATE_DIR = await makeStateFolder("foyer-link-");
      await use(async () => linkIn(await printOperatorLink({ ...foyer.env, FOYER_STATE_DIR })));
    },
    { scope: "worker" },
  ],
});

test.describe("an operator with a one-time link", () => {
  test("opens the console with it, and signs out", async ({ page, foyer, newLink }) => {
    await page.goto(await newLink());
    await expect(page.getByRole("heading", { name: "Open the console" })).toBeVisible();
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(`${foyer.appUrl}/admin`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/\/admin\/sign-in/);
    await page.goto(`${foyer.appUrl}/admin/connections`);
    await expect(page).toHaveURL(`${foyer.appUrl}/admin/sign-in?return_to=%2Fadmin%2Fconnections`);
    await expect(page.getByText("npm run operator-link")).toBeVisible();
  });

  test.describe("and somebody who got hold of it", () => {
    test.use({ expectedConsoleErrors: ["status of 403"] });

    test("is told that it was used, and gets nowhere", async ({
      page,
      browser,
      foyer,
      newLink,
    }) => {
      const link = await newLink();
      // Looking at it, as a preview does, spends nothing.
      for (let look = 0; look < 3; look += 1) expect((await fetch(link)).status).toBe(200);
      await page.goto(link);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL(`${foyer.appUrl}/admin`);

      const other = await (await browser.newContext()).newPage();
      await other.goto(link);
      await other.getByRole("button", { name: "Sign in" }).click();
      await expect(other.getByRole("heading", { level: 1 })).toHaveText(
        "This link does not work any more",
      );
      await other.goto(`${foyer.appUrl}/admin`);
      await expect(other).toHaveURL(/\/admin\/sign-in/);
      await other.context().close();
    });
  });
});

test.describe("an operator with an account at the provider", () => {
  test("comes back to the page they wanted", async ({ page, withOidc }) => {
    await page.goto(`${withOidc.url}/admin/jobs`);
    await page.getByRole("link", { name: "Sign in with your account" }).click();
    await page.getByRole("button", { name: "olga" }).click();
    await page.waitForURL(`${withOidc.url}/admin/jobs`);
    const me = await page.request.get(`${withOidc.url}/api/admin/me`);
    expect(await me.json()).toMatchObject({ operator: "olga@foyer.example" });
  });

  test.describe("that is not on the list", () => {
    test.use({ expectedConsoleErrors: ["status of 403"] });

    test("is refused in words, and so is somebody who cancels", async ({ page, withOidc }) => {
      const refusal = async (button: string) => {
        await page.goto(`${withOidc.url}/admin`);
        await page.getByRole("link", { name: "Sign in with your account" }).click();
        await page.getByRole("button", { name: button }).click();
        await expect(page.getByRole("link", { name: "Sign in to the console" })).toBeVisible();
        return page.getByRole("heading", { level: 1 }).textContent();
      };
      expect(await refusal("Cancel")).toBe("The sign-in was cancelled");
      expect(await refusal("stranger")).toBe("This account is not an operator's");
      expect((await page.request.get(`${withOidc.url}/api/admin/me`)).status()).toBe(401);
    });
  });

  test("finds no way in by a one-time link", async ({ page, withOidc, newLink }) => {
    const { search } = new URL(await newLink());
    await page.goto(`${withOidc.url}/admin/sign-in${search}`);
    await expect(page.getByRole("link", { name: "Sign in with your account" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign in" })).toHaveCount(0);
  });
});

test.describe("the sign-in", () => {
  test.use({ expectedConsoleErrors: ["status of 40"] });

  for (const [kind, screens] of Object.entries(SIGN_IN_SCREENS)) {
    for (const { name, path } of screens) {
      test(`(${name}) is free of axe findings and never scrolls sideways`, async ({
        page,
        foyer,
        withOidc,
      }) => {
        await page.goto((kind === "links" ? foyer.appUrl : withOidc.url) + path);
        await page.getByRole("main").waitFor();
        await expectSoundScreen(page, { widths: [320, 390, 1280], height: 844, sideways: "page" });
      });
    }
  }
});
