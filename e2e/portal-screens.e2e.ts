import type { Page } from "@playwright/test";
import type { PublicProgramView } from "@/lib/program/program-view";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { EVENT, expect, test } from "@/testing/portal-fixtures";
import { signInByHttp } from "@/testing/portal-sign-in";
import { PORTAL_SCREENS } from "@/testing/screens";

const PORTAL = `/portal/${EVENT}`;

// axe looks at everything on the program, twice.
test.describe.configure({ timeout: 120_000 });
// Pages are answered with their true status, which Chromium reports.
test.use({ expectedConsoleErrors: ["status of 404", "status of 400", "status of 401"] });

async function expectSoundPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("main").waitFor();
  await expectSoundScreen(page);
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

for (const { name, path, status } of PORTAL_SCREENS) {
  test(`${name} is free of axe findings and never scrolls sideways`, async ({
    context,
    page,
    foyer,
    organizer: _,
    regular,
    signIn,
  }) => {
    if (status) await signIn(context, await regular(status));
    if (name === "an agenda") await starFirstHour(page, foyer.appUrl);
    await expectSoundPage(page, foyer.appUrl + path);
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
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/took the access back/);
  await expectSoundScreen(page, { widths: [1280] });
  await expectSoundPage(page, foyer.appUrl + PORTAL);
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
  await expectSoundPage(page, foyer.appUrl + PORTAL);
});
