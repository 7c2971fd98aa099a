import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "@/scripts/find-browser";
import type { BenchRun } from "./bench-run";

const FLAGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** A real Chromium that asks nobody outside for anything. */
export function launchBrowser({ started }: BenchRun): Promise<Browser> {
  return started.start(
    () => chromium.launch({ executablePath: findBrowser(), args: FLAGS }),
    (browser) => browser.close(),
  );
}
