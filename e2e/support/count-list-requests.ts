import type { Page, Request } from "@playwright/test";

const SLOW_MS = 150;

/** Slows the searches of a page's list down, and counts how many are under way at once. */
export async function countListRequests(page: Page) {
  const underWay = new Set<Request>();
  const answered: string[] = [];
  let most = 0;
  const searchOf = (request: Request) => {
    const url = new URL(request.url());
    return /\/api\/events\/[^/]+\/applications/.test(url.pathname)
      ? url.searchParams.get("q")
      : null;
  };
  page.on("request", (request) => {
    if (searchOf(request) === null) return;
    underWay.add(request);
    most = Math.max(most, underWay.size);
  });
  page.on("requestfailed", (request) => underWay.delete(request));
  page.on("requestfinished", (request) => {
    underWay.delete(request);
    const isRows = !request.url().includes("/counts");
    const q = searchOf(request);
    if (q !== null && isRows) answered.push(q);
  });
  await page.route(/\/api\/events\/[^/]+\/applications.*[?&]q=/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    await route.continue().catch(() => {}); // given up meanwhile
  });
  return { most: () => most, answered: () => answered };
}
