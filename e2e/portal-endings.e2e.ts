import { connectByHttp } from "@/testing/connect-by-http";
import { EVENT, expect, test } from "@/testing/portal-fixtures";
import { openReventoAs, signInAtDoor } from "@/testing/revento-people";
import { markDocument } from "@/testing/untouched-document";

const OTHER_EVENT = "evt_summit";

test.use({
  world: "portal endings",
  // Whoever is signed out is told so with a status, which Chromium reports.
  expectedConsoleErrors: ["status of 401"],
});

test("taking Foyer's access back in Revento signs the open page out, with the reason", async ({
  context,
  page,
  foyer,
  openPortal,
  takeApplicant,
}) => {
  const person = await takeApplicant("approved");
  await openPortal(person);
  await expect(page.getByRole("heading", { name: "Your application is approved" })).toBeVisible();
  const expectUntouched = await markDocument(page);

  const revento = await context.newPage();
  await openReventoAs(revento, foyer.sandboxUrl, person, `/participant/events/${EVENT}`);
  await revento.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You took the access back");
  await expect(page.getByText("Your application is approved")).toHaveCount(0);
  await expectUntouched();

  await test.step("and the next page too", async () => {
    await page.goto(`${foyer.appUrl}/portal/${EVENT}/program`);
    await expect(page.getByText("You took the access back")).toBeVisible();
  });

  await test.step("signing in again brings it back", async () => {
    await page.getByRole("button", { name: "Sign in again" }).click();
    await page.getByRole("button", { name: "Allow" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Program" })).toBeVisible();
  });
});

test("an open page notices that the event is taken back from the public, and a new device is told why it finds nothing", async ({
  browser,
  page,
  foyer,
  openPortal,
  takeApplicant,
}) => {
  await openPortal(await takeApplicant("approved"));
  await expect(page.getByRole("heading", { name: "Your application is approved" })).toBeVisible();
  const expectUntouched = await markDocument(page);
  const notice = page.getByText("This event is not public at present");
  await foyer.control("act", { action: "unpublish", event_id: EVENT });
  await expect(notice).toBeVisible();
  const device = await browser.newPage();
  await device.goto(`${foyer.appUrl}/portal/${EVENT}`);
  await expect(device.getByText("taken the event back from the public for now")).toBeVisible();
  await device.close();
  await foyer.control("act", { action: "publish", event_id: EVENT });
  await expect(notice).toHaveCount(0);
  await expectUntouched();
});

test("a revocation that nobody told Foyer of ends the sign-in at the next question, and there is no other", async ({
  page,
  foyer,
  openPortal,
  takeApplicant,
}) => {
  const person = await takeApplicant("approved");
  await openPortal(person);
  await expect(page.getByRole("heading", { name: "Your application is approved" })).toBeVisible();
  // Painted by the server it shows already, but hears no click yet.
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const refusedCalls = async () => {
    const { data } = (await foyer.control("requests")) as {
      data: { path: string; status: number | null }[];
    };
    return data.filter(({ path, status }) => path.startsWith("/api/v1/me/") && status === 401);
  };
  const before = (await refusedCalls()).length;
  await foyer.control("act", {
    action: "revoke_user_access",
    event_id: EVENT,
    user_id: person.userId,
    silent: true,
  });
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Revento no longer accepts this sign-in",
  );
  await page.reload();
  await expect(page.getByText("Revento no longer accepts this sign-in")).toBeVisible();
  expect((await refusedCalls()).length).toBe(before + 1);
});

test("signing out here leaves the person's other browser signed in", async ({
  page,
  foyer,
  openPortal,
  otherBrowser,
  signIn,
  takeApplicant,
}) => {
  const person = await takeApplicant("approved");
  await openPortal(person);
  await signIn(otherBrowser, person);
  const elsewhere = await otherBrowser.newPage();
  await elsewhere.goto(`${foyer.appUrl}/portal/${EVENT}`);
  await expect(elsewhere.getByText("Your application is approved")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in with Revento" })).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByText("Your application is approved")).toBeVisible();
});

test("signing out everywhere signs the other browser's open page out", async ({
  page,
  foyer,
  openPortal,
  otherBrowser,
  signIn,
  takeApplicant,
}) => {
  const person = await takeApplicant("approved");
  await openPortal(person, "/me");
  await signIn(otherBrowser, person);
  const elsewhere = await otherBrowser.newPage();
  await elsewhere.goto(`${foyer.appUrl}/portal/${EVENT}`);
  await expect(elsewhere.getByText("Your application is approved")).toBeVisible();
  const expectUntouched = await markDocument(elsewhere);
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  const sure = page.getByRole("alertdialog", { name: "Sign out everywhere?" });
  await sure.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByRole("button", { name: "Sign in with Revento" })).toBeVisible();
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(
    "You signed out everywhere",
  );
  await expectUntouched();
});

test("one browser holds two events, and signing out of one leaves the other", async ({
  context,
  page,
  foyer,
  organizer,
}) => {
  const person = { userId: "usr_p_summit_9", name: "" };
  await connectByHttp(foyer, OTHER_EVENT, "usr_ana", `${organizer.name}=${organizer.value}`);
  await foyer.control("act", { action: "apply", event_id: EVENT, user_id: person.userId });
  const { data } = (await foyer.control(`participants?event_id=${EVENT}`)) as {
    data: { user_id: string; display_name: string }[];
  };
  person.name = data.find((row) => row.user_id === person.userId)?.display_name ?? "";
  await signInAtDoor(page, foyer.appUrl, EVENT, person);
  const other = await context.newPage();
  await other.goto(`${foyer.appUrl}/portal/${OTHER_EVENT}`);
  await other.getByRole("button", { name: "Sign in with Revento" }).click();
  await other.getByRole("button", { name: "Allow" }).click();
  await expect(other.getByText("Summit of Makers").first()).toBeVisible();
  await expect(other.getByRole("heading", { name: "My application" })).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { name: "My application" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in with Revento" })).toBeVisible();
  await other.reload();
  await expect(other.getByRole("heading", { name: "My application" })).toBeVisible();
});

// The last one here: it ends the event's connection for good.
test("the organizers revoke the connection, and the open page says that the portal has ended", async ({
  page,
  foyer,
  openPortal,
  takeApplicant,
}) => {
  await openPortal(await takeApplicant("approved"), "/program");
  await expect(page.getByRole("heading", { name: "Program" })).toBeVisible();
  const expectUntouched = await markDocument(page);
  await foyer.control("act", { action: "revoke_connection", event_id: EVENT });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This portal has ended");
  await expectUntouched();
  await expect(page.getByRole("button", { name: /sign in/i })).toHaveCount(0);
});
