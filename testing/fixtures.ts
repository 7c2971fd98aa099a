import { test as base, type Cookie, expect } from "@playwright/test";
import { connectByHttp } from "./connect-by-http";
import type { FoyerUnderTest } from "./foyer-under-test";
import { freshFoyer } from "./fresh-foyer";
import { untilSynced } from "./until-synced";
import { watchContext } from "./watch-context";

type Fixtures = {
  /** Console errors that this test expects, as parts of their text. */
  expectedConsoleErrors: string[];
  strict: undefined;
  /** Makes the test's browser the one that connected evt_harbor. */
  asOrganizer: undefined;
};

type WorkerFixtures = {
  /** Files that name another world begin in a product in which nothing has happened yet. */
  world: string;
  foyer: FoyerUnderTest;
  /** The session of the organizer who connected evt_harbor, once its first sync is complete. */
  organizer: Pick<Cookie, "name" | "value"> & { url: string };
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  world: ["shared", { option: true, scope: "worker" }],
  foyer: [
    async ({ world: _ }, use) => {
      const foyer = await freshFoyer();
      await use(foyer);
      await foyer.close();
    },
    { scope: "worker" },
  ],
  organizer: [
    async ({ foyer }, use) => {
      const [name = "", value = ""] = (await connectByHttp(foyer, "evt_harbor", "usr_ana")).split(
        "=",
      );
      await untilSynced(foyer, "evt_harbor");
      await use({ name, value, url: foyer.appUrl });
    },
    { scope: "worker", timeout: 90_000 },
  ],
  asOrganizer: async ({ context, organizer }, use) => {
    await context.addCookies([organizer]);
    await use(undefined);
  },
  baseURL: async ({ foyer }, use) => use(foyer.appUrl),
  expectedConsoleErrors: [[], { option: true }],
  strict: [
    async ({ context, expectedConsoleErrors }, use) => {
      const faults = watchContext(context, expectedConsoleErrors);
      await use(undefined);
      expect(faults, "what nobody expected").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
