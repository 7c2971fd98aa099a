import type { Browser, Page } from "@playwright/test";
import type { Session } from "./cold-load";

/** What was felt: the longest interaction of all in ms, which one it was, and how far things jumped. */
export type Felt = { longestInteractionMs: number; slowest: string; layoutShift: number };

/** Searches, filters, walks with the keyboard, scrolls and opens somebody, as a person would. */
export async function walkThroughList(
  browser: Browser,
  url: string,
  session: Session,
  slower: number,
): Promise<Felt> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    await context.addCookies([{ ...session, url: new URL("/", url).href }]);
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.goto(url, { waitUntil: "load" });
    await actOn(page);
    return await page.evaluate<Felt>("window.felt()");
  } finally {
    await context.close();
  }
}

/** As long as a person takes to look, and to move from one thing to the next, in ms. */
const LOOK_MS = 1_000;
const MOVE_MS = 150;

async function actOn(page: Page): Promise<void> {
  // Looking for roles would be work for the page itself, and felt.
  const rows = page.locator("tbody tr");
  const details = page.locator("aside[aria-label=Details]");
  await rows.nth(2).waitFor();
  await page.waitForTimeout(LOOK_MS);
  const search = page.locator("search input");
  await search.pressSequentially("novak", { delay: 60 });
  await rows.filter({ hasText: "Novak" }).first().waitFor();
  await page.keyboard.press("Enter");
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("ArrowDown");
    await page.waitForTimeout(MOVE_MS);
  }
  await page.keyboard.press("Enter");
  await details.waitFor();
  await page.keyboard.press("Escape");
  await search.fill("");
  await page.locator("button", { hasText: "Approved" }).first().click();
  await page.mouse.move(500, 600);
  for (let turn = 0; turn < 8; turn += 1) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(MOVE_MS);
  }
  await rows.nth(3).click();
  await details.waitFor();
  await page.waitForTimeout(500);
}

/** As text: the compiler wraps functions in a helper that a page does not have. */
const WATCH = `{
  let longest = { duration: 0, name: "none" };
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.interactionId && entry.duration > longest.duration) longest = entry;
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  window.felt = () => ({
    longestInteractionMs: longest.duration,
    slowest: longest.name + " " + (longest.target?.outerHTML ?? "").slice(0, 80),
    layoutShift: shift,
  });
}`;
