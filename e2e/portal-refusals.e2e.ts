import { EVENT, expect, test } from "@/testing/portal-fixtures";
import { beAtConsent, signInAtDoor } from "@/testing/revento-people";

// Chromium reports a page that is answered with its true status as an error of the console.
test.use({ world: "portal refusals", expectedConsoleErrors: ["Failed to load resource"] });

test.afterEach(async ({ foyer }) => {
  await fetch(`${foyer.sandboxUrl}/_control/faults`, { method: "DELETE" });
});

test("somebody who never applied is told why they cannot come in", async ({
  page,
  foyer,
  organizer: _,
}) => {
  await page.goto(`${foyer.appUrl}/portal/${EVENT}`);
  await page.getByRole("button", { name: "Sign in with Revento" }).click();
  await page.getByRole("button", { name: "Nora Newcomer" }).click();
  await expect(page.getByText("You have no application")).toBeVisible();
  const answered = page.waitForResponse(/\/api\/auth\/callback\/revento/);
  await page.getByRole("link", { name: "Back to Foyer" }).click();
  expect((await answered).status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Revento does not let you sign in here",
  );
  await page.goto(`${foyer.appUrl}/portal/${EVENT}`);
  await expect(page.getByRole("button", { name: "Sign in with Revento" })).toBeVisible();
});

test("somebody who refuses at Revento is not signed in, and can change their mind", async ({
  page,
  foyer,
  takeApplicant,
}) => {
  const person = await takeApplicant("pending");
  await page.goto(`${foyer.appUrl}/portal/${EVENT}`);
  await page.getByRole("button", { name: "Sign in with Revento" }).click();
  await beAtConsent(page, person);
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are not signed in");
  await page.getByRole("link", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page).toHaveURL(`${foyer.appUrl}/portal/${EVENT}`);
  await expect(page.getByRole("heading", { name: "My application" })).toBeVisible();
});

test("whoever leaves their application out gets the rest, and can allow it later", async ({
  page,
  foyer,
  takeApplicant,
}) => {
  const person = await takeApplicant("pending");
  await page.goto(`${foyer.appUrl}/portal/${EVENT}`);
  await page.getByRole("button", { name: "Sign in with Revento" }).click();
  await beAtConsent(page, person);
  await page.getByLabel(/event\.attendance/).uncheck();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Signed in, without your application",
  );
  await page.getByRole("link", { name: "Open the portal" }).click();
  await expect(page.getByText("Your application is not shown here")).toBeVisible();
  await expect(page.getByText(/favorite track/i)).toHaveCount(0);
  await page.getByRole("link", { name: "Program" }).first().click();
  await expect(page.getByRole("button", { name: /^On my agenda/ }).first()).toBeVisible();

  await page.getByRole("link", { name: "My application" }).first().click();
  await page.getByRole("button", { name: "Allow it" }).click();
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await expect(
    page.getByRole("heading", { name: "Your application is waiting for a decision" }),
  ).toBeVisible();
});

test("while Revento takes no sign-in, the page says so with its status, and trying again helps", async ({
  page,
  foyer,
  takeApplicant,
}) => {
  const person = await takeApplicant("pending");
  await foyer.control("faults", {
    target: "request",
    path: "/oauth/token",
    kind: "status",
    status: 503,
  });
  const answered = page.waitForResponse(/\/api\/auth\/callback\/revento/);
  await page.goto(`${foyer.appUrl}/portal/${EVENT}`);
  await page.getByRole("button", { name: "Sign in with Revento" }).click();
  await beAtConsent(page, person);
  await page.getByRole("button", { name: "Allow" }).click();
  expect((await answered).status()).toBe(503);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Revento cannot be reached");
  await page.getByRole("link", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByRole("heading", { name: "My application" })).toBeVisible();
});

test("while Revento is down the portal shows what it has and how old that is", async ({
  page,
  foyer,
  takeApplicant,
}) => {
  const person = await takeApplicant("pending");
  await signInAtDoor(page, foyer.appUrl, EVENT, person);
  const waiting = page.getByRole("heading", { name: "Your application is waiting for a decision" });
  await expect(waiting).toBeVisible();
  await foyer.control("faults", {
    target: "request",
    path: "/api/v1/me",
    kind: "status",
    status: 503,
    times: 100,
  });
  await page.getByRole("button", { name: "Check again" }).click();
  const failure = page.getByRole("status").filter({ hasText: "Revento cannot be reached" });
  await expect(failure).toContainText(/as of .*\d/);
  await page.reload();
  await expect(waiting).toBeVisible();
  await expect(failure).toBeVisible();

  await fetch(`${foyer.sandboxUrl}/_control/faults`, { method: "DELETE" });
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByText("As Revento had it")).toBeVisible();
  await expect(failure).toHaveCount(0);
});
