import type { Page } from "@playwright/test";
import { operatorByLink } from "@/testing/operator-by-link";
import { EVENT, expect, test } from "@/testing/portal-fixtures";

// A product of its own: here Revento is away, pauses, and ends.
test.use({ world: "live status", expectedConsoleErrors: ["ERR_INTERNET_DISCONNECTED"] });

const indicator = (page: Page) => page.locator("header [role=status]").first();
/** As of when, beside the word. */
const age = (page: Page) => indicator(page).locator("xpath=following-sibling::*");

test("a page says that it is live and how old its news is, offline from when on, and comes back by itself", async ({
  asOrganizer: _,
  page,
  context,
  foyer,
}) => {
  for (const path of ["", "/program", "/settings", "/participants", "/applications"]) {
    await page.goto(`${foyer.appUrl}/events/${EVENT}${path}`);
    await expect(indicator(page)).toHaveText("Live");
    await expect(age(page)).toHaveText(/ago|now/);
  }
  await expect(page.getByRole("row").nth(2)).toBeVisible();

  await context.setOffline(true);
  await expect(indicator(page)).toHaveText("Offline");
  await expect(age(page)).toHaveText(/^as of \d\d:\d\d$/);
  await expect(page.getByRole("alert", { name: "You are offline" })).toContainText("as of");
  await page.getByRole("button", { name: /^Approved/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The list did not load" })).toContainText(
    "You are offline",
  );
  await expect(page.getByText("counting…")).toHaveCount(0);
  await page.getByRole("link", { name: "Program" }).first().click();
  await expect(page).toHaveURL(/applications\?/);

  await context.setOffline(false);
  await expect(indicator(page)).toHaveText("Live");
  await expect(page.getByRole("row").nth(2)).toBeVisible();
  await expect(page.getByText("not counted")).toHaveCount(0);
});

test("the list of events says how old it is, and shows by itself what changed", async ({
  asOrganizer: _,
  page,
  context,
  foyer,
}) => {
  await page.goto(`${foyer.appUrl}/events`);
  const status = page.locator("main [role=status]").first();
  await expect(status).toHaveText("Up to date");
  await foyer.database.query("UPDATE events SET title = 'Renamed meanwhile' WHERE event_id = $1", [
    EVENT,
  ]);
  await expect(page.getByRole("heading", { name: "Renamed meanwhile" })).toBeVisible({
    timeout: 30_000,
  });
  await context.setOffline(true);
  await expect(status).toHaveText("Offline");
  await expect(page.getByRole("alert", { name: "You are offline" })).toContainText("as of");
  await context.setOffline(false);
  await expect(status).toHaveText("Up to date");
});

test("while Revento does not answer, organizers and participants are told, and when it does again", async ({
  asOrganizer: _,
  page: organizer,
  otherBrowser,
  signIn,
  regular,
  foyer,
}) => {
  await signIn(otherBrowser, await regular("approved"));
  const portal = await otherBrowser.newPage();
  await organizer.goto(`${foyer.appUrl}/events/${EVENT}`);
  await portal.goto(`${foyer.appUrl}/portal/${EVENT}/program`);
  for (const page of [organizer, portal]) await expect(indicator(page)).toHaveText("Live");

  const away = { target: "request", path: "/api/v1", kind: "status", status: 503, times: 50 };
  await foyer.control("faults", away);
  const refresh = () =>
    portal.request.post(`${foyer.appUrl}/api/portal/${EVENT}/me/refresh`, {
      headers: { origin: foyer.appUrl },
    });
  await refresh();
  for (const page of [organizer, portal]) {
    await expect(indicator(page)).toHaveText("Revento unavailable");
    await expect(age(page)).toHaveText(/^as of \d\d:\d\d$/);
  }
  await fetch(`${foyer.sandboxUrl}/_control/faults`, { method: "DELETE" });
  await expect
    .poll(async () => {
      await refresh();
      return indicator(organizer).textContent();
    })
    .toBe("Live");
  await expect(indicator(portal)).toHaveText("Live");
});

test("paused by an operator, suspended by Revento: the page does not claim to be live", async ({
  asOrganizer: _,
  page,
  foyer,
}) => {
  await page.goto(`${foyer.appUrl}/events/${EVENT}/applications`);
  await expect(indicator(page)).toHaveText("Live");
  const cookie = await operatorByLink(foyer);
  const act = (action: string) =>
    fetch(`${foyer.appUrl}/api/admin/connections/${EVENT}/${action}`, {
      method: "POST",
      headers: { cookie, origin: foyer.appUrl, "content-type": "application/json" },
      body: JSON.stringify({ reason: "looking at what a page says" }),
    });
  expect((await act("pause")).status).toBeLessThan(300);
  await expect(indicator(page)).toHaveText("Paused");
  await act("resume");
  await expect(indicator(page)).toHaveText("Live");
  await foyer.control("act", { action: "suspend_integration", reason: "complaints" });
  await expect(indicator(page)).toHaveText("Suspended");
  await expect(age(page)).toHaveText(/^as of/);
  await foyer.control("act", { action: "revoke_connection", event_id: EVENT });
  await expect(indicator(page)).toHaveText("Not connected");
});
