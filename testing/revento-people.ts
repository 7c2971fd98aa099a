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

export type ReventoPerson = { userId: string; name: string };

/** Opens a page of Revento as one of an event's participants, without a search by hand. */
export async function openReventoAs(
  page: Page,
  sandboxUrl: string,
  { userId, name }: ReventoPerson,
  path: string,
): Promise<void> {
  const event = /evt_\w+/.exec(path)?.[0] ?? "";
  await page.goto(`${sandboxUrl}/who?${new URLSearchParams({ next: path, event, name })}`);
  await page.locator(`button[name="user_id"][value="${userId}"]`).first().click();
  await page.waitForURL(sandboxUrl + path);
}

/** Answers "Who are you?" on the way to a consent, whoever this browser was before. */
export async function beAtConsent(page: Page, { userId, name }: ReventoPerson): Promise<void> {
  const somebodyElse = page.getByRole("link", { name: "Be somebody else" });
  const search = page.getByRole("button", { name: "Search" });
  await somebodyElse.or(search).first().waitFor();
  if (await somebodyElse.isVisible()) await somebodyElse.click();
  await page.getByRole("searchbox", { name: "Name" }).fill(name);
  await search.click();
  await page.locator(`button[name="user_id"][value="${userId}"]`).first().click();
}

/** The participant's way in: the portal's door, who one is at Revento, consent, the portal. */
export async function signInAtDoor(
  page: Page,
  appUrl: string,
  eventId: string,
  person: ReventoPerson,
): Promise<void> {
  await page.goto(`${appUrl}/portal/${eventId}`);
  await page.getByRole("button", { name: "Sign in with Revento" }).click();
  await beAtConsent(page, person);
  await page.getByRole("button", { name: "Allow" }).click();
  await page.waitForURL(`${appUrl}/portal/${eventId}`);
}
