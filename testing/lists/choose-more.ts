import type { Page } from "@playwright/test";

/** Presses something in the menu of what can be done with a list as a whole. */
export async function chooseMore(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}
