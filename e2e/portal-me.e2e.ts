import { readFile } from "node:fs/promises";
import type { MyDataView } from "@/lib/portal/my-data-view";
import { EVENT, expect, test } from "@/testing/portal-fixtures";

test("a participant sees what Foyer holds about them, and takes it along", async ({
  foyer,
  openPortal,
  takeApplicant,
}) => {
  const person = await takeApplicant("approved");
  const page = await openPortal(person, "/me");
  const answer = await page.request.get(`${foyer.appUrl}/api/portal/${EVENT}/data`);
  const held = (await answer.json()) as MyDataView;
  expect(held).toMatchObject({ eventId: EVENT, userId: person.userId });
  for (const { name, data } of held.groups) {
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
    for (const { source } of data) expect(source, name).not.toBe("");
  }
  await expect(page.getByText(person.name).first()).toBeVisible();

  await test.step("folded, with what each part holds, and open on request", async () => {
    const [first] = held.groups.filter(({ data }) => data.length > 0);
    if (!first) throw new Error("nothing is held");
    const part = page.getByRole("region", { name: first.name, exact: true });
    const entries = part.locator("dt").first();
    await expect(entries).toBeHidden();
    await part.getByRole("heading", { name: first.name }).click();
    await expect(entries).toBeVisible();
    const height = await page.getByRole("main").evaluate((main) => main.scrollHeight);
    expect(height).toBeLessThan(3_500);
  });

  await test.step("as a file that says the same", async () => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: /download/i }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/\.json$/);
    const file = JSON.parse(await readFile(await download.path(), "utf8")) as MyDataView;
    expect(file.userId).toBe(person.userId);
    expect(file.groups.map(({ name }) => name)).toEqual(held.groups.map(({ name }) => name));
  });
});
