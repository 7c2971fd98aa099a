import type { BrowserContext, Page } from "@playwright/test";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Collects what no journey may do unnoticed in any page of a browser: errors in the console except
 * those `expected`, as parts of their text, and requests to strangers.
 */
export function watchContext(context: BrowserContext, expected: readonly string[]): string[] {
  const faults: string[] = [];
  const watch = (page: Page) => watchPage(page, faults, expected);
  context.on("page", watch);
  context.pages().forEach(watch);
  return faults;
}

function watchPage(page: Page, faults: string[], expected: readonly string[]): void {
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
