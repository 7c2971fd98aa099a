import type { Page } from "@playwright/test";
import { connectByHttp } from "@/testing/connect-by-http";
import { expect, plantOperatorLink, test } from "@/testing/console-fixtures";
import { deadLetter } from "@/testing/dead-letter";
import { eventually } from "@/testing/eventually";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { passMinute } from "@/testing/pass-minute";

const HARBOR = "evt_harbor";
const SUMMIT = "evt_summit";

// A refusal is asked for, and an erased event is not found: both are true statuses, which Chromium reports.
test.use({ world: "console", expectedConsoleErrors: ["status of 404", "status of 409"] });
test.describe.configure({ timeout: 180_000 });

/** Answers a dialog that asks why. */
async function giveReason(page: Page, verb: string | RegExp, reason: string): Promise<void> {
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Why?").fill(reason);
  await dialog.getByRole("button", { name: verb }).click();
  await expect(dialog).toHaveCount(0);
}

/** Connects an event anew, and waits until Foyer reads it: it may have to empty an earlier mirror first. */
async function connect(foyer: FoyerUnderTest, eventId: string): Promise<void> {
  // An earlier read may have used up the minute's thirty calls, and connecting anew brings no new ones.
  await passMinute(foyer, eventId);
  await connectByHttp(foyer, eventId, "usr_ana");
  await eventually(
    () =>
      foyer.database.query(
        `SELECT 1 FROM connections JOIN events USING (event_id)
         WHERE event_id = $1 AND connections.state = 'active'`,
        [eventId],
      ),
    ({ rowCount }) => rowCount === 1,
    30_000,
  );
}

async function openAsOrganizer(page: Page, foyer: FoyerUnderTest, cookie: string, path: string) {
  const organizer = await page.context().browser()?.newContext();
  if (!organizer) throw new Error("the browser is gone");
  const [name = "", value = ""] = cookie.split("=");
  await organizer.addCookies([{ name, value, url: foyer.appUrl }]);
  const opened = await organizer.newPage();
  await opened.goto(foyer.appUrl + path);
  return opened;
}

test("the console asks strangers to sign in, and a one-time link brings them to it", async ({
  page,
  foyer,
}) => {
  await page.goto(`${foyer.appUrl}/admin/deliveries?state=dead`);
  await expect(page).toHaveURL(/\/admin\/sign-in\?return_to=/);
  await page.goto(await plantOperatorLink(foyer));
  await page.getByRole("button", { name: /sign in/i }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await expect(page.getByText("Local operator")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto(`${foyer.appUrl}/admin`);
  await expect(page).toHaveURL(/\/admin\/sign-in/);
});

test("a connection that is revoked in Revento appears with its cause and its countdown", async ({
  foyer,
  openConsole,
}) => {
  await connect(foyer, SUMMIT);
  const page = await openConsole("/connections?q=summit");
  const row = page.getByRole("row", { name: /Summit/ });
  await expect(row).toContainText("Active");
  await foyer.control("act", { action: "revoke_connection", event_id: SUMMIT });
  await expect(row).toContainText("Revoked");
  await expect(row).toContainText("Revento asked for deletion");
  // The page's clock may be a few seconds behind.
  await expect(row).toContainText(/Erased in [67] days, deadline in (29|30) days/);
  await page.goto(`${foyer.appUrl}/admin/erasures`);
  await expect(
    page.getByRole("img", { name: /Planned in [67] days, deadline in (29|30) days/ }),
  ).toBeVisible();
});

test("a revocation that nobody told is found by comparing with Revento's list", async ({
  foyer,
  openConsole,
}) => {
  await connect(foyer, SUMMIT);
  await foyer.control("act", { action: "revoke_connection", event_id: SUMMIT, silent: true });
  const page = await openConsole("/installations");
  await page.getByRole("button", { name: "Compare now" }).click();
  await giveReason(page, "Compare now", "An organizer called and says they removed us");
  const row = page.getByRole("row", { name: /evt_summit/ });
  await expect(row).toContainText("Connected here, ended in Revento's list");
  await expect(row).toContainText("the connection has ended");
  await page.goto(`${foyer.appUrl}/admin/connections/${SUMMIT}`);
  await expect(page.getByText("Revoked").first()).toBeVisible();
});

test("while a connection is paused its deliveries wait, and are applied when it resumes", async ({
  foyer,
  organizer: _,
  openConsole,
}) => {
  const page = await openConsole(`/connections/${HARBOR}`);
  await page.getByRole("button", { name: "Pause" }).click();
  await giveReason(page, "Pause", "Looking into odd answers");
  await expect(page.getByText(/paused it/)).toBeVisible();
  await foyer.control("act", { action: "approve", application_id: "app_harbor_3" });
  await page.goto(`${foyer.appUrl}/admin/deliveries?event=${HARBOR}&state=pending`);
  await expect(page.getByRole("row", { name: /Application approved/ })).toContainText("Waiting");

  await page.goto(`${foyer.appUrl}/admin/connections/${HARBOR}`);
  await page.getByRole("button", { name: "Resume" }).click();
  await giveReason(page, "Resume", "All is well");
  await page.goto(`${foyer.appUrl}/admin/deliveries?event=${HARBOR}&type=application.approved`);
  await expect(page.getByRole("row", { name: /Application approved/ }).first()).toContainText(
    "Applied",
  );
});

test("a reason that is refused stays in its dialog, with the refusal in words", async ({
  foyer,
  organizer: _,
  openConsole,
}) => {
  const page = await openConsole(`/connections/${HARBOR}`);
  await page.getByRole("button", { name: "Full read" }).click();
  // Somebody else has paused it meanwhile.
  await foyer.database.query("UPDATE connections SET paused_at = now() WHERE event_id = $1", [
    HARBOR,
  ]);
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Why?").fill("The mirror looks odd");
  await dialog.getByRole("button", { name: "Read anew" }).click();
  await expect(dialog.getByRole("alert")).toContainText("paused");
  await expect(dialog.getByLabel("Why?")).toHaveValue("The mirror looks odd");
  await foyer.database.query("UPDATE connections SET paused_at = NULL WHERE event_id = $1", [
    HARBOR,
  ]);
  await dialog.getByRole("button", { name: "Read anew" }).click();
  await expect(dialog).toHaveCount(0);
  // What it reads would be newer than the dead letters of the next journey.
  await eventually(
    () =>
      foyer.database.query(
        "SELECT FROM sync_runs WHERE event_id = $1 AND state IN ('queued', 'running')",
        [HARBOR],
      ),
    ({ rowCount }) => rowCount === 0,
    30_000,
  );
});

test("a hundred dead letters are tried out, replayed, and stand in the organizer's list", async ({
  foyer,
  organizer: _,
  openConsole,
}) => {
  await deadLetter(foyer, HARBOR, 100);
  const page = await openConsole(`/deliveries?event=${HARBOR}&state=dead`);
  await page.getByRole("button", { name: /Choose all 100 of the filter/ }).click();
  await page.getByRole("button", { name: "Replay…" }).click();
  const verdicts = page.getByRole("alertdialog").getByRole("list", { name: "Verdicts" });
  await expect(verdicts).toContainText("Applies 100");
  await giveReason(page, "Replay 100", "The fault is mended");
  await expect(page.getByText("100 put back into the inbox, none waits any more")).toBeVisible();
  await expect(page.getByText("Nothing matches")).toBeVisible();
  const { data } = (await foyer.control(`participants?event_id=${HARBOR}`)) as { data: unknown[] };
  await eventually(
    () =>
      foyer.database.query(
        "SELECT 1 FROM participants WHERE event_id = $1 AND removed_at IS NULL",
        [HARBOR],
      ),
    ({ rowCount }) => rowCount === data.length,
    10_000,
  );
  const applied = await foyer.database.query(
    "SELECT 1 FROM deliveries WHERE event_id = $1 AND type = 'application.submitted' AND outcome = 'applied'",
    [HARBOR],
  );
  expect(applied.rowCount).toBe(100);
});

test("of three dead letters only the two that apply are replayed, and taken back while they wait", async ({
  foyer,
  organizer: _,
  openConsole,
}) => {
  const before = new Set(await applicationsAtRevento(foyer));
  await deadLetter(foyer, HARBOR, 3);
  const [late] = (await applicationsAtRevento(foyer)).filter((id) => !before.has(id));
  await foyer.control("act", { action: "approve", application_id: late });
  await eventually(
    () =>
      foyer.database.query(
        "SELECT 1 FROM participants WHERE application_id = $1 AND status = 'approved'",
        [late],
      ),
    ({ rowCount }) => rowCount === 1,
    10_000,
  );
  const setPause = (to: string) =>
    foyer.database.query(`UPDATE connections SET paused_at = ${to} WHERE event_id = $1`, [HARBOR]);
  await setPause("now()");
  const page = await openConsole(`/deliveries?event=${HARBOR}&state=dead`);
  await page.getByRole("button", { name: /Choose all 3 of the filter/ }).click();
  await page.getByRole("button", { name: "Replay…" }).click();
  const dryRun = page.getByRole("alertdialog");
  await expect(dryRun.getByRole("columnheader", { name: "Before" })).toBeVisible();
  await dryRun
    .getByRole("checkbox", { name: /^Replay application/ })
    .first()
    .uncheck();
  await expect(dryRun.getByRole("button", { name: "Replay 2" })).toBeVisible();
  await dryRun.getByLabel("Replay only the 2 that apply").check();
  await giveReason(page, "Replay 2", "The third was overtaken");
  await expect(page.getByText("2 put back into the inbox, 2 still wait")).toBeVisible();
  await page.getByRole("button", { name: "Cancel the rest…" }).click();
  await giveReason(page, "Cancel the rest", "Not while they are away");
  await expect(page.getByText("2 taken back, 3 dead letters in all")).toBeVisible();
  await setPause("NULL");
  const { rows } = await foyer.database.query(
    "SELECT state, count(*)::int AS count FROM deliveries WHERE event_id = $1 AND state IN ('dead', 'pending') GROUP BY state",
    [HARBOR],
  );
  expect(rows).toEqual([{ state: "dead", count: 3 }]);
});

test("behind broken glass this operator reads a body, and the organizer reads why", async ({
  foyer,
  organizer,
  openConsole,
}) => {
  await foyer.control("act", { action: "approve", application_id: "app_harbor_5" });
  const page = await openConsole(`/deliveries?event=${HARBOR}&type=application.approved`);
  await page
    .getByRole("link", { name: /Application approved/ })
    .first()
    .click();
  const body = page.getByRole("region", { name: "Body as JSON" });
  await expect(body).toContainText("‹e-mail address›");
  await page.getByRole("button", { name: "Break the glass" }).click();
  await giveReason(page, "Break the glass", "A participant's answers arrive garbled");
  await expect(body).toContainText(/@/);
  await expect(page.getByRole("timer")).toContainText(/Masked again in 1[45]:\d\d/);

  const cookie = `${organizer.name}=${organizer.value}`;
  const theirs = await openAsOrganizer(page, foyer, cookie, `/events/${HARBOR}/settings`);
  await expect(theirs.getByText("Foyer's staff opened payloads for 15 minutes")).toBeVisible();
  await expect(theirs.getByText("A participant's answers arrive garbled")).toBeVisible();
  await theirs.context().close();
});

test("everything that operators did stands among the actions, with who and why", async ({
  openConsole,
}) => {
  const page = await openConsole("/actions");
  for (const [what, why] of [
    ["Compared with Revento's list", "An organizer called and says they removed us"],
    ["Paused the connection", "Looking into odd answers"],
    ["Resumed the connection", "All is well"],
    ["Replayed deliveries", "The fault is mended"],
    ["Broke the glass", "A participant's answers arrive garbled"],
  ] as const) {
    const row = page.getByRole("row", { name: new RegExp(why) });
    await expect(row).toContainText(what);
    await expect(row).toContainText("local");
  }
});

test("an operator ends a connection, the organizer's open page says so, and erasing it leaves a certificate", async ({
  foyer,
  organizer,
  openConsole,
}) => {
  const page = await openConsole(`/connections/${HARBOR}`);
  const cookie = `${organizer.name}=${organizer.value}`;
  const theirs = await openAsOrganizer(page, foyer, cookie, `/events/${HARBOR}`);
  await expect(theirs.getByRole("heading", { level: 1 })).toContainText("Harbor");
  await expect(theirs.getByText("Live", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "End" }).click();
  await giveReason(page, "End the connection", "The organizer asked us by telephone");
  await expect(theirs.getByText("This event is disconnected").first()).toBeVisible({
    timeout: 2_000,
  });
  await page.getByRole("button", { name: "Hold" }).click();
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Until (UTC)").fill(until);
  await giveReason(page, "Hold", "A dispute about the list is open");
  await expect(theirs.getByText(/will be deleted in (19|20) days/).first()).toBeVisible();
  await theirs.context().close();

  await page.getByRole("button", { name: "Erase now" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("people with their applications");
  await dialog.getByLabel("Why?").fill("The organizer asked for it");
  await expect(dialog.getByRole("button", { name: "Erase now" })).toBeDisabled();
  await dialog.getByLabel(/to confirm/).fill(HARBOR);
  await dialog.getByRole("button", { name: "Erase now" }).click();
  await expect(page.getByText("There is no such connection any more")).toBeVisible({
    timeout: 30_000,
  });

  // That it was done stays on record; the words may name people, and go with the event.
  await page.goto(`${foyer.appUrl}/admin/actions`);
  await expect(page.getByRole("row", { name: /Ended the connection/ })).toContainText("local");
  await expect(page.getByText("by telephone")).toHaveCount(0);

  await page.goto(`${foyer.appUrl}/admin/erasures`);
  const erasure = page.getByRole("article").filter({ hasText: HARBOR });
  await erasure.getByRole("link", { name: "Certificate" }).click();
  const address = page.url();
  await page.context().clearCookies();
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Certificate of deletion" })).toBeVisible();
});

test("while Revento suspends Foyer every page of the console says so, and one says what stands still", async ({
  foyer,
  openConsole,
}) => {
  await connect(foyer, SUMMIT);
  const page = await openConsole("/jobs");
  await foyer.control("act", { action: "suspend_integration", reason: "Too many complaints" });
  const bar = page.getByRole("alert").filter({ hasText: "Act now" });
  await bar.getByRole("link", { name: "Revento has suspended the integration." }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Suspension");
  await expect(page.getByText("Too many complaints")).toBeVisible();
  await expect(page.getByRole("link", { name: /Summit/ })).toBeVisible();

  const connecting = await page.request.get(`${foyer.appUrl}/connect?event_id=${SUMMIT}`, {
    maxRedirects: 0,
  });
  expect(connecting.status()).toBe(503);
  expect(await connecting.text()).toContain("Revento has suspended Foyer");
  expect((await fetch(`${foyer.appUrl}/api/health`)).status).toBe(503);
  const ask = async () => {
    await page.getByRole("button", { name: "Ask Revento now" }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByRole("textbox").fill("they wrote that it is over");
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(dialog).toHaveCount(0);
  };
  await ask();
  await expect(page.getByText("It still holds: Revento was asked")).toBeVisible();
  await foyer.control("act", { action: "reinstate_integration" });
  await ask();
  await expect(page.getByRole("heading", { name: "Foyer is not suspended" })).toBeVisible();
});

async function applicationsAtRevento({ control }: Pick<FoyerUnderTest, "control">) {
  const answer = await control(`participants?event_id=${HARBOR}`);
  return (answer as { data: { application_id: string }[] }).data.map(
    ({ application_id: id }) => id,
  );
}
