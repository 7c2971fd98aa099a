import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { connectByHttp } from "./connect-by-http";
import { test as base, expect } from "./fixtures";
import { emptyFoyer } from "./fresh-foyer";
import { untilSynced } from "./until-synced";
import { markDocument } from "./untouched-document";

export { expect };
export const EVENT = "evt_harbor";

type Fixtures = {
  /** A Revento and a Foyer in which nothing has happened yet, and EVENT connected by this browser. */
  fresh: undefined;
  /** Does what a person of Revento would do. */
  act: (action: string, more?: object) => Promise<unknown>;
  /** Opens a page of EVENT and answers the notice of a title, and what fails when the page was reloaded. */
  openEvent: (path?: string) => Promise<() => Promise<void>>;
  /** Looks at EVENT with its token, as the daily check does. */
  askRevento: () => Promise<void>;
};

export const test = base.extend<Fixtures>({
  fresh: [
    async ({ foyer, context }, use) => {
      await emptyFoyer(foyer);
      await addSession(context, foyer.appUrl, await connectByHttp(foyer, EVENT, "usr_ana"));
      await untilSynced(foyer, EVENT);
      await use(undefined);
    },
    { auto: true },
  ],
  act: async ({ foyer }, use) => {
    await use((action, more = {}) => foyer.control("act", { action, ...more }));
  },
  openEvent: async ({ page, foyer }, use) => {
    await use(async (path = "") => {
      await page.goto(`${foyer.appUrl}/events/${EVENT}${path}`);
      await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
      return markDocument(page);
    });
  },
  askRevento: async ({ foyer }, use) => {
    await use(async () => {
      await foyer.database.query(
        `INSERT INTO sync_runs (event_id, id, kind) VALUES ($1, $2, 'reconcile')`,
        [EVENT, randomUUID()],
      );
    });
  },
});

async function addSession(
  context: { addCookies: (cookies: { name: string; value: string; url: string }[]) => unknown },
  url: string,
  cookie: string,
): Promise<void> {
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url }]);
}

/** The notice over an event's page, by its title. */
export function notice(page: Page, title: string | RegExp) {
  return page.getByRole("region", { name: title }).or(page.getByLabel(title)).first();
}
