import { EVENT, expect, test } from "@/testing/portal-fixtures";
import { beAtConsent, openReventoAs, signInAtDoor } from "@/testing/revento-people";
import { markDocument } from "@/testing/untouched-document";

const WAITING = "Your application is waiting for a decision";
const APPROVED = "Your application is approved";
const TO_BE_CHANGED = "The organizers ask you to change your application";

test("the door shows the event on its own clock, and the way in", async ({
  page,
  foyer,
  organizer: _,
}) => {
  await page.goto(`${foyer.appUrl}/portal/${EVENT}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Harbor Sample Convention 2026");
  await expect(page.getByText("Europe/Zagreb time")).toBeVisible();
  await expect(page.getByText("Three days of talks, workshops and boats")).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in with Revento" })).toBeVisible();
});

test("a participant signs in with Revento, finds their application, and sees it approved live", async ({
  page,
  foyer,
  takeApplicant,
}) => {
  const person = await takeApplicant("pending");
  await signInAtDoor(page, foyer.appUrl, EVENT, person);
  await expect(page.getByRole("heading", { name: WAITING })).toBeVisible();
  await expect(page.getByText(/favorite track/i).first()).toBeVisible();
  const expectUntouched = await markDocument(page);
  await foyer.control("act", { action: "approve", application_id: person.applicationId });
  await expect(page.getByRole("heading", { name: APPROVED })).toBeVisible();
  await expect(page.getByText("The organizers approved it")).toBeVisible();
  await expectUntouched();
});

test("whoever comes by a link to the program is there after signing in", async ({
  page,
  foyer,
  takeApplicant,
}) => {
  const person = await takeApplicant("pending");
  await page.goto(`${foyer.appUrl}/portal/${EVENT}/program`);
  await expect(page).toHaveURL(new RegExp(`/portal/${EVENT}\\?to=program$`));
  await page.getByRole("button", { name: "Sign in with Revento" }).click();
  await beAtConsent(page, person);
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page).toHaveURL(`${foyer.appUrl}/portal/${EVENT}/program`);
  await expect(page.getByRole("heading", { level: 1, name: "Program" })).toBeVisible();
  // A frame stays at the door's address and loads it again.
  await page.goto(`${foyer.appUrl}/portal/${EVENT}?to=agenda`);
  await expect(page).toHaveURL(`${foyer.appUrl}/portal/${EVENT}/agenda`);
});

test("somebody else's news does not change my page", async ({
  foyer,
  openPortal,
  takeApplicant,
}) => {
  const [me, other] = [await takeApplicant("pending"), await takeApplicant("pending")];
  const page = await openPortal(me);
  await expect(page.getByRole("heading", { name: WAITING })).toBeVisible();
  await foyer.control("act", { action: "reject", application_id: other.applicationId });
  await foyer.control("act", { action: "approve", application_id: me.applicationId });
  await expect(page.getByRole("heading", { name: APPROVED })).toBeVisible();
  await expect(page.getByText(other.name)).toHaveCount(0);
});

test("whoever is asked for a revision learns what to change, and does it in Revento", async ({
  context,
  foyer,
  openPortal,
  takeApplicant,
}) => {
  const person = await takeApplicant("pending");
  const page = await openPortal(person);
  await expect(page.getByRole("heading", { name: WAITING })).toBeVisible();
  const expectUntouched = await markDocument(page);
  await foyer.control("act", { action: "request_revision", application_id: person.applicationId });
  await expect(page.getByRole("heading", { name: TO_BE_CHANGED })).toBeVisible();
  const link = page.getByRole("link", { name: "Change it in Revento" });
  const path = `/participant/events/${EVENT}`;
  await expect(link).toHaveAttribute("href", foyer.sandboxUrl + path);

  const revento = await context.newPage();
  await openReventoAs(revento, foyer.sandboxUrl, person, path);
  await revento.getByLabel("Dietary notes").fill("Nothing from the sea, please");
  await revento.getByRole("button", { name: "Submit again" }).click();
  await expect(page.getByRole("heading", { name: WAITING })).toBeVisible();
  await expect(page.getByText("Nothing from the sea, please").first()).toBeVisible();
  await expectUntouched();
});

test("an activity that moves and fills is shown on open pages, which are told so and ask for nothing", async ({
  foyer,
  openPortal,
  takeApplicant,
}) => {
  const page = await openPortal(await takeApplicant("approved"));
  await page.goto(`${foyer.appUrl}/portal/${EVENT}/program`);
  const activities = page.getByRole("main").getByRole("listitem");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const before = await activities.count();
  const activity = { action: "update_activity", activity_id: "act_harbor_1_1_1" };
  await foyer.control("act", { ...activity, title: "Moved to the attic", capacity: 500 });
  await expect(page.getByRole("heading", { name: "Moved to the attic" })).toBeVisible();
  const moved = activities.filter({ hasText: "Moved to the attic" });
  const free = await moved.getByText(/of 500 places free/).textContent();
  await foyer.control("act", { action: "sign_up", activity_id: activity.activity_id, count: 2 });
  await expect(moved.getByText(free ?? "")).toHaveCount(0);
  await expect(moved.getByText(/of 500 places free/)).toBeVisible();
  await expect(activities).toHaveCount(before);
  expect(asked.filter((path) => path.startsWith("/api/portal/"))).toEqual([]);
});

test("on a phone the whole program is short, and a day is one press away from anywhere", async ({
  openPortal,
  takeApplicant,
}) => {
  const page = await openPortal(await takeApplicant("approved"), "/program");
  await page.setViewportSize({ width: 390, height: 844 });
  const main = page.getByRole("main");
  const rows = main.getByRole("listitem");
  await expect
    .poll(async () => {
      await main.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      return rows.count();
    })
    .toBeGreaterThan(80);
  const [count, height] = [await rows.count(), await main.evaluate((each) => each.scrollHeight)];
  expect(height / count).toBeLessThan(5_000 / 86);
  const days = page.getByRole("navigation", { name: "Days" });
  await expect(days).toBeInViewport();
  const [first] = await days.getByRole("link").all();
  await first?.click();
  await expect(
    page.getByRole("heading", { name: (await first?.getAttribute("title")) ?? "" }),
  ).toBeInViewport();
});

test("the program is narrowed to a thread and to words of titles", async ({
  openPortal,
  regular,
}) => {
  const page = await openPortal(await regular("approved"), "/program");
  const main = page.getByRole("main");
  const rows = main.getByRole("listitem");
  const thread = main.getByRole("group", { name: "Thread" }).getByRole("button").first();
  await expect(rows.first()).toBeVisible();
  await thread.click();
  await expect(thread).toHaveAttribute("aria-pressed", "true");
  await main.getByLabel("Search the program").fill("KNOTS begin");
  await expect(
    main.getByRole("heading", { level: 3, name: /knots for beginners/i }).first(),
  ).toBeVisible();
  await expect(main.getByRole("heading", { level: 3, name: /harbour walk/i })).toHaveCount(0);
  await main.getByLabel("Search the program").fill("nothing is called this");
  await expect(main.getByText("No activity is like that.")).toBeVisible();
  await main.getByLabel("Search the program").fill("");
  await thread.click();
  await expect(
    main.getByRole("heading", { level: 3, name: /harbour walk/i }).first(),
  ).toBeVisible();
});

test("an address that names a day leads there, though the server draws only the first activities", async ({
  foyer,
  openPortal,
  takeApplicant,
}) => {
  const page = await openPortal(await takeApplicant("approved"));
  const program = `${foyer.appUrl}/portal/${EVENT}/program`;
  await page.goto(program);
  const drawn = (await (await page.request.get(program)).text()).split("On my agenda:").length - 1;
  expect(drawn).toBe(12);
  const last = page.getByRole("navigation", { name: "Days" }).getByRole("link").last();
  const name = await last.getAttribute("title");
  // In a tab of its own: one that is loaded again goes back to where it had been scrolled to.
  const fresh = await page.context().newPage();
  await fresh.goto(`${program}${await last.getAttribute("href")}`);
  await expect(fresh.getByRole("heading", { name: name ?? "" })).toBeInViewport();
});

test("two open tabs of one participant both follow a change", async ({
  context,
  foyer,
  openPortal,
  takeApplicant,
}) => {
  const person = await takeApplicant("pending");
  const first = await openPortal(person);
  const second = await context.newPage();
  await second.goto(first.url());
  for (const tab of [first, second]) {
    await expect(tab.getByRole("heading", { name: WAITING })).toBeVisible();
  }
  await foyer.control("act", { action: "approve", application_id: person.applicationId });
  for (const tab of [first, second]) {
    await expect(tab.getByRole("heading", { name: APPROVED })).toBeVisible();
  }
});
