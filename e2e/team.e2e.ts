import type { Browser, Page } from "@playwright/test";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { expect, test } from "@/testing/fixtures";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { plantSeat } from "@/testing/plant-seat";
import { secondMember } from "@/testing/second-member";

const SETTINGS = "/events/evt_harbor/settings";

// Members come and go here.
test.use({ world: "team", expectedConsoleErrors: ["403", "404", "410"] });
test.beforeEach(({ asOrganizer: _ }) => {});

const team = (page: Page) => page.getByRole("region", { name: "Team" });
const dialog = (page: Page) => page.getByRole("alertdialog");

async function invite(page: Page, name: string, role: string): Promise<string> {
  await team(page).getByRole("button", { name: "Invite" }).click();
  await dialog(page).getByLabel("Name").fill(name);
  await dialog(page).getByLabel("Role").selectOption({ label: role });
  await dialog(page).getByRole("button", { name: "Make the link" }).click();
  const link = await dialog(page)
    .getByText(/\/join\//)
    .textContent();
  await dialog(page).getByRole("button", { name: "Done" }).click();
  return link?.trim() ?? "";
}

async function otherBrowser(browser: Browser, foyer: FoyerUnderTest): Promise<Page> {
  return (await browser.newContext({ baseURL: foyer.appUrl })).newPage();
}

test("an owner invites a reviewer, who takes the seat, gets another role while looking, and is put out", async ({
  page,
  browser,
  foyer,
}) => {
  await page.goto(SETTINGS);
  await expect(team(page)).toContainText("You");
  const link = await invite(page, "Rea Reviewer", "Reviewer");
  await expect(team(page)).toContainText("Rea Reviewer");
  await expect(team(page)).toContainText("invited, until");

  const rea = await otherBrowser(browser, foyer);
  // A look, as previews have it, spends nothing.
  for (let looks = 0; looks < 2; looks += 1) {
    expect((await rea.request.get(link)).status()).toBe(200);
  }
  await rea.goto(link);
  await expect(rea.getByRole("heading", { level: 1 })).toContainText("Harbor Sample Convention");
  await expect(rea.getByText("Rea Reviewer, your role is Reviewer")).toBeVisible();
  await expectSoundScreen(rea);
  await rea.getByRole("button", { name: "Take the seat" }).click();
  // Reviewers begin at what they are to review.
  await expect(rea).toHaveURL(/\/events\/evt_harbor\/review$/);

  // Live on the owner's page, without a reload.
  await expect(team(page)).toContainText("2 members");
  await expect(team(page)).not.toContainText("invited, until");
  expect((await rea.request.get(link)).status()).toBe(410);

  await rea.goto(SETTINGS);
  await expect(team(rea)).toContainText("Rea Reviewer (you)");
  await expect(team(rea).getByRole("button", { name: "Invite" })).toBeHidden();
  await expect(rea.getByText("Live", { exact: true }).first()).toBeVisible();
  await page.getByLabel("Role of Rea Reviewer").selectOption({ label: "Manager" });
  await expect(team(rea)).toContainText("Manager");

  await team(page).getByRole("button", { name: "More about Rea Reviewer" }).click();
  await page.getByRole("menuitem", { name: "Remove…" }).click();
  await dialog(page).getByRole("button", { name: "Remove" }).click();
  await expect(team(page)).toContainText("1 member");
  await expect(rea.getByText("Your seat in it was taken back")).toBeVisible();
  const gone = await otherBrowser(browser, foyer);
  expect((await gone.goto(link))?.status()).toBe(410);
  await expect(gone.getByText("This link was used already")).toBeVisible();
  await expectSoundScreen(gone);
  await rea.context().close();
  await gone.context().close();
});

test("an owner uses the seat on a phone, gives it a name there, and sees it on both", async ({
  page,
  browser,
  foyer,
}) => {
  await page.goto(SETTINGS);
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  await team(page).getByRole("button", { name: "Use on another device" }).click();
  await dialog(page).getByRole("button", { name: "Make the link" }).click();
  await expect(dialog(page).getByRole("img", { name: /QR/ })).toBeVisible();
  await expectSoundScreen(page);
  const link = await dialog(page)
    .getByText(/\/join\//)
    .textContent();
  await dialog(page).getByRole("button", { name: "Done" }).click();
  const phone = await otherBrowser(browser, foyer);
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(link?.trim() ?? "");
  await phone.getByRole("button", { name: "Use it here" }).click();
  await expect(phone).toHaveURL(/\/events\/evt_harbor$/);
  await phone.goto(SETTINGS);
  await team(phone)
    .getByRole("button", { name: /^More about/ })
    .click();
  await phone.getByRole("menuitem", { name: "Give a name…" }).click();
  await dialog(phone).getByLabel("Name").fill("Ana Anić");
  await dialog(phone).getByRole("button", { name: "Save" }).click();
  await expect(team(phone)).toContainText("Ana Anić (you)");
  await expect(team(page)).toContainText("Ana Anić (you)");
  // Nobody leaves an event without an owner.
  await team(phone)
    .getByRole("button", { name: /^More about/ })
    .click();
  await phone.getByRole("menuitem", { name: "Leave…" }).click();
  await dialog(phone).getByRole("button", { name: "Leave" }).click();
  await expect(dialog(phone).getByRole("alert")).toContainText("An event needs an owner");
  await phone.context().close();
});

test("whoever has the door sees its page and no other, and the table says who may what", async ({
  page,
  browser,
  foyer,
}) => {
  await page.goto(SETTINGS);
  await team(page).getByText("Who may do what").click();
  const row = team(page).getByRole("row", { name: /^Invite, change roles, remove/ });
  await expect(row.getByText("yes")).toHaveCount(1);
  await expectSoundScreen(page);
  const link = await invite(page, "Dora Door", "Door");
  const dora = await otherBrowser(browser, foyer);
  await dora.goto(link);
  await dora.getByRole("button", { name: "Take the seat" }).click();
  await expect(dora).toHaveURL(/\/door\/evt_harbor$/);
  await expect(dora.getByText("The door is not open yet")).toBeVisible();
  await expectSoundScreen(dora);
  await dora.goto("/events/evt_harbor/applications");
  await expect(dora).toHaveURL(/\/door\/evt_harbor$/);
  await dora.goto("/events");
  await dora.getByRole("link", { name: /Harbor Sample Convention/ }).click();
  await expect(dora).toHaveURL(/\/door\/evt_harbor$/);

  // Whoever is looking while their role becomes that is led there, too.
  const viewer = await otherBrowser(browser, foyer);
  await viewer.goto(await invite(page, "Vera Viewer", "Viewer"));
  await viewer.getByRole("button", { name: "Take the seat" }).click();
  await expect(viewer.getByText("Live", { exact: true }).first()).toBeVisible();
  await page.getByLabel("Role of Vera Viewer").selectOption({ label: "Door" });
  await viewer.getByRole("link", { name: "To the door" }).click();
  await expect(viewer).toHaveURL(/\/door\/evt_harbor$/);
  await dora.context().close();
  await viewer.context().close();
});

test("an owner who connected twice makes one seat of both, after being asked", async ({
  page,
  foyer,
}) => {
  // Of a seat without a name the other's is kept.
  await foyer.database.query(
    "UPDATE members SET name = 'Ana Anić' WHERE event_id = 'evt_harbor' AND role = 'owner'",
  );
  await plantSeat(foyer.database, {
    eventId: "evt_harbor",
    sessionHash: "the laptop's",
    role: "owner",
    name: "Ana on the laptop",
  });
  await page.goto(SETTINGS);
  await team(page).getByRole("button", { name: "More about Ana on the laptop" }).click();
  await page.getByRole("menuitem", { name: "This is me, too…" }).click();
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(team(page)).toContainText("Ana on the laptop");
  await team(page).getByRole("button", { name: "More about Ana on the laptop" }).click();
  await page.getByRole("menuitem", { name: "This is me, too…" }).click();
  await dialog(page).getByRole("button", { name: "Make it one seat" }).click();
  // Behind an open dialog nothing is found by its role.
  await expect(dialog(page)).toHaveCount(0);
  await expect(
    team(page).getByRole("button", { name: "More about Ana on the laptop" }),
  ).toHaveCount(0);
  const { rows } = await foyer.database.query(
    `SELECT 1 FROM member_sessions s JOIN members m ON m.event_id = s.event_id AND m.id = s.member_id
     WHERE s.event_id = 'evt_harbor' AND s.session_hash = 'the laptop''s' AND m.name = 'Ana Anić'`,
  );
  expect(rows).toHaveLength(1);
});

test("an owner lets viewers see everything, and the page of one who is looking shows it", async ({
  page,
  browser,
  foyer,
}) => {
  const viewer = await otherBrowser(browser, foyer);
  await viewer.context().addCookies([await secondMember(foyer, "evt_harbor", "viewer")]);
  await viewer.goto("/events/evt_harbor/applications?selected=ptp_harbor_2");
  const person = viewer.getByRole("article");
  await expect(person).toContainText("Your role in this event does not see answers.");
  await expect(viewer.getByText("Live", { exact: true }).first()).toBeVisible();
  await page.goto(SETTINGS);
  await team(page).getByText("Who sees what of people").click();
  await team(page)
    .getByRole("combobox", { name: /^Viewer/ })
    .selectOption("everything");
  await expect(person).toContainText("T shirt size");
  await expect(person.getByRole("link", { name: /@/ })).toBeVisible();
  await team(page)
    .getByRole("combobox", { name: /^Viewer/ })
    .selectOption("names");
  await expect(person).toContainText("Your role in this event does not see answers.");
  await expect(person.getByRole("link", { name: /@/ })).toBeHidden();
  await viewer.context().close();
});
