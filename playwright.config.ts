import { defineConfig } from "@playwright/test";

// `npm test` finds browsers and names them here; see scripts/find-browser.ts.
const executablePath = process.env.FOYER_TEST_LIGHT_BROWSER ?? process.env.FOYER_TEST_BROWSER;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.e2e.ts",
  workers: 2,
  globalSetup: "./testing/browser-global-setup.ts",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // A machine that stalls for seconds must not cost a whole run; what needed it is printed as flaky.
  retries: process.env.CI ? 1 : 0,
  // The second writes where PLAYWRIGHT_JSON_OUTPUT_NAME says.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  outputDir: "test-results/e2e",
  use: {
    browserName: "chromium",
    screenshot: "only-on-failure",
    // A trace of every test costs a fifth of the whole run, to be thrown away.
    trace: "on-first-retry",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // In a locale of ASCII alone Chromium forgets the names of files that hold other letters.
      env: { ...process.env, LC_ALL: "C.UTF-8" },
      args: [
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // Whatever would leave this machine fails at once, and visibly.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
      ],
    },
  },
});
