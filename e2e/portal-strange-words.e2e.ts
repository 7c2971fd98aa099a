import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { EVENT, expect, test } from "@/testing/portal-fixtures";
import { scrollsSideways } from "@/testing/scrolls-sideways";
import { untilMirrored } from "@/testing/until-mirrored";

const ENDLESS = "Donaudampfschifffahrtsgesellschaft".repeat(6);
const HOSTILE = `</script><img src=x onerror="document.title='taken over'"> ${ENDLESS} مرحبا \u202e`;
const WIDTHS = [320, 1280];

test.use({ world: "strange words" });

test("titles, names and answers of any length and kind stay in their place, as text", async ({
  page,
  foyer,
  openPortal,
  takeApplicant,
}) => {
  test.setTimeout(120_000);
  const person = await takeApplicant("approved");
  const act = (action: string, more: object) => foyer.control("act", { action, ...more });
  await act("update_event", { event_id: EVENT, title: HOSTILE, description: HOSTILE });
  await act("update_activity", { activity_id: "act_harbor_1_1_1", title: HOSTILE });
  await act("update_profile", { participant_id: person.participantId, display_name: HOSTILE });
  await act("update_answers", {
    application_id: person.applicationId,
    custom_form_fields: { [ENDLESS]: HOSTILE, dietary_notes: HOSTILE, nested: { [ENDLESS]: [1] } },
  });
  await untilMirrored(foyer);
  await page.goto(`${foyer.appUrl}/portal/${EVENT}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(ENDLESS);
  await openPortal(person);
  await page.request.put(`${foyer.appUrl}/api/portal/${EVENT}/agenda/act_harbor_1_1_1`, {
    headers: { origin: foyer.appUrl },
  });
  for (const path of ["", "/program", "/agenda", "/me"]) {
    await page.goto(`${foyer.appUrl}/portal/${EVENT}${path}`);
    await expect(page.getByText(ENDLESS).first()).toBeVisible();
    await expectSoundScreen(page);
    expect(await page.title(), path).not.toBe("taken over");
  }
  await page.context().clearCookies();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${foyer.appUrl}/portal/${EVENT}`);
    expect.soft(await page.evaluate(scrollsSideways), `door at ${width} px`).toEqual([]);
  }
});
