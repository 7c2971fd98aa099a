import { test as base, type Cookie, expect, type Page } from "@playwright/test";
import { connectByHttp } from "./connect-by-http";
import { type FoyerUnderTest, startFoyerUnderTest } from "./foyer-under-test";
import { untilSynced } from "./until-synced";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

type Fixtures = {
  /** Console errors that this test expects, as parts of their text. */
  expectedConsoleErrors: string[];
  strict: undefined;
  /** Makes the test's browser the one that connected evt_harbor. */
  asOrganizer: undefined;
};

/** Collects what no journey may do unnoticed: errors in the console, requests to strangers. */
function watch(page: Page, faults: string[], expected: string[]): void {
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const text = `${message.text()} (${message.location().url})`;
    if (!expected.some((part) => text.includes(part))) faults.push(`console: ${text}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && !LOOPBACK.has(url.hostname)) {
      faults.push(`request to ${url.host}`);
    }
  });
}

type WorkerFixtures = {
  /** Files that name another world get a product of their own, in which nothing has happened yet. */
  world: string;
  foyer: FoyerUnderTest;
  /** The session of the organizer who connected evt_harbor, once its first sync is complete. */
  organizer: Pick<Cookie, "name" | "value"> & { url: string };
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  world: ["shared", { option: true, scope: "worker" }],
  foyer: [
    async ({ world: _ }, use) => {
      const foyer = await startFoyerUnderTest();
      await use(foyer);
      await foyer.close();
    },
    { scope: "worker", timeout: 180_000 },
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
      const faults: string[] = [];
      context.on("page", (page) => watch(page, faults, expectedConsoleErrors));
      await use(undefined);
      expect(faults, "what nobody expected").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
