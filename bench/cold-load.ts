import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Cookie, Page } from "@playwright/test";

/** A phone of the middle: what is in the first screen decides what is painted largest. */
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 };
/** One level for everybody: how a server compresses is not what is compared. */
const GZIP = { level: 9 };
const QUIET_MS = 1_000;

export type Scripts = { bytes: number; files: number };
export type Session = Pick<Cookie, "name" | "value">;

/**
 * Every script that a browser with an empty cache loads for a page, those fetched after it was shown
 * included, in bytes after gzip. With a `session`, what its holder loads.
 */
export async function loadScripts(
  browser: Browser,
  url: string,
  session?: Session,
): Promise<Scripts> {
  return withContext(browser, async (context) => {
    if (session) await context.addCookies([{ ...session, url: new URL("/", url).href }]);
    const page = await context.newPage();
    const bodies = new Map<string, Promise<Buffer>>();
    page.on("response", (response) => {
      const type = response.headers()["content-type"] ?? "";
      const isScript = response.request().resourceType() === "script" || /javascript/.test(type);
      if (isScript) bodies.set(response.url(), response.body());
    });
    await open(page, url);
    const sizes = (await Promise.all(bodies.values())).map((body) => gzipSync(body, GZIP).length);
    return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
  });
}

/** The largest contentful paint in ms, empty cache, with the processor slowed down `slower` times. */
export async function paintLargest(
  browser: Browser,
  url: string,
  slower: number,
  session?: Session,
): Promise<number> {
  return withContext(browser, async (context) => {
    if (session) await context.addCookies([{ ...session, url: new URL("/", url).href }]);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await open(page, url);
    return page.evaluate(LARGEST_PAINT);
  });
}

/** As text: the compiler wraps functions in a helper that a page does not have. */
const LARGEST_PAINT = `new Promise((resolve, reject) => {
  new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => reject(new Error("nothing was painted")), 10_000);
})`;

async function open(page: Page, url: string): Promise<void> {
  const answer = await page.goto(url, { waitUntil: "load" });
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`);
  await untilQuiet(page);
}

/** Until nothing was asked for in a second. A stream that stays open counts as one question. */
async function untilQuiet(page: Page): Promise<void> {
  let last = performance.now();
  page.on("request", () => {
    last = performance.now();
  });
  while (performance.now() - last < QUIET_MS) await page.waitForTimeout(100);
}

async function withContext<T>(
  browser: Browser,
  work: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(PHONE);
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}
