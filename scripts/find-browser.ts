import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { chromium } from "@playwright/test";

const INSTALLED = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
/** Chromium without what only a window needs: the same pages for two thirds of the processor time. */
const SHELL = "chromium-headless-shell";

function installed(names: string[]): string | null {
  for (const name of names) {
    const { status, stdout } = spawnSync("which", [name], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  return null;
}

function playwrightsOwn(): string | null {
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/**
 * A Chromium for the browser tests: Playwright's own, one that is installed, one that Playwright can
 * download, or Debian's. Throws a sentence when none can be had.
 */
export function findBrowser(): string {
  const found = playwrightsOwn() ?? installed(INSTALLED);
  if (found) return found;
  console.log("No Chromium here yet: trying to install one…");
  spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    stdio: "ignore",
    timeout: 300_000,
  });
  const downloaded = playwrightsOwn();
  if (downloaded) return downloaded;
  installOnDebian("chromium");
  const now = installed(INSTALLED);
  if (now) return now;
  throw new Error("The browser tests need Chromium or Chrome: install one and run again.");
}

/**
 * A lighter one for whatever looks at pages alone, and needs neither a profile nor a window: Debian's
 * headless shell, where there is one or it can be installed; otherwise `full`.
 */
function findLightBrowser(full: string): string {
  const found = installed([SHELL]);
  if (found) return found;
  installOnDebian(SHELL, 60_000);
  return installed([SHELL]) ?? full;
}

/** The environment in which Playwright finds both: for journeys, and for those that need a profile. */
export function browserEnvironment(): Record<string, string> {
  const browser = findBrowser();
  return {
    FOYER_TEST_BROWSER: browser,
    FOYER_TEST_LIGHT_BROWSER: findLightBrowser(browser),
  };
}

/**
 * Installs a package where that is nobody's machine but the tests': as root of a Debian. What fails, or takes
 * longer than `patienceMs` a step, fails.
 */
function installOnDebian(name: string, patienceMs = 300_000): void {
  if (process.platform !== "linux" || userInfo().uid !== 0 || !existsSync("/usr/bin/apt-get"))
    return;
  console.log(`Installing Debian's ${name}…`);
  const options = { stdio: "ignore", timeout: patienceMs } as const;
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", name], options);
}
