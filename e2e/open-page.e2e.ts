import type { Page, Request } from "@playwright/test";
import { expect, test } from "@/testing/fixtures";
import { startUnreliableProxy } from "@/testing/unreliable-proxy";

const EVENT = "evt_harbor";

test.use({
  expectedConsoleErrors: ["status of 404", "status of 401", "ChunkLoadError", "ERR_", "MIME type"],
});

const indicator = (page: Page) => page.locator("header [role=status]").first();

/** From now on the scripts that the page has not loaded are gone, until it is loaded anew: as after a deploy. */
async function deploy(page: Page): Promise<void> {
  let isOld = true;
  await page.route("**/*", (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) isOld = false;
    const isGone = isOld && request.url().includes("/_next/static/chunks/");
    return isGone ? route.fulfill({ status: 404, body: "gone" }) : route.continue();
  });
}

/** What the page is loading at the moment, other pages in advance among it, but for its stream. */
function watchLoading(page: Page): ReadonlySet<Request> {
  const loading = new Set<Request>();
  page.on("request", (request) => request.url().includes("/stream") || loading.add(request));
  page.on("requestfinished", (request) => loading.delete(request));
  page.on("requestfailed", (request) => loading.delete(request));
  return loading;
}

test("after a deploy a page whose pieces are gone says so, and reloads once at its address", async ({
  asOrganizer: _,
  page,
  foyer,
}) => {
  await page.goto(`${foyer.appUrl}/events/${EVENT}/applications?status=pending`);
  await expect(indicator(page)).toHaveText("Live");
  const row = page.getByRole("row").nth(2);
  await expect(row).toBeVisible();
  await deploy(page);
  const reloaded = page.waitForEvent("load");
  await row.click();
  await expect(page.getByRole("alert").filter({ hasText: "Foyer was renewed" })).toBeVisible();
  await expect(page.getByRole("row").nth(3)).toBeVisible();
  await reloaded;
  await expect(page).toHaveURL(/status=pending.*selected=/);
  await expect(page.getByRole("complementary", { name: "Details" })).toContainText("@");
});

test("where a reload does not help, the page stays and says so", async ({
  asOrganizer: _,
  page,
  foyer,
}) => {
  await page.goto(`${foyer.appUrl}/events/${EVENT}/applications`);
  await expect(indicator(page)).toHaveText("Live");
  await page.evaluate(() => sessionStorage.setItem("foyer reloaded", String(Date.now())));
  await deploy(page);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "did not load" })).toBeVisible();
  await expect(page.getByRole("row").nth(2)).toBeVisible();
});

test("what failed while Foyer was away is asked for again when the line is back", async ({
  browser,
  organizer,
  foyer,
}) => {
  const proxy = await startUnreliableProxy(Number(new URL(foyer.appUrl).port));
  const context = await browser.newContext();
  await context.addCookies([{ ...organizer, url: proxy.url }]);
  const page = await context.newPage();
  const loading = watchLoading(page);
  await page.goto(`${proxy.url}/events/${EVENT}/applications`);
  await expect(indicator(page)).toHaveText("Live");
  await expect.poll(() => loading.size).toBe(0);
  proxy.refuse();
  await expect(indicator(page)).toHaveText("Reconnecting…");
  await page.getByRole("button", { name: /^Approved/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The list did not load" })).toBeVisible();
  await expect(page.getByText("counting…")).toHaveCount(0);
  proxy.speak();
  await expect(indicator(page)).toHaveText("Live", { timeout: 40_000 });
  await expect(page.getByRole("row").nth(2)).toBeVisible();
  await expect(page.getByText("not counted")).toHaveCount(0);
  await context.close();
  await proxy.close();
});

test("a session that ends while something is written leaves the page, and what was written", async ({
  asOrganizer: _,
  page,
  context,
  organizer,
  foyer,
}) => {
  await page.goto(`${foyer.appUrl}/events/${EVENT}/applications?status=pending`);
  await page.getByRole("button", { name: /^Saved views/ }).click();
  await page.getByRole("menuitem", { name: /Save/ }).first().click();
  const name = page.getByRole("textbox", { name: /name/i });
  await name.fill("Half a na");
  await context.clearCookies();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(page.getByRole("alert", { name: "You are signed out here" })).toBeVisible({
    timeout: 30_000,
  });
  await expect(name).toHaveValue("Half a na");
  await expect(page.locator("header [role=status]").first()).toHaveText("Signed out");
  await expect(page.getByText("This event is not here any more")).toHaveCount(0);

  await context.addCookies([organizer]);
  const other = await context.newPage();
  await other.goto(`${foyer.appUrl}/events`);
  await page.bringToFront();
  await page.evaluate(() =>
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true })),
  );
  await expect(page.getByRole("alert", { name: "You are signed out here" })).toHaveCount(0);
  await expect(name).toHaveValue("Half a na");
});

test("on a phone, where somebody's details cover the page, the details say it too", async ({
  asOrganizer: _,
  page,
  context,
  foyer,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${foyer.appUrl}/events/${EVENT}/applications?selected=ptp_harbor_1`);
  const details = page.getByRole("dialog", { name: "Details" });
  await expect(details).toBeVisible();
  await context.clearCookies();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  const bar = details.getByRole("alert", { name: "You are signed out here" });
  await expect(bar).toBeInViewport({ timeout: 30_000 });
  await expect(bar.getByRole("link")).toHaveAttribute("href", `/connect?event_id=${EVENT}`);
});

test("the icon is not fetched again with every change of the address", async ({
  asOrganizer: _,
  page,
  foyer,
}) => {
  await page.goto(`${foyer.appUrl}/events/${EVENT}/applications`);
  await expect(indicator(page)).toHaveText("Live");
  let icons = 0;
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  client.on("Network.responseReceived", ({ response }) => {
    if (response.url.includes("/icon.svg") && !response.fromDiskCache) icons += 1;
  });
  const answer = await page.request.get(`${foyer.appUrl}/icon.svg`);
  expect(answer.headers()["cache-control"]).toBe("public, max-age=86400");
  for (const name of [/^Approved/, /^Pending/, /^All/]) {
    await page.getByRole("button", { name }).first().click();
    await expect(page.getByRole("row").nth(2)).toBeVisible();
  }
  expect(icons).toBeLessThanOrEqual(1);
});
