import type { Page } from "@playwright/test";

const SLOW_MS = 150;

type Counted = { underWay: number; most: number; searches: string[] };
declare global {
  interface Window {
    counted: Counted;
  }
}

/**
 * Slows the searches of a page's lists down and counts them where they are made: how many are under way
 * at once, rows and counts together, one that was given up not among them; and which rows were asked for.
 * To be called before the page opens.
 */
export async function countListRequests(page: Page): Promise<() => Promise<Counted>> {
  await page.addInitScript(() => {
    window.counted = { underWay: 0, most: 0, searches: [] };
    const fetchAsEver = window.fetch;
    window.fetch = (input, init) => {
      const asked = fetchAsEver(input, init);
      const url = new URL(input instanceof Request ? input.url : input, location.href);
      const q = url.searchParams.get("q");
      if (!url.pathname.startsWith("/api/events/") || q === null) return asked;
      const { counted } = window;
      counted.underWay += 1;
      counted.most = Math.max(counted.most, counted.underWay);
      if (!url.pathname.endsWith("/counts")) counted.searches.push(q);
      let isOver = false;
      const end = () => {
        if (!isOver) counted.underWay -= 1;
        isOver = true;
      };
      init?.signal?.addEventListener("abort", end);
      asked.then(end, end);
      return asked;
    };
  });
  await page.route(/\/api\/events\/[^/]+\/applications.*[?&]q=/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    await route.continue().catch(() => {}); // given up meanwhile
  });
  return () => page.evaluate(() => window.counted);
}
