import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { PublicProgramView } from "@/lib/program/program-view";
import { type Applicant, EVENT, expect, test as portalTest } from "./support/portal-fixtures";
import { signInByHttp } from "./support/portal-sign-in";
import { scrollsSideways } from "./support/scrolls-sideways";

const PORTAL = `/portal/${EVENT}`;
const WIDTHS = [320, 1280];

/** By name: the address, and whose application stands how; nobody's is the page before signing in. */
const SCREENS: Record<string, { path: string; status?: string }> = {
  "the door": { path: PORTAL },
  "the door of nothing": { path: "/portal/evt_there_is_none" },
  "the window of a frame's sign-in": { path: `${PORTAL}/sign-in?challenge=short` },
  "a sign-in that came to nothing": { path: "/api/auth/callback/revento?code=a&state=b" },
  "an application that waits": { path: PORTAL, status: "pending" },
  "an approved application": { path: PORTAL, status: "approved" },
  "a rejected application": { path: PORTAL, status: "rejected" },
  "an application to be changed": { path: PORTAL, status: "revision_requested" },
  "a cancelled application": { path: PORTAL, status: "cancelled" },
  "the program": { path: `${PORTAL}/program`, status: "approved" },
  "an agenda": { path: `${PORTAL}/agenda`, status: "approved" },
  "an empty agenda": { path: `${PORTAL}/agenda`, status: "rejected" },
  "my data": { path: `${PORTAL}/me`, status: "approved" },
};

type Regulars = { regulars: (status: string) => Promise<Applicant> };

/** One person for each status, so that each consent is asked for once. */
const test = portalTest.extend<object, Regulars>({
  regulars: [
    async ({ takeApplicant }, use) => {
      const known = new Map<string, Applicant>();
      await use(async (status) => {
        const person = known.get(status) ?? (await takeApplicant(status));
        known.set(status, person);
        return person;
      });
    },
    { scope: "worker" },
  ],
});

// axe looks at everything on the program, twice.
test.describe.configure({ timeout: 120_000 });
// Pages are answered with their true status, which Chromium reports.
test.use({ expectedConsoleErrors: ["status of 404", "status of 400", "status of 401"] });

async function expectNoFindings(page: Page, address: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    await page.getByRole("main").waitFor();
    await checkAsItIs(page, width);
  }
}

async function checkAsItIs(page: Page, width: number): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect.soft(found, `at ${width} px`).toEqual([]);
  expect.soft(await page.evaluate(scrollsSideways), `sideways at ${width} px`).toEqual([]);
}

/** Stars everything of the first hour, so that there are conflicts to show. */
async function starFirstHour(page: Page, appUrl: string): Promise<void> {
  const answer = await page.request.get(`${appUrl}/api${PORTAL}/program`);
  const { activities } = (await answer.json()) as PublicProgramView;
  for (const each of activities.filter(({ startsAt }) => startsAt === activities[0]?.startsAt)) {
    await page.request.put(`${appUrl}/api${PORTAL}/agenda/${each.activityId}`, {
      headers: { origin: appUrl },
    });
  }
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    for (const [name, { path, status }] of Object.entries(SCREENS)) {
      test(`${name} is free of axe findings and never scrolls sideways`, async ({
        context,
        page,
        foyer,
        organizer: _,
        regulars,
        signIn,
      }) => {
        if (status) await signIn(context, await regulars(status));
        if (name === "an agenda") await starFirstHour(page, foyer.appUrl);
        await expectNoFindings(page, foyer.appUrl + path);
      });
    }

    test("being signed out is free of axe findings and never scrolls sideways", async ({
      context,
      page,
      foyer,
      signIn,
      takeApplicant,
    }) => {
      const person = await takeApplicant("pending");
      await signIn(context, person);
      await page.goto(foyer.appUrl + PORTAL);
      const revoke = { action: "revoke_user_access", event_id: EVENT, user_id: person.userId };
      await foyer.control("act", revoke);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/took Foyer's access back/);
      await checkAsItIs(page, 1280);
      await expectNoFindings(page, foyer.appUrl + PORTAL);
    });

    test("a portal without one's application is free of findings too", async ({
      context,
      page,
      foyer,
      takeApplicant,
    }) => {
      const person = await takeApplicant("pending");
      const { browser } = await signInByHttp(foyer, EVENT, person.userId, {
        scopes: ["profile.read"],
      });
      await context.addCookies(
        [...browser.cookies].map(([name, value]) => ({ name, value, url: foyer.appUrl })),
      );
      await expectNoFindings(page, foyer.appUrl + PORTAL);
    });
  });
}
