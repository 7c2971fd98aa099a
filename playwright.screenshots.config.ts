import config from "./playwright.config";

/** `npm run screenshots`: pictures to look at, which test nothing. */
export default {
  ...config,
  testMatch: "*.screenshots.ts",
  outputDir: "test-results/screenshots-run",
  timeout: 120_000,
  retries: 0,
};
