import type { Page, Request } from "@playwright/test";
import { hashSessionId } from "@/lib/session-id";
import { expect, test } from "@/testing/fixtures";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { plantSeat } from "@/testing/plant-seat";
import { startUnreliableProxy } from "@/testing/unreliable-proxy";

const LIVE = (page: Page) => page.getByRole("status").filter({ hasText: /^Live$/ });

/** Seven more events that the organizer of evt_harbor has connected, by rows alone. */
async function plantEvents(foyer: FoyerUnderTest, session: string): Promise<string[]> {
  const ids = Array.from({ length: 7 }, (_, n) => `evt_tab_${n}`);
  for (const id of ids) {
    await foyer.database.query(
      `INSERT INTO connections (event_id, organization_id, state, cause, state_since, connected_at, scopes)
       VALUES ($1, 'org_tabs', 'active', 'connected', now(), now(), '{participants.read}')
       ON CONFLICT DO NOTHING`,
      [id],
    );
    await plantSeat(foyer.database, {
      eventId: id,
      sessionHash: hashSessionId(session),
      role: "owner",
    });
  }
  return ids;
}

/** Gives the event another title, and tells its open pages as after any change. */
async function rename(foyer: FoyerUnderTest, eventId: string, title: string): Promise<void> {
  await foyer.database.query(
    `INSERT INTO events (event_id, organization_id, title, publish_status, version_at, source, mirrored_at)
     VALUES ($1, 'org_tabs', $2, 'published', now(), 'sync', now())
     ON CONFLICT (event_id) DO UPDATE SET title = $2`,
    [eventId, title],
  );
  await foyer.database.query(
    `WITH head AS (
       INSERT INTO change_heads AS h (event_id, seq) VALUES ($1, 1)
       ON CONFLICT (event_id) DO UPDATE SET seq = h.seq + 1 RETURNING seq
     )
     INSERT INTO changes (event_id, seq, topic, ids, at)
     SELECT $1, seq, 'event', '{}', now() FROM head`,
    [eventId],
  );
  await foyer.database.query("SELECT pg_notify('foyer_changes', $1)", [eventId]);
}

test("eight tabs on eight events all work and are live over one stream, on plain HTTP/1.1", async ({
  asOrganizer: _,
  context,
  foyer,
  organizer,
}) => {
  const ids = ["evt_harbor", ...(await plantEvents(foyer, organizer.value))];
  const streams = new Set<Request>();
  context.on("request", (request) => {
    if (request.url().includes("/api/stream")) streams.add(request);
  });
  context.on("requestfailed", (request) => streams.delete(request));
  context.on("requestfinished", (request) => streams.delete(request));
  const pages: Page[] = [];
  for (const id of ids) {
    const page = await context.newPage();
    await page.goto(`${foyer.appUrl}/events/${id}/settings`);
    pages.push(page);
  }
  for (const page of pages) await expect(LIVE(page)).toBeVisible();
  expect(streams.size).toBe(1);
  for (const [n, id] of ids.entries()) {
    if (id !== "evt_harbor") await rename(foyer, id, `Tab number ${n}`);
  }
  for (const [n, page] of pages.entries()) {
    if (n > 0) await expect(page.getByText(`Tab number ${n}`).first()).toBeVisible();
    await page.getByRole("link", { name: "Overview" }).first().click();
    await expect(page).toHaveURL(new RegExp(`${ids[n]}$`));
  }
  // The tab that leads goes: the others are live all the same.
  const [leader, ...others] = pages;
  await leader?.close();
  for (const [n] of others.entries()) await rename(foyer, `evt_tab_${n}`, `The leader left ${n}`);
  for (const [n, page] of others.entries()) {
    await expect(page.getByText(`The leader left ${n}`).first()).toBeVisible();
  }
  // A page that was closed says nothing of how its requests ended.
  const open = [...streams].filter((request) => !request.frame().page().isClosed());
  expect(open).toHaveLength(1);
});

test("a line that falls silent without closing is noticed within a minute, and mended", async ({
  browser,
  foyer,
  organizer,
}) => {
  test.setTimeout(150_000);
  const proxy = await startUnreliableProxy(Number(new URL(foyer.appUrl).port));
  const context = await browser.newContext();
  await context.addCookies([{ ...organizer, url: proxy.url }]);
  const page = await context.newPage();
  await page.goto(`${proxy.url}/events/evt_harbor/settings`);
  await expect(LIVE(page)).toBeVisible();
  proxy.silence();
  await expect(page.getByRole("status").filter({ hasText: "Reconnecting" })).toBeVisible({
    timeout: 60_000,
  });
  proxy.speak();
  await expect(LIVE(page)).toBeVisible({ timeout: 60_000 });
  await context.close();
  await proxy.close();
});
