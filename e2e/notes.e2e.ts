import { hashSessionId } from "@/lib/session-id";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { expect, test } from "@/testing/fixtures";
import { plantSeat } from "@/testing/plant-seat";
import { secondMember } from "@/testing/second-member";

const PERSON = "/events/evt_harbor/applications?selected=ptp_harbor_3";

// Notes are written about somebody whom others look at.
test.use({ world: "notes", expectedConsoleErrors: ["409"] });
test.beforeEach(({ asOrganizer: _ }) => {});

test("two of a team write about somebody, answer, edit and delete, and each sees the other's words at once", async ({
  page,
  browser,
  foyer,
}) => {
  await plantSeat(foyer.database, {
    eventId: "evt_harbor",
    sessionHash: "nobody's",
    name: "Mia Manager",
  });
  const context = await browser.newContext({ baseURL: foyer.appUrl });
  await context.addCookies([await secondMember(foyer, "evt_harbor", "reviewer")]);
  const rea = await context.newPage();
  const notesOf = (of: typeof page) => of.getByRole("region", { name: "Notes" });
  for (const each of [page, rea]) {
    await each.goto(PERSON);
    await expect(each.getByText("Live", { exact: true }).first()).toBeVisible();
    await expect(notesOf(each)).toHaveCount(1);
  }
  // The key leads to the field, and typing in it goes nowhere else.
  await page.getByRole("article").getByRole("heading", { level: 2 }).click();
  await page.keyboard.press("n");
  await page.keyboard.type("Strong talk, @Mia Manager. jk");
  await page.keyboard.press("Control+Enter");
  await expect(notesOf(page)).toContainText("Strong talk");
  await expect(notesOf(page).locator("mark")).toHaveText("@Mia Manager");
  await expect(notesOf(rea)).toContainText("Strong talk");
  await expect(notesOf(rea).getByRole("button", { name: "Edit" })).toHaveCount(0);
  await expect(page).toHaveURL(/selected=ptp_harbor_3/);

  await notesOf(rea).getByRole("button", { name: "Reply" }).click();
  await notesOf(rea).getByLabel("Your answer").fill("Agreed.");
  await notesOf(rea).getByRole("button", { name: "Answer" }).click();
  await expect(notesOf(page)).toContainText("Agreed.");
  await notesOf(page).getByRole("button", { name: "Edit" }).click();
  await notesOf(page).getByLabel("Your note").fill("Strong talk.");
  await notesOf(page).getByRole("button", { name: "Save" }).click();
  await expect(notesOf(rea)).toContainText("edited");
  await expectSoundScreen(page, { sideways: "page" });

  // Whatever is written on one device is not written over by another that saw less.
  const { rows } = await foyer.database.query<{ id: string }>(
    "SELECT id FROM application_notes WHERE event_id = 'evt_harbor' AND reply_to IS NULL",
  );
  await notesOf(page).getByRole("button", { name: "Edit" }).click();
  await foyer.database.query(
    "UPDATE application_notes SET version = version + 1, text = 'From my phone.' WHERE id = $1",
    [rows[0]?.id],
  );
  await notesOf(page).getByLabel("Your note").fill("From my desk.");
  await notesOf(page).getByRole("button", { name: "Save" }).click();
  await expect(notesOf(page).getByRole("alert")).toContainText("changed meanwhile");
  await expect(notesOf(page)).toContainText("says now:From my phone.");
  await expect(notesOf(page).getByLabel("Your note")).toHaveValue("From my desk.");
  await notesOf(page).getByRole("button", { name: "Cancel" }).click();
  await expect(notesOf(page)).toContainText("From my phone.");

  await notesOf(page).getByRole("button", { name: "Delete" }).first().click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  for (const each of [page, rea]) {
    await expect(notesOf(each)).toContainText("This note was deleted");
    await expect(notesOf(each)).not.toContainText("From my phone.");
    await expect(notesOf(each)).toContainText("Agreed.");
  }
  await context.close();
});

test("whoever only looks sees no notes", async ({ browser, foyer }) => {
  const context = await browser.newContext({ baseURL: foyer.appUrl });
  await context.addCookies([await secondMember(foyer, "evt_harbor", "viewer")]);
  const viewer = await context.newPage();
  await viewer.goto(PERSON);
  await expect(viewer.getByRole("article")).toContainText("Your role in this event");
  await expect(viewer.getByRole("region", { name: "Notes" })).toHaveCount(0);
  await context.close();
});

test("whoever is mentioned hears of it on any page, finds it again, and is rid of it by looking", async ({
  page,
  browser,
  foyer,
}) => {
  const context = await browser.newContext({
    baseURL: foyer.appUrl,
    viewport: { width: 390, height: 844 },
  });
  const cookie = await secondMember(foyer, "evt_harbor", "reviewer");
  await context.addCookies([cookie]);
  await foyer.database.query(
    `UPDATE members SET name = 'Ivo' WHERE event_id = 'evt_harbor' AND id =
       (SELECT member_id FROM member_sessions WHERE event_id = 'evt_harbor' AND session_hash = $1)`,
    [hashSessionId(cookie.value)],
  );
  const ivo = await context.newPage();
  await ivo.goto("/events/evt_harbor/program");
  const bar = ivo.getByRole("navigation", { name: "Event" }).last();
  await expect(bar.getByRole("link")).toHaveCount(5);
  await expect(bar.getByRole("link", { name: "Settings" })).toHaveCount(0);

  await page.goto("/events/evt_harbor/applications?selected=ptp_harbor_4");
  const notes = page.getByRole("region", { name: "Notes" });
  for (const text of ["@Ivo, is this one for you?", "@Ivo, there is more."]) {
    await notes.getByLabel(/A note for the team/).fill(text);
    await notes.getByRole("button", { name: "Add note" }).click();
    await expect(notes).toContainText(text);
  }
  await expect(ivo.getByText("mentioned you in a note").first()).toBeVisible();
  await expect(bar.getByRole("link", { name: "Review (2 new mentions)" })).toBeVisible();
  await expectSoundScreen(ivo);
  await ivo.goto("/events/evt_harbor");
  await ivo.getByRole("link", { name: /^2 notes mention you/ }).click();
  await expect(ivo).toHaveURL(/review#mentions$/);
  const card = ivo.getByRole("region", { name: "Notes that mention you" });
  await expect(card.getByRole("link")).toHaveCount(2);
  await expect(card.getByRole("link").first()).toContainText("@Ivo, there is more.");
  await expectSoundScreen(ivo);
  await card.getByRole("link").first().click();
  await expect(ivo.getByRole("region", { name: "Notes", exact: true })).toContainText(
    "is this one for you?",
  );
  await ivo.goto("/events/evt_harbor/review");
  await expect(card.getByText("all read")).toBeVisible();
  await expect(bar.getByRole("link", { name: "Review", exact: true })).toBeVisible();
  await ivo.getByRole("button", { name: /switch to another event$/ }).click();
  await ivo.getByRole("menuitem", { name: "Settings of this event" }).click();
  await expect(ivo).toHaveURL(/settings$/);
  await context.close();
});
