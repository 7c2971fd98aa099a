import { expect, type Frame, type Page } from "@playwright/test";

/**
 * Marks the document that a page or frame shows now. The answer fails when another one has taken its
 * place: a reload, or a navigation that the router has not made itself.
 */
export async function markDocument(page: Page | Frame): Promise<() => Promise<void>> {
  const root = page.locator("html");
  await root.evaluate((document) => {
    document.dataset.untouched = "yes";
  });
  return () => expect(root).toHaveAttribute("data-untouched", "yes");
}
