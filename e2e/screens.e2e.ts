import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { test } from "@/testing/fixtures";
import { ORGANIZER_SCREENS } from "@/testing/screens";

// Pages are answered with their true status, which Chromium reports.
test.use({ expectedConsoleErrors: ["status of 404", "status of 400"] });

for (const { name, path, isLoadedAnew } of ORGANIZER_SCREENS) {
  test(`${name} is free of axe findings and never scrolls sideways`, async ({
    page,
    foyer,
    asOrganizer: _,
  }) => {
    // A picture that goes on by itself stands still.
    await page.emulateMedia({ reducedMotion: "reduce" });
    const show = async () => {
      await page.goto(foyer.appUrl + path);
      await page.getByRole("main").waitFor();
    };
    await show();
    await expectSoundScreen(page, {
      sideways: "page",
      isFramed: path.startsWith("/events/evt_"),
      ...(isLoadedAnew && { show }),
    });
  });
}
