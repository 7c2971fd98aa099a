import { connectByHttp } from "@/testing/connect-by-http";
import { EVENT, expect, notice, test } from "@/testing/endings-fixtures";
import { expectSoundScreen } from "@/testing/expect-sound-screen";
import { operatorByLink } from "@/testing/operator-by-link";

const OTHER_EVENT = "evt_summit";
/** From what happens at Revento to the sentence on the open page, delivery and refetch included. */
const SOON = { timeout: 3_000 };

// What is erased under an open page is not found any more, which Chromium reports.
test.use({ world: "endings", expectedConsoleErrors: ["status of 404"] });

test("7.1 the organizer revokes: the open page says so, until when the data waits, and exactly what would go; connecting again brings it back", async ({
  page,
  foyer,
  act,
  openEvent,
}) => {
  const expectUntouched = await openEvent("/applications");
  await act("revoke_connection", { event_id: EVENT });
  const ended = notice(page, "This event is disconnected");
  await expect(ended).toBeVisible(SOON);
  await expect(ended).toContainText("Revento ended the connection.");
  await ended.getByText("What can be behind it").click();
  await expect(ended).toContainText("Somebody removed Foyer from the event");
  await expect(ended).toContainText(/will be deleted in [67] days/);
  await expectUntouched();

  await ended.getByText("What exactly will be deleted").click();
  const answer = await page.request.get(`${foyer.appUrl}/api/events/${EVENT}/erasure`);
  const preview = (await answer.json()) as { counts: Record<string, number>; total: number };
  await expect(ended).toContainText(`${preview.total.toLocaleString("en-GB")} rows`);
  await expect(ended.getByRole("definition").first()).toBeVisible();
  expect(Object.keys(preview.counts).length).toBeGreaterThan(3);
  const { rows } = await foyer.database.query("SELECT id FROM erasures WHERE state = 'open'");
  await expect(ended.getByRole("link", { name: /certificates/ })).toHaveAttribute(
    "href",
    `/certificates/${rows[0].id}`,
  );

  await page.getByRole("link", { name: "Connect again" }).click();
  await page.getByRole("button", { name: "Ana Kovačević" }).first().click();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.waitForURL(`**/events/${EVENT}`);
  await expect(notice(page, "This event is disconnected")).toHaveCount(0);
  await expect(notice(page, "Reading the event anew")).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByRole("link", { name: "40 applications", exact: true })).toBeVisible({
    timeout: 30_000,
  });
});

test("7.1 an owner need not wait: everything is deleted at once, with a certificate", async ({
  page,
  act,
  openEvent,
}) => {
  await openEvent();
  await act("revoke_connection", { event_id: EVENT });
  const ended = notice(page, "This event is disconnected");
  await expect(ended).toBeVisible(SOON);
  await ended.getByText("What exactly will be deleted").click();
  const certificate = await ended.getByRole("link", { name: /certificates/ }).getAttribute("href");
  await ended.getByRole("button", { name: "Delete it now" }).click();
  const dialog = page.getByRole("alertdialog");
  const confirm = dialog.getByRole("button", { name: "Delete everything" });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(/to confirm/).fill("delete");
  await expectSoundScreen(page, { sideways: "page" });
  await confirm.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Delete it now" })).toHaveCount(0);
  await expect(async () => {
    await page.goto(certificate ?? "");
    await expect(page.getByRole("heading", { name: "Certificate of deletion" })).toBeVisible();
  }).toPass({ timeout: 30_000 });
});

test("7.1 a revocation that no webhook told is found by comparing with Revento's list", async ({
  page,
  foyer,
  act,
  openEvent,
}) => {
  await openEvent();
  await act("revoke_connection", { event_id: EVENT, silent: true });
  const cookie = await operatorByLink(foyer);
  const answer = await fetch(`${foyer.appUrl}/api/admin/installations`, {
    method: "POST",
    headers: { cookie, origin: foyer.appUrl, "content-type": "application/json" },
    body: JSON.stringify({ reason: "looking after a quiet event" }),
  });
  expect(answer.ok).toBe(true);
  const ended = notice(page, "This event is disconnected");
  await expect(ended).toBeVisible(SOON);
  await expect(ended).toContainText("does not list Foyer");
  await expect(ended).toContainText(/will be deleted in [67] days/);
});

test("7.3 an organization that is not verified any more loses all its events", async ({
  page,
  context,
  foyer,
  act,
  openEvent,
}) => {
  const [session] = await context.cookies(foyer.appUrl);
  const cookie = await connectByHttp(
    foyer,
    OTHER_EVENT,
    "usr_ana",
    `${session?.name}=${session?.value}`,
  );
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: foyer.appUrl }]);
  await openEvent();
  const other = await context.newPage();
  await other.goto(`${foyer.appUrl}/events/${OTHER_EVENT}`);
  await act("lose_formal_status", { organization_id: "org_lumen" });
  for (const each of [page, other]) {
    const ended = notice(each, "This event is disconnected");
    await expect(ended).toBeVisible(SOON);
    await expect(ended).toContainText("your organization is not verified any more");
  }
});

test("7.4 taking Foyer off Revento ends the connection with an erasure", async ({
  page,
  act,
  openEvent,
}) => {
  await openEvent("/program");
  await act("unpublish_integration");
  const ended = notice(page, "This event is disconnected");
  await expect(ended).toBeVisible(SOON);
  await expect(ended).toContainText("Foyer was taken off Revento");
});

test("7.6 a suspension says that it concerns all of Foyer, and asks for patience", async ({
  page,
  act,
  openEvent,
}) => {
  await openEvent();
  await act("suspend_integration", { reason: "complaints" });
  const ended = notice(page, "Revento has suspended Foyer");
  await expect(ended).toBeVisible(SOON);
  await expect(ended).toContainText("not your event alone");
  await expect(ended).toContainText(/will be deleted in 2[67] days/);
});

test("2.6 a permission that Revento does not renew any more asks to connect again", async ({
  page,
  foyer,
  openEvent,
  askRevento,
}) => {
  await openEvent();
  await foyer.control("clock", { advance_ms: 91 * 86_400_000, webhook_stamps: "real" });
  await foyer.database.query("UPDATE tokens SET access_expires_at = now()");
  await askRevento();
  const ended = notice(page, "Connect again to go on");
  await expect(ended).toBeVisible({ timeout: 10_000 });
  await expect(ended).toContainText("no longer accepts Foyer's permission");
  await expect(ended).toContainText(/will be deleted in 2[67] days/);
});

test("2.4 the year of a consent is announced, and over when it is over", async ({
  page,
  foyer,
  openEvent,
  askRevento,
}) => {
  const endsIn = (interval: string) =>
    foyer.database.query(
      "UPDATE tokens SET first_issued_at = now() - interval '365 days' + $1::interval",
      [interval],
    );
  for (const [left, words] of [
    ["28 days 1 hour", "ends in 29 days"],
    ["5 days 1 hour", "ends in 6 days"],
    ["20 hours 1 minute", "ends in 20 hours"],
  ] as const) {
    await endsIn(left);
    // What nobody told of can be some seconds old.
    await expect(async () => {
      await openEvent();
      await expect(page.getByText(words)).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(page.getByRole("link", { name: "Connect again" }).first()).toBeVisible();
  }
  await foyer.control("clock", { advance_ms: 366 * 86_400_000, webhook_stamps: "real" });
  await foyer.database.query(
    "UPDATE tokens SET access_expires_at = now(), refresh_expires_at = now()",
  );
  await askRevento();
  const ended = notice(page, "Connect again to go on");
  await expect(ended).toBeVisible({ timeout: 10_000 });
  await expect(ended).toContainText("for a year at the most");
});

test("7.2 unpublishing the event ends nothing: the page says it, and goes on following", async ({
  page,
  act,
  openEvent,
}) => {
  const expectUntouched = await openEvent();
  await act("unpublish", { event_id: EVENT });
  const said = notice(page, "This event is not public in Revento");
  await expect(said).toBeVisible(SOON);
  await expect(said).toContainText("Nothing ends");
  await act("update_event", { event_id: EVENT, title: "Harbor, by invitation" });
  await expect(page.getByRole("heading", { name: "Harbor, by invitation" })).toBeVisible(SOON);
  await act("publish", { event_id: EVENT });
  await expect(said).toHaveCount(0);
  await expectUntouched();
});

test("1.7 Revento being down ends nothing: pages keep working, nobody is signed out, and it recovers by itself", async ({
  page,
  foyer,
  openEvent,
  askRevento,
}) => {
  const expectUntouched = await openEvent();
  const away = { target: "request", path: "/api/v1", kind: "status", status: 503, times: 2 };
  await foyer.control("faults", away);
  await askRevento();
  await expect(page.getByText("Revento does not answer right now")).toBeVisible({
    timeout: 10_000,
  });
  await expect(page.getByRole("link", { name: "40 applications", exact: true })).toBeVisible();
  await page
    .getByRole("link", { name: /^Applications/ })
    .first()
    .click();
  await expect(page.getByRole("status").filter({ hasText: /^40 applications$/ })).toBeVisible();
  await page
    .getByRole("link", { name: /^Overview/ })
    .first()
    .click();
  await expect(page.getByText("Revento does not answer right now")).toHaveCount(0, {
    timeout: 30_000,
  });
  await page
    .getByRole("link", { name: /^Settings/ })
    .first()
    .click();
  await expect(page.getByText("nothing had to be corrected", { exact: true })).toBeVisible({
    timeout: 10_000,
  });
  await expect(
    page.getByRole("alert").filter({ hasText: /disconnected|Connect again/ }),
  ).toHaveCount(0);
  await expectUntouched();
});

test("an erasure that begins under an open page shows its progress, then its certificate", async ({
  page,
  foyer,
  act,
  openEvent,
}) => {
  const expectUntouched = await openEvent();
  await act("revoke_connection", { event_id: EVENT });
  await expect(notice(page, "This event is disconnected")).toBeVisible(SOON);
  await foyer.database.query("UPDATE erasures SET planned_at = now()");
  await foyer.database.query("NOTIFY foyer_erasures");
  await expect(page.getByText("Everything of this event was deleted")).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText("40 applications")).toHaveCount(0);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expectUntouched();
  for (const address of [`/events/${EVENT}`, `/events/${EVENT}/settings`, "/events"]) {
    await page.goto(foyer.appUrl + address);
    await expect(page.getByRole("region", { name: "Deleted events" })).toContainText(EVENT);
    expect(await page.title()).toMatch(/^(Not here|Your events) · Foyer$/);
  }
  await page.getByRole("link", { name: "See the certificate" }).click();
  await expect(page).toHaveURL(/\/certificates\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("Settings tell what happened, the staff's doings with their reasons included", async ({
  page,
  foyer,
  openEvent,
}) => {
  await openEvent("/settings");
  const trail = page.getByRole("region", { name: "What happened" });
  await expect(trail.getByRole("listitem")).toHaveText(/^Connected/);
  const cookie = await operatorByLink(foyer);
  const order = (action: string) =>
    fetch(`${foyer.appUrl}/api/admin/connections/${EVENT}/${action}`, {
      method: "POST",
      headers: { cookie, origin: foyer.appUrl, "content-type": "application/json" },
      body: JSON.stringify({ reason: `a question about ${action}` }),
    });
  expect((await order("glass")).ok).toBe(true);
  await expect(trail).toContainText("Foyer's staff opened payloads for 15 minutes", SOON);
  await expect(trail).toContainText("Reason: a question about glass");
  expect((await order("pause")).ok).toBe(true);
  await expect(notice(page, "Foyer's staff paused this event")).toBeVisible(SOON);
  await expect(trail).toContainText("Reason: a question about pause");
  expect((await order("resume")).ok).toBe(true);
  await expect(notice(page, "Foyer's staff paused this event")).toHaveCount(0);
  expect((await order("end")).ok).toBe(true);
  await expect(notice(page, "This event is disconnected")).toContainText("Settings says why");
});
