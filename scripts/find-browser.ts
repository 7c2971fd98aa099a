import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { chromium } from "@playwright/test";

const INSTALLED = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function installedBrowser(): string | null {
  for (const name of INSTALLED) {
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
  const found = playwrightsOwn() ?? installedBrowser();
  if (found) return found;
  console.log("No Chromium here yet: trying to install one…");
  spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    stdio: "ignore",
    timeout: 300_000,
  });
  const downloaded = playwrightsOwn();
  if (downloaded) return downloaded;
  if (process.platform === "linux" && userInfo().uid === 0 && existsSync("/usr/bin/apt-get")) {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: "ignore" });
  }
  const installed = installedBrowser();
  if (installed) return installed;
  throw new Error("The browser tests need Chromium or Chrome: install one and run again.");
}
