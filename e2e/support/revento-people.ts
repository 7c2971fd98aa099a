import type { Page } from "@playwright/test";

/** Signs in at the sandbox as one of its people, on a page of theirs. */
export async function becomeAtRevento(page: Page, sandboxUrl: string, name: string): Promise<void> {
  await page.goto(sandboxUrl);
  await page.getByRole("button", { name }).first().click();
}

/**
 * The organizer's way in: Revento's integrations panel, consent, Foyer's dashboard of the event. An event
 * that is connected already is connected again.
 */
export async function connectThroughPanel(
  page: Page,
  sandboxUrl: string,
  eventId: string,
): Promise<void> {
  await page.goto(`${sandboxUrl}/organizer/events/${eventId}`);
  const connect = page.getByRole("button", { name: "Connect Foyer" });
  await connect.or(page.getByRole("link", { name: "Open Foyer" })).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.waitForURL(`**/events/${eventId}`);
}
