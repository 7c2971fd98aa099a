import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, BrowserType, LaunchOptions } from "@playwright/test";

/** Playwright lets every window open; people's browsers only those that follow a click. */
const UNLIKE_PEOPLE = ["--disable-popup-blocking"];
/** What "Block third-party cookies" writes into a person's profile. */
const PREFERENCES = { profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } };

/**
 * Runs a Chromium of its own, one that heeds a profile, whose profile blocks third-party cookies, and windows that nobody asked
 * for; contexts of a shared browser take no preferences. Ends it, and its profile, when the work is
 * done.
 */
export async function withBlockedCookies(
  chromium: BrowserType,
  options: LaunchOptions,
  work: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const profile = await mkdtemp(path.join(tmpdir(), "foyer-profile-"));
  try {
    await mkdir(path.join(profile, "Default"));
    await writeFile(path.join(profile, "Default", "Preferences"), JSON.stringify(PREFERENCES));
    const executablePath = process.env.FOYER_TEST_BROWSER;
    const context = await chromium.launchPersistentContext(profile, {
      ...options,
      ...(executablePath ? { executablePath } : {}),
      ignoreDefaultArgs: UNLIKE_PEOPLE,
    });
    await work(context);
    await context.close();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
